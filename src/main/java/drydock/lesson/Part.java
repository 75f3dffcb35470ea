// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

/// A part of a lesson's words. Those that a translation lacks stand in the pack's first language, and are marked.
public enum Part {
  TITLE,
  TEXT,
  GOALS,
  PREDICTION,
  QUIZ,
  HINTS,
  MISTAKES,
  SOLUTION,
  WHY,
  NOTES
}
