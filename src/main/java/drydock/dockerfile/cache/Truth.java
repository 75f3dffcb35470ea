// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

/// What the builder did with a step.
public enum Truth {
  REUSED,
  /// It was carried out, to its end or to its failure.
  RAN,
  /// The build ended before its turn came.
  NOT_REACHED
}
