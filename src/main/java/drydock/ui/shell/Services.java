// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.EngineMonitor;
import drydock.ui.kit.Background;
import drydock.ui.lesson.LessonModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;

/// What the window works with, made by the composition.
///
/// @param openLink shows an https address in the person's browser
/// @param scratch folder for large files that need not outlive the window
public record Services(
    EngineMonitor monitor,
    Background background,
    Clock clock,
    Memory memory,
    LessonModel lessons,
    Consumer<String> openLink,
    Path scratch) {
  /// The same over another engine.
  Services over(EngineMonitor other) {
    return new Services(other, background, clock, memory, lessons, openLink, scratch);
  }
}
