// SPDX-License-Identifier: Apache-2.0

/// Scenes as files: SVG, PNG, PDF, and as words. [drydock.diagram.export.PictureFormat] is the way
/// in; no toolkit and no display is needed.
@NullMarked
package drydock.diagram.export;

import org.jspecify.annotations.NullMarked;
