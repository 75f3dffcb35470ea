// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Lines;
import drydock.dockerfile.Span;
import drydock.dockerfile.check.Finding;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.check.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects advice, as far as the file wants it. Nothing is said twice of a line, and nothing of
/// one that the builder refuses.
final class Tips {
  private final Dockerfile file;
  private final Set<Integer> refused;
  private final Skips skips;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<List<Object>> said = new HashSet<>();

  /// @param refused the first lines of instructions that the builder refuses
  Tips(Dockerfile file, Set<Integer> refused) {
    this.file = file;
    this.refused = refused;
    this.skips = new Skips(file);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /// With a change that is safe to make for the learner.
  void fix(Topic topic, Instruction instruction, Span span, Fix fix, Object... words) {
    add(topic, instruction, span, rewritten(instruction, fix), fix, words);
  }

  /// With a change to be shown only: it needs a decision, or something that is not in the file.
  void show(Topic topic, Instruction instruction, Span span, Fix change, Object... words) {
    add(topic, instruction, span, rewritten(instruction, change), null, words);
  }

  /// With a change that is shown, and made if it is safe.
  void offer(
      Topic topic, Instruction instruction, Span span, boolean safe, Fix change, Object... words) {
    add(topic, instruction, span, rewritten(instruction, change), safe ? change : null, words);
  }

  /// With lines of the learner's put together anew.
  void write(Topic topic, Instruction instruction, Span span, String better, Object... words) {
    add(topic, instruction, span, better, null, words);
  }

  private void add(
      Topic topic,
      Instruction instruction,
      Span span,
      String better,
      @Nullable Fix fix,
      Object... words) {
    if (refused.contains(instruction.firstLine())
        || skips.skips(topic, instruction)
        || !said.add(List.of(topic, instruction.firstLine()))) {
      return;
    }
    findings.add(
        new Finding(
            topic.code(),
            Severity.ADVICE,
            span,
            instruction.firstLine(),
            instruction.lastLine(),
            topic.message(words),
            topic.explanation(words),
            "",
            better,
            topic.lesson().id(),
            fix));
  }

  /// The lines of an instruction, and of what else changes, after the change.
  private String rewritten(Instruction instruction, Fix fix) {
    Lines lines = file.lines();
    int first = instruction.firstLine();
    int last = instruction.lastLine();
    int longer = 0;
    for (Fix.Edit edit : fix.edits()) {
      int from = lines.line(edit.span().start());
      int to = lines.line(Math.max(edit.span().start(), edit.span().end() - 1));
      Instruction other = file.instructionOnLine(to);
      first = Math.min(first, from);
      last = Math.max(last, other == null ? to : other.lastLine());
      longer += edit.replacement().length() - edit.span().length();
    }
    int start = lines.start(first);
    int end = lines.span(last, last).end();
    return fix.applyTo(file.text()).substring(start, end + longer).replace("\r", "").strip();
  }
}
