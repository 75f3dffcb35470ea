// SPDX-License-Identifier: Apache-2.0

/// Reads lesson packs. A pack is untrusted input: every reader here is strict and bounded, and tells what is wrong with its
/// place and a sentence.
@NullMarked
package drydock.lesson.pack;

import org.jspecify.annotations.NullMarked;
