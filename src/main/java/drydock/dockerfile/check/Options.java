// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Comment;
import drydock.dockerfile.Instruction;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `# check=skip=A,B;experimental=C` asks for.
record Options(Set<String> skipped, Set<String> experimental) {
  static final Options NONE = new Options(Set.of(), Set.of());

  private static final Pattern CHECK = Pattern.compile("(?i)check\\s*=\\s*(.+)");
  private static final String ALL = "all";

  /// @param value what stands behind `check=`; it ends at the first blank
  static Options of(String value) {
    Set<String> skipped = new HashSet<>();
    Set<String> experimental = new HashSet<>();
    for (String option : value.strip().split(" ", 2)[0].split(";", 3)) {
      int equals = option.indexOf('=');
      if (equals < 0) {
        continue; // a problem of its own
      }
      List<String> names = List.of(option.substring(equals + 1).split(",", -1));
      switch (option.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
        case "skip" -> skipped.addAll(names);
        case "experimental" -> experimental.addAll(names);
        default -> {} // error=true: not what is said, only what the builder does about it
      }
    }
    return new Options(skipped, experimental);
  }

  /// Those that a comment directly above an instruction gives for it alone; the first one counts.
  static Options above(Instruction instruction) {
    for (Comment comment : instruction.source().comments()) {
      Matcher matcher = CHECK.matcher(comment.text());
      if (comment.atLineStart() && matcher.matches()) {
        return of(matcher.group(1));
      }
    }
    return NONE;
  }

  boolean skips(Rule rule) {
    return skipped.contains(ALL) || skipped.contains(rule.code());
  }

  boolean enables(Rule rule) {
    return experimental.contains(ALL) || experimental.contains(rule.code());
  }
}
