// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.Word;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;

/// Typographic quotation marks where straight ones are meant: to the builder and to a shell they are letters like others.
final class SmartQuotes {
  private static final String DOUBLE = "\u201C\u201D\u201E";
  private static final String SINGLE = "\u2018\u2019";

  private SmartQuotes() {}

  /// One for each instruction in which such a mark opens a word. Inside straight quotes they are text.
  static List<Finding> in(Dockerfile file) {
    List<Finding> findings = new ArrayList<>();
    if (file.text().chars().noneMatch(SmartQuotes::isMark)) {
      return findings;
    }
    for (Instruction instruction : file.instructions()) {
      Word arguments = instruction.arguments();
      List<Integer> marks = marks(arguments.text());
      if (!marks.isEmpty() && opens(arguments.text(), marks.getFirst())) {
        findings.add(finding(instruction, arguments, marks));
      }
    }
    return findings;
  }

  private static Finding finding(Instruction instruction, Word arguments, List<Integer> marks) {
    List<Fix.Edit> edits = new ArrayList<>();
    for (int mark : marks) {
      boolean isDouble = DOUBLE.indexOf(arguments.text().charAt(mark)) >= 0;
      edits.add(new Fix.Edit(arguments.part(mark, mark + 1).span(), isDouble ? "\"" : "'"));
    }
    Span span = edits.getFirst().span();
    String explanation = Messages.get("dockerfile.check.smartQuotes");
    return new Finding(
        "smart-quotes",
        Severity.WARNING,
        span,
        instruction.firstLine(),
        instruction.lastLine(),
        Messages.get("dockerfile.check.smartQuotes.message"),
        explanation,
        "",
        new Fix(edits));
  }

  private static boolean isMark(int c) {
    return (DOUBLE + SINGLE).indexOf(c) >= 0;
  }

  private static List<Integer> marks(String text) {
    List<Integer> marks = new ArrayList<>();
    char inside = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inside != 0) {
        inside = c == inside ? 0 : inside;
      } else if (c == '"' || c == '\'') {
        inside = c;
      } else if (isMark(c)) {
        marks.add(i);
      }
    }
    return marks;
  }

  private static boolean opens(String text, int at) {
    return at == 0 || " \t=[(,".indexOf(text.charAt(at - 1)) >= 0;
  }
}
