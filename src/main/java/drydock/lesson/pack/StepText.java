// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.markup.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words of one step, gathered from its section of `lesson.md`.
final class StepText {
  final String id;
  final String title;
  final int line;
  final List<Block> text = new ArrayList<>();
  final List<List<Block>> hints = new ArrayList<>();
  final List<Block> why = new ArrayList<>();
  final List<Block> notes = new ArrayList<>();
  final Question prediction = new Question();
  final Question quiz = new Question();

  /// By goal id.
  final Map<String, String> goalTitles = new LinkedHashMap<>();

  /// By the mistake's id.
  final Map<String, List<Block>> mistakes = new LinkedHashMap<>();

  /// By the solution line's id.
  final Map<String, List<Block>> solution = new LinkedHashMap<>();

  StepText(String id, String title, int line) {
    this.id = id;
    this.title = title;
    this.line = line;
  }

  static final class Question {
    final List<Block> question = new ArrayList<>();

    /// By id, in order; empty when a number is asked for.
    final Map<String, String> choices = new LinkedHashMap<>();

    boolean isThere() {
      return !question.isEmpty();
    }
  }
}
