// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.doctor.Report.Row;
import drydock.doctor.Report.Section;
import drydock.doctor.Report.Severity;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A report for a terminal: words instead of colours, columns as wide as they need to be.
final class ReportText {
  private static final String GAP = "  ";

  private ReportText() {}

  static List<String> lines(Report report) {
    List<String> lines = new ArrayList<>();
    for (Section section : report.sections()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(section.title());
      lines.addAll(rows(section.rows()));
    }
    return lines;
  }

  static String word(Severity severity) {
    return switch (severity) {
      case FACT -> "";
      case OK -> Messages.get("doctor.severity.ok");
      case ATTENTION -> Messages.get("doctor.severity.attention");
      case PROBLEM -> Messages.get("doctor.severity.problem");
    };
  }

  private static List<String> rows(List<Row> rows) {
    int words = widest(Arrays.asList(Severity.values()), ReportText::word);
    int labels = widest(rows, Row::label);
    List<String> lines = new ArrayList<>();
    for (Row row : rows) {
      String word = padded(word(row.severity()), words);
      lines.add((GAP + word + padded(row.label(), labels) + row.value()).stripTrailing());
      if (!row.note().isEmpty()) {
        lines.add(GAP + padded("", words) + GAP + row.note());
      }
    }
    return lines;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length()) + GAP;
  }

  private static <T> int widest(List<T> items, Function<T, String> text) {
    return items.stream().map(text).mapToInt(String::length).max().orElse(0);
  }
}
