// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.doctor.Report.Row;
import drydock.doctor.Report.Section;
import drydock.doctor.Report.Severity;
import drydock.doctor.Report.Topic;
import drydock.engine.EngineInfo;
import drydock.lesson.Lesson;
import drydock.lesson.Move;
import drydock.lesson.Pack;
import drydock.lesson.PackFile;
import drydock.lesson.pack.PackProblem;
import drydock.lesson.pack.PackReading;
import drydock.messages.Messages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What of Drydock's lessons can be done here.
final class LessonRows {
  private LessonRows() {}

  static Section of(Facts facts) {
    List<Row> rows = new ArrayList<>();
    for (PackReading reading : facts.packs()) {
      Pack pack = reading.pack();
      if (pack == null) {
        rows.add(broken(reading.problems()));
      } else {
        pack.lessons().forEach(lesson -> rows.add(row(lesson, pack, facts)));
      }
    }
    return new Section(Topic.LESSONS, Messages.get("doctor.lessons"), rows);
  }

  private static Row broken(List<PackProblem> problems) {
    return new Row(
        Messages.get("doctor.lesson.pack"),
        Messages.get("doctor.lesson.pack.broken"),
        problems.isEmpty() ? "" : problems.getFirst().toString(),
        Severity.PROBLEM);
  }

  private static Row row(Lesson lesson, Pack pack, Facts facts) {
    EngineInfo engine = facts.engine();
    String label = lesson.title();
    if (engine == null) {
      return Row.fact(label, Messages.get("doctor.lesson.noEngine"));
    }
    return switch (Fitness.of(engine, lesson)) {
      case Fitness.Whole _ ->
          Row.good(label, Messages.get("doctor.lesson.whole"))
              .withNote(toPull(lesson, pack, facts));
      case Fitness.Reduced(String why) ->
          Row.attention(
              label,
              Messages.get("doctor.lesson.reduced"),
              (why + " " + toPull(lesson, pack, facts)).strip());
      case Fitness.Impossible(String why) ->
          new Row(label, Messages.get("doctor.lesson.impossible"), why, Severity.PROBLEM);
    };
  }

  /// No hindrance, but good to know before the network is gone.
  private static String toPull(Lesson lesson, Pack pack, Facts facts) {
    Set<String> there = facts.images();
    if (there == null) {
      return "";
    }
    List<String> missing =
        pack.images().stream()
            .filter(image -> !there.contains(image))
            .filter(image -> texts(lesson).anyMatch(text -> text.contains(image)))
            .toList();
    return missing.isEmpty() ? "" : Messages.get("doctor.lesson.pull", String.join(", ", missing));
  }

  /// The files that the learner is given, and those that the solution writes.
  private static Stream<String> texts(Lesson lesson) {
    Stream<PackFile> files =
        Stream.concat(
            lesson.files().values().stream(),
            lesson.steps().stream().flatMap(step -> step.files().values().stream()));
    Stream<Move> moves = lesson.steps().stream().flatMap(step -> step.moves().stream());
    return Stream.concat(
        files.map(file -> new String(file.bytes(), StandardCharsets.UTF_8)),
        moves
            .filter(Move.Write.class::isInstance)
            .map(Move.Write.class::cast)
            .map(Move.Write::content));
  }
}
