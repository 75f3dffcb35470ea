// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// Progress of a pull: one layer, or the pull as a whole when `layer` is empty.
///
/// @param status Docker's word: "Downloading", "Extracting", "Pull complete", "Already exists",
///   "Retrying in 5 seconds"
/// @param current bytes so far, 0 when it tells none; all of them once the layer has come
/// @param total the layer's bytes in all, packed, from the moment that the engine told them; 0
///   before, and for a layer that was there already
public record PullProgress(
    String reference, String layer, String status, long current, long total) {}
