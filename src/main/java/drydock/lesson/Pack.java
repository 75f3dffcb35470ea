// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A lesson pack that was read whole, without errors.
///
/// @param id reverse DNS, never reused for another pack
/// @param version semantic version
/// @param locale of its words
/// @param locales of its lessons, the first one complete
/// @param minimumApp the oldest Drydock that can open it; empty for any
/// @param images what its lessons may use, pinned
/// @param requires what all its lessons need; each may need more
/// @param cover its picture
/// @param lessons in order
/// @param paths named subsets of them
/// @param others the same pack in its other languages, by locale; empty in those
public record Pack(
    String id,
    String version,
    String locale,
    List<String> locales,
    String title,
    String summary,
    List<String> authors,
    String licence,
    String minimumApp,
    List<String> images,
    Requires requires,
    @Nullable PackFile cover,
    List<Lesson> lessons,
    List<LessonPath> paths,
    Map<String, Pack> others) {
  public Pack {
    locales = List.copyOf(locales);
    authors = List.copyOf(authors);
    images = List.copyOf(images);
    lessons = List.copyOf(lessons);
    paths = List.copyOf(paths);
    others = Map.copyOf(others);
  }

  public Optional<Lesson> lesson(String lessonId) {
    return lessons.stream().filter(l -> l.id().equals(lessonId)).findFirst();
  }

  /// With the words of a language, or of the nearest there is; its lessons too. To be asked of the pack as it was read.
  ///
  /// @param wanted a language tag
  public Pack in(String wanted) {
    return Locales.nearest(wanted, locale, others.keySet())
        .map(found -> others.getOrDefault(found, this))
        .orElse(this);
  }
}
