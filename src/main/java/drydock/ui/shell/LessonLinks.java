// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.lesson.Lesson;
import drydock.ui.editor.EditorLinks;
import drydock.ui.lesson.LessonModel;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Leads from an explanation in the editor to a page or to the lesson that shows it.
final class LessonLinks {
  private LessonLinks() {}

  static EditorLinks of(LessonModel lessons, Consumer<String> openLink) {
    return new EditorLinks(
        openLink,
        id -> lesson(lessons, id).isPresent(),
        id -> lesson(lessons, id).ifPresent(lessons::open));
  }

  private static Optional<Lesson> lesson(LessonModel lessons, String id) {
    return lessons.packs().stream()
        .flatMap(
            reading -> reading.pack() == null ? Stream.of() : reading.pack().lessons().stream())
        .filter(lesson -> lesson.id().equals(id))
        .findFirst();
  }
}
