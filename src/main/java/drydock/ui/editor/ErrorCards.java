// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Span;
import drydock.messages.Messages;
import java.util.List;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// Says what went wrong when a line was built.
final class ErrorCards implements CardSource {
  private final OpenFile file;

  ErrorCards(OpenFile file) {
    this.file = file;
  }

  @Override
  public List<Explained> at(int offset) {
    var place = file.document().offsetToPosition(offset, Bias.Forward);
    @Nullable String error = file.error(place.getMajor() + 1);
    if (error == null) {
      return List.of();
    }
    int start = offset - place.getMinor();
    int length = file.document().getParagraphs().get(place.getMajor()).length();
    return List.of(
        new Explained(
            new Span(start, start + length),
            new CardContent(
                new CardContent.Badge(CardContent.Tone.ERROR, Messages.get("editor.card.build")),
                error,
                List.of())));
  }

  @Override
  public List<Explained> atCaret(int offset) {
    return at(offset);
  }

  @Override
  public List<Explained> onLine(int start, int end) {
    return at(start);
  }
}
