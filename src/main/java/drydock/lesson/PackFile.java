// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.Arrays;

/// A file of a pack, held in memory. Immutable.
public final class PackFile {
  private final byte[] bytes;

  public PackFile(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PackFile file && Arrays.equals(bytes, file.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
