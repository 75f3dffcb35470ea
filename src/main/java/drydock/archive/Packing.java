// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

/// How a layer's tar is packed in the archive, told from its first bytes.
public enum Packing {
  PLAIN,
  GZIP,
  ZSTD
}
