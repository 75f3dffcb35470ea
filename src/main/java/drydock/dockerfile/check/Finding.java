// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Span;
import org.jspecify.annotations.Nullable;

/// Something to say about a place of a file.
///
/// @param code of a build check BuildKit's name of it ("StageNameCasing"), otherwise a word of ours
///   ("unknown-flag"); never changes
/// @param span what it is about, as narrow as possible
/// @param line the first line that BuildKit names, counted from 1; 0 when it means the whole file
/// @param endLine the last line that BuildKit names
/// @param message in BuildKit's own words where it has any
/// @param explanation what happens and what to do, for a learner
/// @param url BuildKit's page about it; empty when there is none
/// @param better the learner's own lines, written better; empty when there is nothing to show
/// @param lesson id of the lesson that shows it happen; empty when there is none
/// @param fix null when there is no mechanical one
public record Finding(
    String code,
    Severity severity,
    Span span,
    int line,
    int endLine,
    String message,
    String explanation,
    String url,
    String better,
    String lesson,
    @Nullable Fix fix) {

  /// What BuildKit says itself, which is shown by no lesson.
  Finding(
      String code,
      Severity severity,
      Span span,
      int line,
      int endLine,
      String message,
      String explanation,
      String url,
      @Nullable Fix fix) {
    this(code, severity, span, line, endLine, message, explanation, url, "", "", fix);
  }
}
