// SPDX-License-Identifier: Apache-2.0

/// Lesson text: Markdown in, [drydock.markup.Block]s and [drydock.markup.Inline]s out. A leaf; no toolkit.
@NullMarked
package drydock.markup;

import org.jspecify.annotations.NullMarked;
