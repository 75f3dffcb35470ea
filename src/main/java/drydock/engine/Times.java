// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;

/// Which times are believed.
public final class Times {
  private static final long FAR = 1L << 36;

  private Times() {}

  /// Whether a moment lies within two thousand years of 1970. What an engine or a recording says
  /// beyond that is an error, and differences of two such moments would be numbers too large to
  /// calculate with.
  public static boolean plausible(Instant at) {
    return Math.abs(at.getEpochSecond()) <= FAR;
  }
}
