// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.TokenKind;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.Paragraph;

/// Style classes of the editor; the colours are in the style sheet.
final class Styles {
  static final String EDITOR = "editor";
  static final String HEADER = "editor-header";
  static final String AREA = "editor-area";
  static final String LINE_NUMBER = "editor-line-number";
  static final String LINE_NUMBER_MARKED = "editor-line-number-marked";
  static final String LINE_ERROR = "editor-line-error";
  static final String LINE_HIGHLIGHT = "editor-line-highlight";
  static final String LINE_POINTED = "editor-line-pointed";
  static final String LINE_FLASH = "editor-line-flash";

  /// RichTextFX's own: a paragraph of this style takes no room.
  static final String LINE_HIDDEN = "collapse";

  static final String NOTE = "editor-note";
  static final String BAR = "editor-bar";
  static final String BAR_WARNING = "editor-bar-warning";
  static final String MESSAGE = "editor-message";
  static final String EMPTY = "editor-empty";
  static final String DIRTY = "editor-dirty";

  static final String SIGN = "editor-sign";
  static final String PROBLEMS = "editor-problems";

  private Styles() {}

  /// Whether a line is hidden behind another.
  static boolean isHidden(Paragraph<Collection<String>, ?, ?> paragraph) {
    return paragraph.getParagraphStyle().contains(LINE_HIDDEN);
  }

  static String of(CardContent.Tone tone) {
    return switch (tone) {
      case ERROR -> "finding-error";
      case WARNING -> "finding-warning";
      case ADVICE -> "finding-advice";
      case PLAIN -> "finding-plain";
    };
  }

  static Collection<String> of(TokenKind kind) {
    return switch (kind) {
      case KEYWORD -> List.of("df-keyword");
      case STAGE_KEYWORD -> List.of("df-stage-keyword");
      case DIRECTIVE -> List.of("df-directive");
      case COMMENT -> List.of("df-comment");
      case FLAG -> List.of("df-flag");
      case STRING -> List.of("df-string");
      case VARIABLE -> List.of("df-variable");
      case ESCAPE, CONTINUATION -> List.of("df-escape");
      case HEREDOC_MARKER, HEREDOC_END -> List.of("df-heredoc");
      case HEREDOC_BODY -> List.of("df-heredoc-body");
      case ERROR -> List.of("df-error");
      case BOM, ARGUMENT, WHITESPACE, NEWLINE -> List.of();
    };
  }

  static String of(LineNote.Role role) {
    return switch (role) {
      case REUSED -> "editor-note-reused";
      case RAN -> "editor-note-ran";
      case RUNNING -> "editor-note-running";
      case FAILED -> "editor-note-failed";
      case PREDICTED_REUSED -> "editor-note-predicted-reused";
      case PREDICTED_RUN -> "editor-note-predicted-run";
      case PREDICTED_OPEN -> "editor-note-predicted-open";
    };
  }
}
