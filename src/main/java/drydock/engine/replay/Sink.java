// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

/// Takes what is recorded. Called from any thread, one call at a time, times never going back; does
/// not throw.
@FunctionalInterface
public interface Sink {
  void take(Entry entry);
}
