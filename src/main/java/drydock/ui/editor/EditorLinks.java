// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import java.util.function.Consumer;
import java.util.function.Predicate;

/// Where an explanation leads to beyond the editor.
///
/// @param page shows an https address
/// @param hasLesson whether there is a lesson of this id
/// @param lesson opens the lesson of this id
public record EditorLinks(
    Consumer<String> page, Predicate<String> hasLesson, Consumer<String> lesson) {
  /// Nowhere: no lesson is known.
  static final EditorLinks NONE = new EditorLinks(_ -> {}, _ -> false, _ -> {});
}
