// SPDX-License-Identifier: Apache-2.0

/// The picture of layers: which images are shown, and what their containers write while somebody looks.
@NullMarked
package drydock.ui.layers;

import org.jspecify.annotations.NullMarked;
