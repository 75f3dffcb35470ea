// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.shell.Argument;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Later layers that mean to change earlier ones.
final class LayerAdvice {
  private static final Set<String> ONLY_REMOVES =
      Set.of("rm", "cd", "set", "rmdir", "apt-get", "true", "echo", "find");

  private LayerAdvice() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      if (!stage.ships()) {
        continue;
      }
      for (Step step : stage.runs()) {
        Script script = Objects.requireNonNull(step.script());
        removed(stage, step, script, tips);
        uninstalled(stage, step, script, tips);
        owners(stage, step, script, tips);
      }
    }
  }

  private static void removed(StageView stage, Step step, Script script, Tips tips) {
    List<Brought> here = Brought.by(step);
    boolean only = script.commands().stream().allMatch(c -> ONLY_REMOVES.contains(c.program()));
    String folder = step.setting().workdir();
    for (Command command : script.commands()) {
      if (command.startsWith("cd") && command.operands().size() == 1) {
        folder = Paths.resolve(folder, command.operands().getFirst().text());
      }
      if (!command.program().equals("rm")) {
        continue;
      }
      for (Argument operand : command.operands()) {
        String path = Paths.resolve(folder, operand.text());
        if (operand.known()
            && path.length() > 1
            && here.stream().noneMatch(b -> b.isRemovedBy(path))
            && tell(stage, step, command, operand, path, only, tips)) {
          return;
        }
      }
    }
  }

  private static boolean tell(
      StageView stage,
      Step step,
      Command command,
      Argument operand,
      String path,
      boolean only,
      Tips tips) {
    for (Step earlier : stage.before(step)) {
      for (Brought brought : Brought.by(earlier)) {
        boolean direct = brought.isRemovedBy(path);
        if (!direct && !(only && brought.holds(path))) {
          continue;
        }
        if (direct && Secrets.isSecretFile(brought.name())) {
          String name = brought.name();
          String id = name.replaceAll("^\\.+", "").replace('.', '_');
          tips.write(
              Topic.SECRET_DELETED_LATER,
              step.instruction(),
              command.span(),
              "RUN --mount=type=secret,id=%s,target=%s \u2026".formatted(id, brought.path()),
              name);
        } else {
          tips.write(
              Topic.DELETED_LATER,
              step.instruction(),
              command.span(),
              better(stage, step, earlier, brought, operand, direct),
              operand.text());
        }
        return true;
      }
    }
    return false;
  }

  private static String better(
      StageView stage, Step step, Step earlier, Brought brought, Argument operand, boolean direct) {
    Instruction source = earlier.instruction();
    if (source instanceof Instruction.Run && Edits.isSimple(earlier) && Edits.isSimple(step)) {
      StringBuilder joined = new StringBuilder("RUN " + Edits.command(source));
      boolean within = false;
      for (Step between : stage.steps()) {
        if (within
            && !between.equals(step)
            && between.script() != null
            && Edits.isSimple(between)) {
          joined.append(" \\\n    && ").append(Edits.command(between.instruction()));
        }
        within = (within || between.equals(earlier)) && !between.equals(step);
      }
      return joined.append(" \\\n    && ").append(Edits.command(step.instruction())).toString();
    }
    if (source instanceof Instruction.Transfer transfer && transfer.flag("from") != null) {
      return "# " + transfer.text() + "\n# \u2026";
    }
    String name = direct ? brought.name() : Paths.name(operand.text());
    boolean used = direct && source instanceof Instruction.Transfer;
    return used
        ? "RUN --mount=type=bind,source=%s,target=%s \u2026"
            .formatted(
                name,
                brought.path().startsWith("./") ? brought.path().substring(2) : brought.path())
        : "# .dockerignore\n" + name;
  }

  private static void uninstalled(StageView stage, Step step, Script script, Tips tips) {
    Set<String> here = new HashSet<>();
    for (Command command : script.commands()) {
      if (Packages.installs(command)) {
        here.addAll(Packages.named(command));
        here.addAll(virtual(command));
      }
      boolean removes =
          (Packages.isApt(command) && Packages.does(command, "remove", "purge", "autoremove"))
              || (command.program().equals("apk") && Packages.does(command, "del"));
      if (!removes) {
        continue;
      }
      for (String name : Packages.named(command)) {
        Step earlier = here.contains(name) ? null : installed(stage.before(step), name);
        if (earlier != null) {
          String better =
              Edits.isSimple(earlier) && Edits.isSimple(step)
                  ? "RUN "
                      + Edits.command(earlier.instruction())
                      + " \\\n    && \u2026 \\\n    && "
                      + Edits.command(step.instruction())
                  : "";
          tips.write(Topic.UNINSTALLED_LATER, step.instruction(), command.span(), better, name);
          return;
        }
      }
    }
  }

  private static @Nullable Step installed(List<Step> steps, String name) {
    for (Step step : steps) {
      Script script = step.script();
      if (script != null) {
        for (Command command : script.commands()) {
          if (Packages.installs(command)
              && (Packages.named(command).contains(name) || virtual(command).contains(name))) {
            return step;
          }
        }
      }
    }
    return null;
  }

  /// The name that `apk add --virtual` gives to a group.
  private static List<String> virtual(Command command) {
    List<Argument> arguments = command.arguments();
    for (int i = 0; i + 1 < arguments.size(); i++) {
      String text = arguments.get(i).text();
      if (text.equals("--virtual") || text.equals("-t")) {
        return List.of(arguments.get(i + 1).text());
      }
      if (text.startsWith("--virtual=")) {
        return List.of(text.substring("--virtual=".length()));
      }
    }
    return List.of();
  }

  /// `chown -R` or `chmod -R` of what a copy brought.
  private static void owners(StageView stage, Step step, Script script, Tips tips) {
    for (Command command : script.commands()) {
      boolean owner = command.program().equals("chown");
      boolean mode = command.program().equals("chmod");
      List<Argument> operands = command.operands();
      if (!(owner || mode)
          || !(command.hasLetter('R') || command.has("--recursive"))
          || operands.size() != 2
          || !operands.stream().allMatch(Argument::known)
          || (mode && !operands.getFirst().text().matches("[0-7]{3,4}"))
          || (owner && !operands.getFirst().text().matches("[\\w:.-]+"))) {
        continue;
      }
      String path = Paths.resolve(step.setting().workdir(), operands.get(1).text());
      Step copy = copy(stage, step, path);
      if (copy != null) {
        Instruction instruction = copy.instruction();
        Span keyword = instruction.source().keyword().span();
        String flag = (owner ? " --chown=" : " --chmod=") + operands.getFirst().text();
        String line =
            new StringBuilder(instruction.text()).insert(keyword.length(), flag).toString();
        tips.write(Topic.OWNER_CHANGED_LATER, step.instruction(), command.span(), line);
        return;
      }
    }
  }

  /// The copy of the stage that brought most of what lies at a path.
  private static @Nullable Step copy(StageView stage, Step step, String path) {
    for (Step earlier : stage.before(step).reversed()) {
      if (earlier.instruction() instanceof Instruction.Copy copy
          && copy.flag("chown") == null
          && copy.flag("chmod") == null
          && stage.steps().contains(earlier)) {
        List<Brought> brought = new ArrayList<>(Brought.by(earlier));
        if (brought.stream()
            .anyMatch(b -> b.path().equals(path) || Paths.isBelow(b.path(), path))) {
          return earlier;
        }
      }
    }
    return null;
  }
}
