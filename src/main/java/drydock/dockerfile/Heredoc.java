// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import org.jspecify.annotations.Nullable;

/// A here-document of RUN, COPY or ADD.
///
/// @param marker `<<EOF` where it stands in the instruction
/// @param name what its last line must be; of COPY and ADD also the name of the file
/// @param expands whether the builder replaces variables in it (COPY and ADD only): no when any part of the name was
///     quoted
/// @param stripsTabs `<<-`: leading tabs of its lines do not count
/// @param body its lines, with their ends
/// @param terminator the line that ends it; null when the file ends first
public record Heredoc(
    Word marker,
    String name,
    boolean expands,
    boolean stripsTabs,
    Span body,
    @Nullable Span terminator) {
  /// What the builder puts into the file: without leading tabs, if they do not count; `\r` stays.
  public String content(String text) {
    String content = body.of(text);
    return stripsTabs ? content.replaceAll("(?m)^\t+", "") : content;
  }
}
