// SPDX-License-Identifier: Apache-2.0
/// What a room sees on a projector, the keys of a remote clicker, and the speaker's own window.
@NullMarked
package drydock.ui.presenter;

import org.jspecify.annotations.NullMarked;
