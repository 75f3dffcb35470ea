// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Chars;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Word;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// What BuildKit checks about the names of stages.
final class StageRules {
  private static final Set<String> RESERVED = Set.of("context", "scratch");

  private StageRules() {}

  static void nameCasing(Subject subject, Report report) {
    for (Stage stage : subject.file().stages()) {
      Word name = stage.from().name();
      String lower = stage.name();
      if (name != null && lower != null && !name.text().equals(lower)) {
        report.add(
            Rule.STAGE_NAME_CASING,
            stage.from(),
            name.span(),
            "Stage name '" + name.text() + "' should be lowercase",
            Fix.replace(name.span(), lower));
      }
    }
  }

  /// Not looked at when FROM itself is mixed: that is another finding.
  static void asCasing(Subject subject, Report report) {
    for (Stage stage : subject.file().stages()) {
      Instruction.From from = stage.from();
      String keyword = from.source().keyword().text();
      Word as = from.as();
      boolean lower = keyword.equals(keyword.toLowerCase(Locale.ROOT));
      boolean upper = keyword.equals(keyword.toUpperCase(Locale.ROOT));
      if (as == null || !(lower || upper)) {
        continue;
      }
      String right = lower ? "as" : "AS";
      if (!as.text().equals(right)) {
        report.add(
            Rule.FROM_AS_CASING,
            from,
            as.span(),
            "'" + as.text() + "' and '" + keyword + "' keywords' casing do not match",
            Fix.replace(as.span(), right));
      }
    }
  }

  static void duplicates(Subject subject, Report report) {
    Set<String> seen = new HashSet<>();
    for (Stage stage : subject.file().stages()) {
      Word name = stage.from().name();
      String lower = stage.name();
      if (name != null && lower != null && !seen.add(lower)) {
        report.add(
            Rule.DUPLICATE_STAGE_NAME,
            stage.from(),
            name.span(),
            "Duplicate stage name " + Chars.quote(lower) + ", stage names should be unique",
            null);
      }
    }
  }

  static void reserved(Subject subject, Report report) {
    for (Stage stage : subject.file().stages()) {
      Word name = stage.from().name();
      String lower = stage.name();
      if (name != null && lower != null && RESERVED.contains(lower)) {
        report.add(
            Rule.RESERVED_STAGE_NAME,
            stage.from(),
            name.span(),
            "Stage name should not use the same name as reserved stage " + Chars.quote(lower),
            null);
      }
    }
  }
}
