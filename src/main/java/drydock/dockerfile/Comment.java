// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

/// A comment line.
///
/// @param text without `#` and blanks around it
/// @param span from the `#` on
/// @param atLineStart whether the `#` is in the first column; `# check=` directives count only there
/// @param line counted from 1
public record Comment(String text, Span span, boolean atLineStart, int line) {}
