// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.List;

/// A lesson pack that was read whole, without problems.
///
/// @param id reverse DNS, never reused for another pack
/// @param version semantic version
/// @param images what its lessons may use, pinned
/// @param lessons in order
public record Pack(
    String id,
    String version,
    String title,
    String summary,
    List<String> authors,
    String licence,
    List<String> images,
    List<Lesson> lessons) {
  public Pack {
    authors = List.copyOf(authors);
    images = List.copyOf(images);
    lessons = List.copyOf(lessons);
  }
}
