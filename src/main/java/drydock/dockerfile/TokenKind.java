// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

/// What a token is, as far as colours and editing need it.
public enum TokenKind {
  /// The UTF-8 byte order mark.
  BOM,
  /// A parser directive: `# syntax=…`, `# escape=…`, `# check=…`.
  DIRECTIVE,
  COMMENT,
  /// The name of an instruction, also the one inside ONBUILD and the CMD of HEALTHCHECK.
  KEYWORD,
  /// `--name=value` after the keyword.
  FLAG,
  /// The AS of FROM.
  STAGE_KEYWORD,
  ARGUMENT,
  /// A quoted text.
  STRING,
  VARIABLE,
  /// The escape character and the character that it escapes.
  ESCAPE,
  /// The escape character at the end of a line.
  CONTINUATION,
  /// `<<EOF`
  HEREDOC_MARKER,
  HEREDOC_BODY,
  HEREDOC_END,
  WHITESPACE,
  NEWLINE,
  /// An unknown instruction, a directive that cannot be, a heredoc without end.
  ERROR
}
