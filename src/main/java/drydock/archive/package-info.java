// SPDX-License-Identifier: Apache-2.0

/// Saved images read from the inside: which layers there are, which files each of them holds, adds, changes and hides, and
/// which bytes nobody sees any more. An archive is not trusted: everything is bounded by [drydock.archive.Bounds], nothing
/// is unpacked into files. A leaf that knows no engine.
@NullMarked
package drydock.archive;

import org.jspecify.annotations.NullMarked;
