// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.BuildProblems;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Problem;
import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Advice about a Dockerfile: it builds, and what it builds could be better.
public final class Advice {
  /// One piece of advice, or a few that look at the same thing.
  @FunctionalInterface
  interface Adviser {
    void look(View view, Tips tips);
  }

  private static final List<Adviser> ALL =
      List.of(
          BaseAdvice::look,
          AptAdvice::look,
          CacheAdvice::look,
          LostAdvice::look,
          ProcessAdvice::look,
          FailureAdvice::look,
          DownloadAdvice::look,
          CopyAdvice::look,
          ContextAdvice::look,
          SecretAdvice::look,
          LayerAdvice::look,
          InstallOrder::look,
          StartAdvice::look,
          LocalhostAdvice::look,
          UserAdvice::look,
          HealthAdvice::look,
          SettingAdvice::look);

  private Advice() {}

  /// In no order. Silent about instructions that the builder refuses, and about files for Windows
  /// (`# escape=` and a backtick).
  public static List<Finding> of(Dockerfile file, CheckContext context) {
    Set<Integer> refused = new HashSet<>();
    file.problems().stream().map(Problem::line).forEach(refused::add);
    BuildProblems.of(file, context.buildArgs(), context.target()).stream()
        .map(Problem::line)
        .forEach(refused::add);
    return of(file, context, refused);
  }

  /// @param refused the first lines of instructions that the builder refuses
  static List<Finding> of(Dockerfile file, CheckContext context, Set<Integer> refused) {
    if (file.stages().isEmpty() || file.escape() == '`') {
      return List.of();
    }
    View view = View.of(file, context);
    Tips tips = new Tips(file, refused);
    ALL.forEach(adviser -> adviser.look(view, tips));
    return tips.findings();
  }
}
