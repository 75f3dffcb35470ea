// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

/// A line of the table.
///
/// @param depth how many folders it lies in
/// @param open whether what is in this folder follows
record Row(FileItem item, int depth, boolean open) {}
