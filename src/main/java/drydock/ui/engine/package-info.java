// SPDX-License-Identifier: Apache-2.0

/// The page about the engine: the doctor's report, and the choice among the engines that answer.
@NullMarked
package drydock.ui.engine;

import org.jspecify.annotations.NullMarked;
