// SPDX-License-Identifier: Apache-2.0

/// The pictures: pure functions from what the engine said to a [drydock.diagram.Scene], one question each.
@NullMarked
package drydock.diagram.picture;

import org.jspecify.annotations.NullMarked;
