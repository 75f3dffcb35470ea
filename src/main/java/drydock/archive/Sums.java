// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

/// What a folder holds, with all that is in its folders. Folders themselves are not counted.
///
/// @param files that are seen
/// @param bytes of the files that are seen
/// @param addedBytes of the files that the layer adds
/// @param changedBytes of the files that the layer changes, as they are now
/// @param removedBytes of the files that the layer removes, as they were
public record Sums(
    int files,
    long bytes,
    int added,
    long addedBytes,
    int changed,
    long changedBytes,
    int removed,
    long removedBytes) {}
