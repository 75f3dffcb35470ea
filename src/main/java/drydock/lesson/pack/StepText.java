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
  final List<Block> question = new ArrayList<>();

  /// By id, in order.
  final Map<String, String> choices = new LinkedHashMap<>();

  /// By goal id.
  final Map<String, String> goalTitles = new LinkedHashMap<>();

  StepText(String id, String title, int line) {
    this.id = id;
    this.title = title;
    this.line = line;
  }
}
