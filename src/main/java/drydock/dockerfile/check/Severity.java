// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

/// How bad it is.
public enum Severity {
  /// The builder refuses the file.
  ERROR,
  /// The file builds, but something in it is likely not what was meant.
  WARNING,
  /// The file builds, and what it builds could be better: advice of ours.
  ADVICE
}
