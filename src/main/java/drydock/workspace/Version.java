// SPDX-License-Identifier: Apache-2.0
package drydock.workspace;

import java.nio.file.attribute.FileTime;

/// How a file was when it was last read or written. Two versions with one hash are the same, whatever their times.
///
/// @param sha256 of the bytes, in hex
public record Version(long size, FileTime modified, String sha256) {
  public boolean sameContent(Version other) {
    return sha256.equals(other.sha256);
  }
}
