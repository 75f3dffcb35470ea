// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.Value;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.shell.Argument;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Command.Joint;
import drydock.dockerfile.shell.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Everything is copied, and then dependencies are installed that only a few files name.
final class InstallOrder {
  /// An install and the files that it reads.
  ///
  /// @param files seen from the folder that it runs in
  /// @param shown what a person calls them
  private record Install(List<String> files, String shown, String name) {}

  private InstallOrder() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      for (Step step : stage.runs()) {
        Script script = Objects.requireNonNull(step.script());
        if (step.instruction().flags().isEmpty() && script.complete()) {
          run(view, stage, step, script, tips);
        }
      }
    }
  }

  private static void run(View view, StageView stage, Step step, Script script, Tips tips) {
    for (Command command : script.commands()) {
      Install install = install(command);
      if (install == null) {
        continue;
      }
      Step copy = everything(stage, step);
      if (copy == null || isNamed(stage.before(step), install) || isBefore(stage, copy, command)) {
        return;
      }
      String folder = step.setting().workdir();
      String copied =
          Paths.resolve(
              copy.setting().workdir(),
              Objects.requireNonNull(((Instruction.Copy) copy.instruction()).destination()).text());
      if (folder.contains("$")
          || copied.contains("$")
          || script.commands().stream().anyMatch(c -> c.startsWith("cd"))) {
        return;
      }
      tell(view, stage, copy, step, command, install, copied, tips);
      return;
    }
  }

  private static void tell(
      View view,
      StageView stage,
      Step copy,
      Step step,
      Command command,
      Install install,
      String copied,
      Tips tips) {
    List<String> sources = new ArrayList<>();
    for (String file : install.files()) {
      String path = Paths.resolve(step.setting().workdir(), file);
      if (!Paths.isBelow(path, copied)) {
        return;
      }
      sources.add(path.substring(copied.length() + (copied.endsWith("/") ? 0 : 1)));
    }
    boolean flat = sources.stream().noneMatch(s -> s.contains("/"));
    Instruction.Copy everything = (Instruction.Copy) copy.instruction();
    Value destination = Objects.requireNonNull(everything.destination());
    String keyword = everything.source().keyword().text();
    StringBuilder first = new StringBuilder(keyword);
    everything.flags().forEach(f -> first.append(' ').append(f.word().text()));
    String last = sources.getFirst();
    String below = flat ? "" : last.substring(0, last.lastIndexOf('/') + 1);
    first
        .append(' ')
        .append(String.join(" ", sources))
        .append(' ')
        .append(folder(destination.text(), below));
    List<Command> commands = Objects.requireNonNull(step.script()).commands();
    int at = commands.indexOf(command);
    boolean ahead =
        commands.subList(0, at).stream().allMatch(c -> Packages.isPip(c) || install(c) != null);
    boolean cut = at + 1 < commands.size();
    boolean simple =
        Edits.isSimple(step)
            && ahead
            && (!cut || (command.after() == Joint.AND && commands.get(at + 1).depth() == 0))
            && command.depth() == 0;
    String nl = Edits.newline(view.file());
    Span run = step.instruction().span();
    Span body = step.instruction().arguments().span();
    String runWord = step.instruction().source().keyword().text();
    String head = new Span(body.start(), command.span().end()).of(view.file().text());
    List<Fix.Edit> edits = new ArrayList<>();
    edits.add(Edits.above(view.file(), everything, first + nl + runWord + " " + head));
    if (cut && simple) {
      int rest = commands.get(at + 1).span().start();
      edits.add(new Fix.Edit(new Span(body.start(), rest), ""));
    } else {
      int start = view.file().lines().start(step.instruction().firstLine());
      int end = view.file().lines().start(step.instruction().lastLine() + 1);
      boolean whole = end > run.end();
      edits.add(
          new Fix.Edit(
              whole ? new Span(start, end) : new Span(Math.max(0, start - nl.length()), end), ""));
    }
    boolean adjacent =
        step.equals(stage.next(copy)) && step.instruction().source().comments().isEmpty();
    boolean indented =
        view.file().lines().start(everything.firstLine()) != everything.span().start();
    String name = install.name();
    if (simple && adjacent && flat && !everything.isJson() && !indented) {
      tips.fix(
          Topic.COPY_BEFORE_INSTALL,
          everything,
          everything.span(),
          new Fix(edits),
          name,
          install.shown());
    } else {
      String folder = step.setting().workdir();
      boolean moved = !folder.equals(copy.setting().workdir()) && folder.startsWith("/");
      String better =
          (moved ? "WORKDIR " + folder + "\n" : "")
              + first
              + "\nRUN "
              + (simple ? oneLine(head) : "\u2026 " + command.span().of(view.file().text()))
              + "\n"
              + everything.text();
      tips.write(
          Topic.COPY_BEFORE_INSTALL, everything, everything.span(), better, name, install.shown());
    }
  }

  private static String oneLine(String text) {
    return text.replace("\r", "");
  }

  private static String folder(String destination, String below) {
    String folder = destination.endsWith("/") ? destination : destination + "/";
    return folder + below;
  }

  /// The copy of the whole build context above a step of the same stage.
  private static @Nullable Step everything(StageView stage, Step step) {
    Step found = null;
    for (Step earlier : stage.steps()) {
      if (earlier.equals(step)) {
        return found;
      }
      if (earlier.own()
          && earlier.instruction() instanceof Instruction.Copy copy
          && copy.from() == null
          && copy.destination() != null
          && copy.sources().size() == 1
          && copy.sources().stream().anyMatch(v -> v.text().equals(".") || v.text().equals("./"))
          && copy.flag("parents") == null
          && copy.flag("exclude") == null
          && found == null) {
        found = earlier;
      }
    }
    return null;
  }

  /// Whether an earlier copy already brings the files alone.
  private static boolean isNamed(List<Step> steps, Install install) {
    return steps.stream()
        .filter(s -> s.instruction() instanceof Instruction.Transfer)
        .flatMap(s -> ((Instruction.Transfer) s.instruction()).sources().stream())
        .map(v -> Paths.name(v.text()).split("[*.]", 2)[0])
        .anyMatch(
            n ->
                !n.isEmpty()
                    && install.files().stream().anyMatch(f -> Paths.name(f).startsWith(n)));
  }

  /// Whether the same program already installs something above the copy.
  private static boolean isBefore(StageView stage, Step copy, Command command) {
    return stage.before(copy).stream()
        .flatMap(s -> s.commands().stream())
        .anyMatch(c -> c.program().equals(command.program()) && install(c) != null);
  }

  private static @Nullable Install install(Command command) {
    List<String> operands = command.operands().stream().map(Argument::text).toList();
    String verb = operands.isEmpty() ? "" : operands.getFirst();
    if (Packages.isOpen(command)) {
      return null;
    }
    if (Packages.isPip(command)) {
      return requirements(command);
    }
    return switch (command.program()) {
      case "npm" ->
          operands.size() == 1
                  && List.of("install", "i", "ci").contains(verb)
                  && !isElsewhere(command)
              ? new Install(List.of("package*.json"), "package.json", "npm " + verb)
              : null;
      case "yarn" ->
          (operands.isEmpty() || operands.equals(List.of("install"))) && !isElsewhere(command)
              ? new Install(List.of("package.json", "yarn.lock*"), "package.json", "yarn install")
              : null;
      case "pnpm" ->
          operands.size() == 1 && List.of("install", "i").contains(verb) && !isElsewhere(command)
              ? new Install(
                  List.of("package.json", "pnpm-lock.yaml*"), "package.json", "pnpm install")
              : null;
      case "go" ->
          operands.equals(List.of("mod", "download"))
              ? new Install(List.of("go.mod", "go.sum*"), "go.mod", "go mod download")
              : null;
      case "bundle" ->
          operands.equals(List.of("install"))
              ? new Install(List.of("Gemfile*"), "Gemfile", "bundle install")
              : null;
      default -> null;
    };
  }

  private static boolean isElsewhere(Command command) {
    return command.has(
        "-g", "--global", "--prefix", "-C", "--cwd", "--dir", "--help", "--version", "-v");
  }

  /// pip, when all that it installs stands in files.
  private static @Nullable Install requirements(Command command) {
    List<Argument> arguments = command.arguments();
    List<String> files = new ArrayList<>();
    boolean installs = false;
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      if ((text.equals("-r") || text.equals("--requirement")) && i + 1 < arguments.size()) {
        files.add(arguments.get(++i).text());
      } else if (text.startsWith("--requirement=")) {
        files.add(text.substring("--requirement=".length()));
      } else if (text.startsWith("-r") && !text.startsWith("--")) {
        files.add(text.substring(2));
      } else if (text.equals("install")) {
        installs = true;
      } else if (text.equals("-e") || text.equals("--editable") || text.equals("-c")) {
        return null;
      } else if (installs && (text.startsWith(".") || text.startsWith("/"))) {
        return null;
      }
    }
    return installs && files.size() == 1 && !files.getFirst().contains("://")
        ? new Install(files, Paths.name(files.getFirst()), "pip install")
        : null;
  }
}
