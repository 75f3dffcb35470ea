// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

/// A parser directive at the top of a file.
///
/// @param name lower case: syntax, escape, check
/// @param span from the `#` on
/// @param line counted from 1
public record Directive(String name, String value, Span span, int line) {}
