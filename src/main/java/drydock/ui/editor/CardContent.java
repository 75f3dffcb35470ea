// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a card beside the text says, from top to bottom.
///
/// @param badge a word of what kind the title is; null for none
record CardContent(@Nullable Badge badge, String title, List<Part> parts) {
  CardContent {
    parts = List.copyOf(parts);
  }

  /// The colour and the sign of a badge.
  enum Tone {
    ERROR,
    WARNING,
    ADVICE,
    PLAIN
  }

  record Badge(Tone tone, String word) {}

  /// One thing below the title.
  sealed interface Part {}

  record Paragraph(String text) implements Part {}

  /// Lines of code, with a word above them; empty for none.
  record Code(String caption, String text) implements Part {}

  /// Leads elsewhere.
  record Link(String text, Runnable follow) implements Part {}

  /// Does something to the text; the card closes first.
  ///
  /// @param keys what to press instead; empty for none
  record Button(String text, String keys, Runnable press) implements Part {}

  /// All of it for a screen reader.
  String spoken() {
    String head = badge == null ? title : badge.word() + ": " + title;
    String rest =
        parts.stream()
            .map(
                part ->
                    switch (part) {
                      case Paragraph paragraph -> paragraph.text();
                      case Code code -> (code.caption() + " " + code.text()).strip();
                      case Link link -> link.text();
                      case Button button -> button.text();
                    })
            .collect(Collectors.joining("\n"));
    return head + "\n" + rest;
  }
}
