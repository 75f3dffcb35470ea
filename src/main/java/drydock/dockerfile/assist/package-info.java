// SPDX-License-Identifier: Apache-2.0

/// Help while a Dockerfile is written: completion, hover, symbols, outline, folding, comments, line
/// breaks. Pure functions of a text and a place in it, for the editor, the command line and other
/// editors alike.
@NullMarked
package drydock.dockerfile.assist;

import org.jspecify.annotations.NullMarked;
