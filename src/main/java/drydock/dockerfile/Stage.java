// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A FROM and what follows it up to the next.
///
/// @param index counted from 0, as `COPY --from=0` counts
/// @param from where it begins
/// @param instructions without the FROM
public record Stage(int index, Instruction.From from, List<Instruction> instructions) {
  public Stage {
    instructions = List.copyOf(instructions);
  }

  /// Its name, lower case; null when it has none.
  public @Nullable String name() {
    Word name = from.name();
    return name == null ? null : name.text().toLowerCase(Locale.ROOT);
  }

  /// Its name, or "stage-N" as the builder calls it.
  public String displayName() {
    String name = name();
    return name == null ? "stage-" + index : name;
  }

  /// Counted from 1, the last line of its last instruction.
  public int lastLine() {
    return instructions.isEmpty() ? from.lastLine() : instructions.getLast().lastLine();
  }
}
