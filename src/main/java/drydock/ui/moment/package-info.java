// SPDX-License-Identifier: Apache-2.0
/// The strip of moments under the pictures: what happened, and the way back to any of it.
@NullMarked
package drydock.ui.moment;

import org.jspecify.annotations.NullMarked;
