// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import org.jspecify.annotations.Nullable;

/// Receives a stream on the stream's own thread: any number of items, then exactly one end.
public interface StreamListener<T> {
  void onNext(T item);

  /// The stream is over: by itself or because it was closed (`null`), or for a reason. Nothing follows.
  void onEnd(@Nullable EngineException failure);
}
