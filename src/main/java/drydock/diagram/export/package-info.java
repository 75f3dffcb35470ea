// SPDX-License-Identifier: Apache-2.0

/// Scenes as files.
@NullMarked
package drydock.diagram.export;

import org.jspecify.annotations.NullMarked;
