// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

/// How a goal stands.
///
/// @param sentence what is there and, unless met, what is missing
public record Verdict(Result result, String sentence) {
  public enum Result {
    MET,
    UNMET,
    /// What it depends on is not known now.
    UNKNOWN
  }

  public boolean met() {
    return result == Result.MET;
  }

  static Verdict met(String sentence) {
    return new Verdict(Result.MET, sentence);
  }

  static Verdict unmet(String sentence) {
    return new Verdict(Result.UNMET, sentence);
  }

  static Verdict unknown(String sentence) {
    return new Verdict(Result.UNKNOWN, sentence);
  }
}
