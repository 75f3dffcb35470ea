// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Span;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.shell.Argument;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Command.Joint;
import drydock.dockerfile.shell.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Installing packages of Debian, Ubuntu and Fedora.
final class AptAdvice {
  private AptAdvice() {}

  static void look(View view, Tips tips) {
    String all = view.file().text();
    boolean answersItself = all.contains("Assume-Yes") || all.contains("assumeyes");
    boolean choosesItself = all.contains("Install-Recommends");
    for (StageView stage : view.stages()) {
      boolean told = choosesItself || !stage.ships();
      for (Step step : stage.runs()) {
        Script script = Objects.requireNonNull(step.script());
        inScript(step, script, tips);
        if (!answersItself) {
          asks(step, script, tips);
        }
        told = told || recommends(step, script, tips);
        updateAlone(view, stage, step, script, tips);
        if (stage.ships()) {
          listsLeft(view, step, script, tips);
        }
      }
    }
  }

  private static void inScript(Step step, Script script, Tips tips) {
    List<Fix.Edit> edits = new ArrayList<>();
    for (Command command : script.commands()) {
      if (command.program().equals("apt")
          && Packages.does(
              command, "update", "install", "upgrade", "remove", "purge", "autoremove", "clean")) {
        for (Argument word : command.words()) {
          if (word.text().equals("apt") && word.span().length() == 3) {
            edits.add(new Fix.Edit(word.span(), "apt-get"));
            break;
          }
        }
      }
    }
    if (!edits.isEmpty()) {
      tips.fix(Topic.APT_IN_SCRIPT, step.instruction(), edits.getFirst().span(), new Fix(edits));
    }
  }

  private static void asks(Step step, Script script, Tips tips) {
    List<Command> open =
        script.commands().stream().filter(c -> mayAsk(c) && !isAnswered(c)).toList();
    if (open.isEmpty()) {
      return;
    }
    Command first = open.getFirst();
    Argument action = Objects.requireNonNull(Packages.action(first));
    tips.fix(
        Topic.INSTALL_ASKS,
        step.instruction(),
        new Span(first.span().start(), action.span().end()),
        behindActions(open, " -y"),
        first.program(),
        action.text());
  }

  private static Fix behindActions(List<Command> commands, String option) {
    return new Fix(
        commands.stream()
            .map(c -> Edits.behind(Objects.requireNonNull(Packages.action(c)).span(), option))
            .toList());
  }

  private static boolean mayAsk(Command command) {
    return switch (command.program()) {
      case "apt-get", "apt" ->
          Packages.does(command, "install", "upgrade", "dist-upgrade", "full-upgrade", "build-dep");
      case "yum", "dnf" -> Packages.does(command, "install", "update", "upgrade", "groupinstall");
      default -> false;
    };
  }

  private static boolean isAnswered(Command command) {
    return command.hasLetter('y')
        || command.hasLetter('s')
        || command.has("--yes", "--assume-yes", "--assumeyes", "--force-yes", "-qq", "-q=2")
        || command.has("--simulate", "--dry-run", "--just-print", "--print-uris", "--assume-no")
        || command.arguments().stream().filter(a -> a.text().equals("-q")).count() > 1
        || command.before() == Joint.PIPE
        || !command.inputs().isEmpty()
        || Packages.isOpen(command);
  }

  /// Once for a stage: it holds for all its lines.
  private static boolean recommends(Step step, Script script, Tips tips) {
    List<Command> open =
        script.commands().stream()
            .filter(c -> Packages.isApt(c) && Packages.does(c, "install"))
            .filter(c -> !c.has("--no-install-recommends", "--install-recommends"))
            .filter(c -> !Packages.named(c).isEmpty() && !Packages.isOpen(c))
            .toList();
    if (!open.isEmpty()) {
      tips.show(
          Topic.APT_RECOMMENDS,
          step.instruction(),
          Objects.requireNonNull(Packages.action(open.getFirst())).span(),
          behindActions(open, " --no-install-recommends"));
    }
    return !open.isEmpty();
  }

  private static void listsLeft(View view, Step step, Script script, Tips tips) {
    Command update = update(script);
    if (update == null
        || !hasUse(script)
        || !script.complete()
        || script.text().contains("/var/lib/apt")
        || script.text().contains("dist-clean")
        || Packages.isMounted(step.instruction(), "/var/lib/apt")) {
      return;
    }
    if (Edits.canAppend(step)) {
      tips.fix(
          Topic.APT_LISTS_LEFT,
          step.instruction(),
          update.span(),
          Edits.append(view.file(), step, "rm -rf /var/lib/apt/lists/*"),
          update.program());
    } else {
      tips.write(
          Topic.APT_LISTS_LEFT,
          step.instruction(),
          update.span(),
          "RUN " + Edits.command(step.instruction()) + " && rm -rf /var/lib/apt/lists/*",
          update.program());
    }
  }

  private static @Nullable Command update(Script script) {
    return script.commands().stream()
        .filter(c -> Packages.isApt(c) && Packages.does(c, "update"))
        .findFirst()
        .orElse(null);
  }

  /// Whether a script does anything with the lists that it fetches: installs, or runs what may do
  /// so.
  private static boolean hasUse(Script script) {
    return !script.complete()
        || script.commands().stream()
            .anyMatch(
                c ->
                    Packages.isApt(c)
                        && Packages.does(
                            c, "install", "upgrade", "dist-upgrade", "full-upgrade", "build-dep"));
  }

  private static void updateAlone(View view, StageView stage, Step step, Script script, Tips tips) {
    Command update = update(script);
    if (update == null
        || hasUse(script)
        || script.commands().stream()
            .anyMatch(c -> !c.equals(update) && c.program().endsWith(".sh"))
        || Packages.isMounted(step.instruction(), "/var/lib/apt")) {
      return;
    }
    Step install =
        stage.runs().stream()
            .dropWhile(s -> !s.equals(step))
            .skip(1)
            .filter(s -> hasUse(Objects.requireNonNull(s.script())))
            .findFirst()
            .orElse(null);
    if (install == null || update(Objects.requireNonNull(install.script())) != null) {
      return; // not written yet, or not needed
    }
    Span between =
        Edits.between(step.instruction().span(), install.instruction().arguments().span());
    boolean adjacent =
        install.equals(stage.next(step))
            && install.instruction().source().comments().isEmpty()
            && Edits.isSimple(install)
            && Edits.canAppend(step)
            && Edits.isSimple(step);
    if (adjacent) {
      tips.fix(
          Topic.APT_UPDATE_ALONE,
          step.instruction(),
          update.span(),
          Fix.replace(between, " && \\" + Edits.newline(view.file()) + "    "));
    } else {
      tips.write(
          Topic.APT_UPDATE_ALONE,
          step.instruction(),
          update.span(),
          "RUN " + update.program() + " update && " + Edits.command(install.instruction()));
    }
  }
}
