// SPDX-License-Identifier: Apache-2.0

/// The time that the picture of lives shows: how much of it, up to when, and the controls for both.
@NullMarked
package drydock.ui.life;

import org.jspecify.annotations.NullMarked;
