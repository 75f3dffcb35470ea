// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// A running stream. Closing it ends the stream, frees its connection and is safe to do twice, from any thread.
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
