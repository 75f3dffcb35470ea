// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.Set;

/// What may become of a step.
///
/// @param results identities of results that were built before and that it may lead to
/// @param any whether it may lead to others as well that were built before
/// @param mayBeNew whether it may lead to a result that was never built
record Fate(Set<String> results, boolean any, boolean mayBeNew) {
  /// It leads to something that was never built.
  static final Fate NEW = new Fate(Set.of(), false, true);

  /// Nothing is known.
  static final Fate ANY = new Fate(Set.of(), true, true);

  Fate {
    results = Set.copyOf(results);
  }

  static Fate of(String result) {
    return new Fate(Set.of(result), false, false);
  }

  Verdict verdict() {
    if (!mayBeNew) {
      return Verdict.REUSED;
    }
    return results.isEmpty() && !any ? Verdict.RUNS : Verdict.UNKNOWN;
  }
}
