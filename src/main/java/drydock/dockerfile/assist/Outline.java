// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;

/// What a file is made of: its stages with their steps.
public final class Outline {
  private static final int LONGEST = 120;

  private Outline() {}

  /// @param keyword "RUN"; "FROM" of a stage
  /// @param label what follows the keyword, shortened; of a stage its name
  /// @param detail of a stage what it starts from; otherwise empty
  /// @param span what is selected when one goes there
  /// @param firstLine counted from 1
  /// @param lastLine of a stage that of its last step
  public record Item(
      String keyword,
      String label,
      String detail,
      Span span,
      int firstLine,
      int lastLine,
      List<Item> children) {
    public Item {
      children = List.copyOf(children);
    }
  }

  /// The instructions above the first FROM, then the stages.
  public static List<Item> of(Dockerfile file) {
    List<Item> items = new ArrayList<>();
    file.globals().forEach(instruction -> items.add(step(instruction)));
    file.stages().forEach(stage -> items.add(stage(stage)));
    return List.copyOf(items);
  }

  private static Item stage(Stage stage) {
    Word image = stage.from().image();
    return new Item(
        "FROM",
        stage.displayName(),
        image == null ? "" : image.text(),
        stage.from().source().keyword().span(),
        stage.from().firstLine(),
        stage.lastLine(),
        stage.instructions().stream().map(Outline::step).toList());
  }

  private static Item step(Instruction instruction) {
    String text = instruction.text();
    String rest = text.substring(Math.min(text.length(), instruction.keyword().length())).strip();
    String line = rest.replaceAll("\\s+", " ");
    return new Item(
        instruction.keyword(),
        line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line,
        "",
        instruction.source().keyword().span(),
        instruction.firstLine(),
        instruction.lastLine(),
        List.of());
  }
}
