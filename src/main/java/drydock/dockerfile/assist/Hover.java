// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Span;

/// What a word means.
///
/// @param span the word
/// @param title the word, as it is called
/// @param usage how it is written, as code; may be empty
/// @param text some sentences, each paragraph on a line
public record Hover(Span span, String title, String usage, String text) {}
