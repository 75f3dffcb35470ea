// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// Progress of a pull: one layer, or the pull as a whole when `layer` is empty.
///
/// @param status Docker's word: "Downloading", "Extracting", "Pull complete"
/// @param current bytes so far, 0 when it tells none
/// @param total bytes in all, 0 when unknown
public record PullProgress(
    String reference, String layer, String status, long current, long total) {}
