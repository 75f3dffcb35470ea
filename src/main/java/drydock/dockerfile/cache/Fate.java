// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.Set;

/// What may become of a step, and what steps behind it may build on.
///
/// @param results identities of results that were built before and that it may lead to
/// @param any whether it may lead to others as well that were built before
/// @param mayBeNew whether it may lead to a result that was never built
record Fate(Verdict verdict, Set<String> results, boolean any, boolean mayBeNew) {
  /// It leads to something that was never built.
  static final Fate NEW = new Fate(Verdict.RUNS, Set.of(), false, true);

  /// Nothing is known.
  static final Fate ANY = new Fate(Verdict.UNKNOWN, Set.of(), true, true);

  Fate {
    results = Set.copyOf(results);
  }

  static Fate of(String result) {
    return of(Set.of(result), false);
  }

  static Fate of(Set<String> results, boolean mayBeNew) {
    return new Fate(verdict(results, mayBeNew), results, false, mayBeNew);
  }

  static Verdict verdict(Set<String> results, boolean mayBeNew) {
    if (!mayBeNew) {
      return Verdict.REUSED;
    }
    return results.isEmpty() ? Verdict.RUNS : Verdict.UNKNOWN;
  }
}
