// SPDX-License-Identifier: Apache-2.0

/// What every view is made with: background work, actions, icons, theme. Knows no feature and nothing of engines.
@NullMarked
package drydock.ui.kit;

import org.jspecify.annotations.NullMarked;
