// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Keywords;
import java.util.Locale;
import java.util.regex.Pattern;

/// How a file writes its keywords: as most of its instructions do, in capitals when there are none.
///
/// @param isLower small letters
/// @param escape the escape character of the file, for line ends
record Casing(boolean isLower, char escape) {
  private static final Pattern KEYWORD =
      Pattern.compile("(?m)^(" + String.join("|", Keywords.ALL) + ")(?= )|(?<= )AS(?= )");

  /// @param here the offset of the keyword that is being written, which does not count
  static Casing of(Dockerfile file, int here) {
    int lower = 0;
    int upper = 0;
    for (Instruction instruction : file.instructions()) {
      String keyword = instruction.source().keyword().text();
      if (!instruction.source().keyword().span().touches(here)
          && !(instruction instanceof Instruction.Unknown)) {
        lower += keyword.equals(keyword.toLowerCase(Locale.ROOT)) ? 1 : 0;
        upper += keyword.equals(keyword.toUpperCase(Locale.ROOT)) ? 1 : 0;
      }
    }
    return new Casing(lower > upper, file.escape());
  }

  String keyword(String upper) {
    return isLower ? upper.toLowerCase(Locale.ROOT) : upper;
  }

  /// Lines of instructions, written in capitals and with backslashes, in the way of this file.
  String lines(String template) {
    String escaped = escape == '\\' ? template : template.replace("\\\n", escape + "\n");
    return isLower
        ? KEYWORD.matcher(escaped).replaceAll(m -> m.group().toLowerCase(Locale.ROOT))
        : escaped;
  }
}
