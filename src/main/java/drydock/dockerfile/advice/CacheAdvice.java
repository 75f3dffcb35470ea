// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.shell.Argument;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Command.Joint;
import drydock.dockerfile.shell.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What apk, pip and npm leave behind or change.
final class CacheAdvice {
  private CacheAdvice() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      for (Step step : stage.runs()) {
        Script script = Objects.requireNonNull(step.script());
        for (Command command : script.commands()) {
          npm(stage, step, command, tips);
        }
        if (stage.ships()) {
          apk(step, script, tips);
          pip(view, step, script, tips);
        }
      }
    }
  }

  private static void apk(Step step, Script script, Tips tips) {
    if (script.text().contains("/var/cache/apk")
        || script.text().contains("apk cache")
        || Packages.isMounted(step.instruction(), "/apk")) {
      return;
    }
    List<Fix.Edit> edits = new ArrayList<>();
    for (Command add : script.commands()) {
      if (add.program().equals("apk")
          && Packages.does(add, "add")
          && !add.has("--no-cache", "--cache-dir", "--no-network")
          && !Packages.isOpen(add)) {
        edits.add(withoutCache(add));
      }
    }
    if (edits.isEmpty()) {
      return;
    }
    Span begin = edits.getFirst().span();
    Span said =
        script.commands().stream()
            .map(Command::span)
            .filter(s -> s.start() <= begin.start() && begin.start() <= s.end())
            .findFirst()
            .orElse(begin);
    Command first = script.commands().getFirst();
    if (first.program().equals("apk")
        && Packages.does(first, "update")
        && first.after() == Joint.AND
        && first.depth() == 0) {
      edits.add(Edits.without(script.commands(), first));
    }
    tips.fix(Topic.APK_CACHE_LEFT, step.instruction(), said, new Fix(edits));
  }

  private static Fix.Edit withoutCache(Command add) {
    return add.arguments().stream()
        .filter(a -> a.text().equals("-U") || a.text().startsWith("--update"))
        .findFirst()
        .map(a -> new Fix.Edit(a.span(), "--no-cache"))
        .orElseGet(
            () -> Edits.behind(Objects.requireNonNull(Packages.action(add)).span(), " --no-cache"));
  }

  private static void pip(View view, Step step, Script script, Tips tips) {
    if (step.scope().find("PIP_NO_CACHE_DIR") != null
        || script.text().contains("PIP_NO_CACHE_DIR")
        || script.text().contains("cache purge")
        || script.text().contains(".cache")
        || view.file().text().contains("no-cache-dir true")
        || Packages.isMounted(step.instruction(), ".cache", "pip")) {
      return;
    }
    List<Fix.Edit> edits = new ArrayList<>();
    for (Command command : script.commands()) {
      Argument install = Packages.action(command);
      if (install != null
          && install.text().equals("install")
          && Packages.isPip(command)
          && !command.has("--no-cache-dir", "--cache-dir", "--dry-run")
          && !Packages.isOpen(command)) {
        edits.add(Edits.behind(install.span(), " --no-cache-dir"));
      }
    }
    if (!edits.isEmpty()) {
      Span first = edits.getFirst().span();
      Span install = new Span(first.start() - "install".length(), first.end());
      tips.fix(Topic.PIP_CACHE_LEFT, step.instruction(), install, new Fix(edits));
    }
  }

  /// Only where the lock file is surely there.
  private static void npm(StageView stage, Step step, Command command, Tips tips) {
    List<Argument> operands = command.operands();
    if (!command.program().equals("npm")
        || operands.size() != 1
        || !(operands.getFirst().text().equals("install") || operands.getFirst().text().equals("i"))
        || command.has(
            "-g", "--global", "--no-package-lock", "--package-lock-only", "--prefix", "-C")
        || command.has("--no-save", "--save", "--package-lock", "--location")
        || Packages.isOpen(command)
        || !hasLock(stage.before(step))) {
      return;
    }
    Argument install = operands.getFirst();
    tips.fix(
        Topic.NPM_INSTALL_WITH_LOCK,
        step.instruction(),
        install.span(),
        Fix.replace(install.span(), "ci"));
  }

  private static boolean hasLock(List<Step> steps) {
    return steps.stream()
        .anyMatch(
            s ->
                s.instruction() instanceof Instruction.Copy copy
                    && copy.from() == null
                    && copy.sources().stream()
                        .anyMatch(
                            v ->
                                List.of("package-lock.json", "npm-shrinkwrap.json")
                                    .contains(Paths.name(v.text()))));
  }
}
