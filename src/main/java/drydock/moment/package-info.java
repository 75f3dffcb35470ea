// SPDX-License-Identifier: Apache-2.0
/// The past of an engine: moments kept by reference, what happened between them, and how two of
/// them differ. No toolkit, no threads.
@NullMarked
package drydock.moment;

import org.jspecify.annotations.NullMarked;
