// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

/// What is foretold of a step.
public enum Verdict {
  /// Its result is taken from the cache.
  REUSED,
  /// It is carried out.
  RUNS,
  /// The builder itself finds out only while it builds.
  UNKNOWN
}
