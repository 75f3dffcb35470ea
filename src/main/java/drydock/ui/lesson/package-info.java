// SPDX-License-Identifier: Apache-2.0

/// The lesson pane: choosing a lesson, following its steps, goals that turn green by themselves.
@NullMarked
package drydock.ui.lesson;

import org.jspecify.annotations.NullMarked;
