// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import java.util.List;
import java.util.stream.Stream;

/// How things stand with the engine, row by row: the command line and the window show the same rows. Immutable.
public record Report(Facts facts, List<Section> sections) {
  public Report {
    sections = List.copyOf(sections);
  }

  public static Report of(Facts facts) {
    return new Report(
        facts,
        Stream.of(
                SummaryRows.of(facts),
                EndpointRows.of(facts),
                EngineRows.of(facts),
                MachineRows.of(facts),
                DiskRows.of(facts),
                WarningRows.of(facts),
                LessonRows.of(facts))
            .filter(section -> !section.rows().isEmpty())
            .toList());
  }

  /// Whether there is an engine that Drydock can use.
  public boolean usable() {
    return facts.engine() != null;
  }

  /// For a terminal: a line a row in columns, below it its note.
  public List<String> text() {
    return ReportText.lines(this);
  }

  /// For programs and bug reports; the shape is [ReportJson]'s.
  public String json() {
    return ReportJson.write(this);
  }

  public record Section(Topic topic, String title, List<Row> rows) {
    public Section {
      rows = List.copyOf(rows);
    }
  }

  /// What a section is about; a section without anything to tell is left out.
  public enum Topic {
    SUMMARY,
    ENDPOINTS,
    ENGINE,
    MACHINE,
    DISK,
    WARNINGS,
    LESSONS
  }

  /// @param note what follows from it or what to do, possibly empty
  public record Row(String label, String value, String note, Severity severity) {
    /// Much of it is somebody else's words, which must not move a terminal's cursor.
    public Row {
      label = plain(label);
      value = plain(value);
      note = plain(note);
    }

    private static String plain(String text) {
      return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    static Row fact(String label, String value) {
      return new Row(label, value, "", Severity.FACT);
    }

    static Row good(String label, String value) {
      return new Row(label, value, "", Severity.OK);
    }

    static Row attention(String label, String value, String note) {
      return new Row(label, value, note, Severity.ATTENTION);
    }

    Row withNote(String text) {
      return new Row(label, value, text, severity);
    }
  }

  public enum Severity {
    /// Neither good nor bad.
    FACT,
    OK,
    ATTENTION,
    PROBLEM
  }

  /// A severity in a word; a plain fact has none.
  public static String word(Severity severity) {
    return ReportText.word(severity);
  }
}
