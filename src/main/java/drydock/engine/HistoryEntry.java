// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import java.util.List;

/// One row of `GET /images/{name}/history`. The port gives them oldest first.
///
/// @param createdBy the instruction as the builder wrote it down
/// @param sizeBytes what it added; with the containerd image store counted in blocks of the disk
/// @param comment "buildkit.dockerfile.v0" for BuildKit
public record HistoryEntry(
    String id,
    Instant created,
    String createdBy,
    long sizeBytes,
    String comment,
    List<String> tags) {
  public HistoryEntry {
    tags = List.copyOf(tags);
  }
}
