// SPDX-License-Identifier: Apache-2.0

/// The picture pane: which picture is shown, zoom, what stands for what, and where each part comes from.
@NullMarked
package drydock.ui.picture;

import org.jspecify.annotations.NullMarked;
