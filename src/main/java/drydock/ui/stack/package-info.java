// SPDX-License-Identifier: Apache-2.0

/// The picture of the stack: what feeds it while it is looked at, and the way to start one more app.
@NullMarked
package drydock.ui.stack;

import org.jspecify.annotations.NullMarked;
