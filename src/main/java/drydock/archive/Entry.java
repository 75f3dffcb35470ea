// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.time.Instant;

/// What a layer's header says of one path.
///
/// @param path absolute; of a marker the path that it hides, or the folder whose contents it hides
/// @param size bytes of a file's content; of everything else 0
/// @param mode permissions with set-user-id, set-group-id and sticky bit: `07777` at most
/// @param target what a link leads to, as it is written there; of a hard link an absolute path; else empty
public record Entry(
    String path, Kind kind, long size, int mode, long uid, long gid, Instant time, String target) {}
