// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

/// One move of a step's solution.
public sealed interface Move {
  /// Makes a file of the workspace hold `content`.
  record Write(String path, String content) implements Move {}

  /// Builds the workspace; whether it succeeds is the goals' business.
  record Build(String tag) implements Move {}

  record Run(String image) implements Move {}
}
