// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// What the engine's objects take, in bytes, from `GET /system/df`.
///
/// @param layers of all images, those shared counted once
/// @param containers what containers wrote
public record DiskUsage(long layers, long containers, long volumes, long buildCache) {
  public long total() {
    return layers + containers + volumes + buildCache;
  }
}
