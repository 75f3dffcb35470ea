// SPDX-License-Identifier: Apache-2.0

/// The containers of the engine: Drydock's own, which can be run, stopped and removed, and the others, which can only be
/// looked at.
@NullMarked
package drydock.ui.containers;

import org.jspecify.annotations.NullMarked;
