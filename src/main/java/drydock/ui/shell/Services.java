// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.doctor.Search;
import drydock.engine.EngineMonitor;
import drydock.ui.kit.Background;
import drydock.ui.lesson.LessonModel;
import java.time.Clock;
import java.util.function.Consumer;

/// What the window works with, made by the composition.
///
/// @param search tries every endpoint anew
/// @param openLink shows an https address in the person's browser
public record Services(
    EngineMonitor monitor,
    Search search,
    Background background,
    Clock clock,
    Memory memory,
    LessonModel lessons,
    Consumer<String> openLink) {}
