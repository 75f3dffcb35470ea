// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.List;

/// Some of a pack's lessons in an order of their own.
///
/// @param lessons their ids
public record LessonPath(String id, String title, List<String> lessons) {
  public LessonPath {
    lessons = List.copyOf(lessons);
  }
}
