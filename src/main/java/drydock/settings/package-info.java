// SPDX-License-Identifier: Apache-2.0

/// What Drydock remembers of a person: appearance, window, panes, where they were. A leaf.
@NullMarked
package drydock.settings;

import org.jspecify.annotations.NullMarked;
