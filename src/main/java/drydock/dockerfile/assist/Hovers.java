// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Base;
import drydock.dockerfile.Directive;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Flag;
import drydock.dockerfile.FlagTable;
import drydock.dockerfile.Heredoc;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Word;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds what to say of the word at an offset.
final class Hovers {
  private final Assist assist;
  private final Dockerfile file;
  private final int offset;

  Hovers(Assist assist, int offset) {
    this.assist = assist;
    this.file = assist.file();
    this.offset = offset;
  }

  @Nullable Hover hover() {
    Hover variable = new VariableHover(assist, offset).hover();
    if (variable != null) {
      return variable;
    }
    Hover stage = stage();
    if (stage != null) {
      return stage;
    }
    for (Directive directive : file.directives()) {
      if (directive.span().touches(offset)) {
        return new Hover(
            directive.span(), "# " + directive.name(), "", Meanings.directive(directive.name()));
      }
    }
    return switch (Place.of(file, offset)) {
      case Place.Operand operand -> operand(operand.outer(), operand.inner(), operand.cursor());
      case Place.Keyword keyword -> keyword(keyword.word());
      case Place.Body _, Place.Directive _, Place.Nowhere _ -> null;
    };
  }

  private @Nullable Hover keyword(Span word) {
    String keyword = word.of(file.text()).toUpperCase(Locale.ROOT);
    String text = Meanings.instruction(keyword);
    return text.isEmpty() || !word.touches(offset)
        ? null
        : new Hover(word, keyword, Meanings.usage(keyword), text);
  }

  private @Nullable Hover stage() {
    Span span = assist.stages().spanAt(offset);
    Symbol symbol = span == null ? null : assist.stages().at(offset);
    if (span == null || symbol == null) {
      return null;
    }
    Stage stage = stage(symbol);
    Word image = stage.from().image();
    if (stage.name() == null && span.equals(stage.from().source().keyword().span())) {
      return null; // the keyword of a stage without a name
    }
    String text =
        Messages.get(
            "assist.hover.stage",
            stage.from().firstLine(),
            stage.instructions().size(),
            symbol.occurrences().size() - 1);
    return new Hover(span, stage.displayName(), image == null ? "" : "FROM " + image.text(), text);
  }

  private Stage stage(Symbol symbol) {
    int start = symbol.declarations().getFirst().span().start();
    Stage stage = file.stageOnLine(file.lines().line(start));
    return stage == null ? file.stages().getFirst() : stage;
  }

  private @Nullable Hover operand(Instruction outer, Instruction instruction, Cursor cursor) {
    for (Flag flag : instruction.flags()) {
      if (flag.word().from() <= cursor.index() && cursor.index() <= flag.word().to()) {
        return flag(instruction, flag, cursor);
      }
    }
    for (Heredoc heredoc : instruction.heredocs()) {
      if (heredoc.marker().from() <= cursor.index() && cursor.index() <= heredoc.marker().to()) {
        return heredoc(instruction, heredoc);
      }
    }
    if (outer instanceof Instruction.From from) {
      Word image = from.image();
      if (image != null && image.from() <= cursor.index() && cursor.index() <= image.to()) {
        return image(image);
      }
    }
    return null;
  }

  private @Nullable Hover flag(Instruction instruction, Flag flag, Cursor cursor) {
    Word value = flag.valueWord();
    if (flag.name().equals("mount") && value != null && cursor.index() >= value.from()) {
      return mount(cursor.within(value.from(), value.to()));
    }
    String meaning = Meanings.flag(instruction.keyword(), flag.name());
    if (meaning.isEmpty()) {
      return null;
    }
    List<String> lines = new ArrayList<>(List.of(meaning));
    for (FlagTable.Known known : FlagTable.of(instruction.keyword())) {
      if (known.name().equals(flag.name()) && known.minor() > 0) {
        lines.add(Messages.get("assist.hover.since", known.since()));
      }
    }
    return new Hover(flag.word().span(), "--" + flag.name(), "", String.join("\n", lines));
  }

  private static @Nullable Hover mount(Cursor value) {
    Cursor field = value.behind(",\"'").upTo(",\"'");
    String key = field.word().split("=", 2)[0].toLowerCase(Locale.ROOT);
    String meaning = Meanings.mountField(key);
    return meaning.isEmpty() ? null : new Hover(field.span(), key, "", meaning);
  }

  private static Hover heredoc(Instruction instruction, Heredoc heredoc) {
    String text =
        instruction instanceof Instruction.Run
            ? Messages.get("assist.hover.heredocRun", heredoc.name())
            : heredoc.expands()
                ? Messages.get("assist.hover.heredocExpands", heredoc.name())
                : Messages.get("assist.hover.heredocPlain", heredoc.name());
    return new Hover(heredoc.marker().span(), heredoc.marker().text(), "", text);
  }

  private @Nullable Hover image(Word word) {
    Stage stage = file.stageOnLine(file.lines().line(word.span().start()));
    if (stage == null) {
      return null;
    }
    return switch (assist.scopes().base(stage)) {
      case Base.Scratch _ ->
          new Hover(word.span(), "scratch", "", Messages.get("assist.proposal.scratch"));
      case Base.Image image when image.known() ->
          new Hover(word.span(), image.reference(), "", present(image.reference()));
      case Base.Image _, Base.OfStage _, Base.Invalid _ -> null;
    };
  }

  private String present(String reference) {
    String tagged =
        reference.indexOf(':', reference.lastIndexOf('/') + 1) < 0
            ? reference + ":latest"
            : reference;
    List<Surroundings.Image> images = assist.around().images();
    if (images.isEmpty()) {
      return Messages.get("assist.hover.image");
    }
    for (Surroundings.Image image : images) {
      if (image.reference().equals(reference) || image.reference().equals(tagged)) {
        return Messages.get("assist.hover.imageHere", image.detail());
      }
    }
    return Messages.get("assist.hover.imageElsewhere");
  }
}
