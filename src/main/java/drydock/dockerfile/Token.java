// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

/// A piece of a Dockerfile. The tokens of a file, put together, are the file.
///
/// @param start offset of the first character
/// @param end offset behind the last character
public record Token(TokenKind kind, int start, int end) {}
