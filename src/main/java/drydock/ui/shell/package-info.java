// SPDX-License-Identifier: Apache-2.0

/// The main window: puts the features side by side and wires them to each other and to the engine.
@NullMarked
package drydock.ui.shell;

import org.jspecify.annotations.NullMarked;
