// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.util.List;

/// A file that a layer made useless.
///
/// @param node its path
/// @param before its version below
/// @param after the version that took its place, or [Views#NOTHING]
/// @param upper the layer that did it
/// @param top the highest folder that was removed together with it; its own path when none was
/// @param candidates versions that the same layer added elsewhere and that may be the same file
record Lost(int node, int before, int after, int upper, int top, List<Integer> candidates) {}
