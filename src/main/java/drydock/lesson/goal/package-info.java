// SPDX-License-Identifier: Apache-2.0

/// Goals: what should be true, and whether it is. Checks are pure functions of a [drydock.lesson.goal.Situation], cheap
/// enough for every change of state.
@NullMarked
package drydock.lesson.goal;

import org.jspecify.annotations.NullMarked;
