// SPDX-License-Identifier: Apache-2.0

/// The files of one layer: a tree with what the layer adds, changes and removes, their contents, and one path through all
/// layers.
@NullMarked
package drydock.ui.files;

import org.jspecify.annotations.NullMarked;
