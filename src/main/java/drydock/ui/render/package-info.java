// SPDX-License-Identifier: Apache-2.0

/// Data to JavaFX nodes: scenes here, lesson text beside them.
@NullMarked
package drydock.ui.render;

import org.jspecify.annotations.NullMarked;
