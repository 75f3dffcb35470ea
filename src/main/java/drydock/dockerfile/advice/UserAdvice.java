// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.shell.Command;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who runs what.
final class UserAdvice {
  /// What becomes an ordinary user by itself.
  private static final List<String> DROPPING =
      List.of("gosu", "su-exec", "setpriv", "runuser", "chroot", "supervisord", "s6-", "/init");

  private static final Set<String> SERVERS =
      Set.of(
          "node",
          "npm",
          "yarn",
          "pnpm",
          "java",
          "ruby",
          "rails",
          "bundle",
          "puma",
          "gunicorn",
          "uvicorn",
          "flask",
          "waitress-serve",
          "daphne",
          "streamlit",
          "fastapi",
          "perl",
          "hypercorn");

  private UserAdvice() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      for (Step step : stage.runs()) {
        beforeInstall(stage, step, tips);
      }
      if (stage.isLast()) {
        boolean drops = DROPPING.stream().anyMatch(d -> view.file().text().contains(d));
        if (!drops) {
          atTheEnd(stage, tips);
        }
      }
    }
  }

  private static void beforeInstall(StageView stage, Step step, Tips tips) {
    if (!step.setting().isOrdinaryUser()) {
      return;
    }
    for (Command command : Objects.requireNonNull(step.script()).commands()) {
      boolean asRoot =
          command.startsWith("sudo") || command.startsWith("doas") || command.startsWith("gosu");
      if (Packages.installs(command) && !asRoot && !command.has("--root", "--help")) {
        String user = Objects.requireNonNull(step.setting().user());
        String name =
            command.program() + " " + Objects.requireNonNull(Packages.action(command)).text();
        Step line = user(stage, step);
        String better = step.instruction().text() + "\nUSER " + user;
        tips.write(
            Topic.USER_BEFORE_INSTALL,
            step.instruction(),
            command.span(),
            line == null ? "USER root\n" + better : better,
            user,
            name);
        return;
      }
    }
  }

  /// The USER of the stage that counts for a step.
  private static @Nullable Step user(StageView stage, Step step) {
    Step found = null;
    for (Step earlier : stage.steps()) {
      if (earlier.equals(step)) {
        return found;
      }
      found = earlier.instruction() instanceof Instruction.User ? earlier : found;
    }
    return found;
  }

  private static void atTheEnd(StageView stage, Tips tips) {
    Step last = null;
    String ordinary = null;
    for (Step step : stage.chain()) {
      if (step.instruction() instanceof Instruction.User) {
        last = step;
        ordinary = step.setting().isOrdinaryUser() ? step.setting().user() : ordinary;
      }
    }
    if (last == null) {
      root(stage, tips);
    } else if (stage.end().isRoot()
        && ordinary != null
        && last.own()
        && stage.steps().contains(last)) {
      again(stage, last, ordinary, tips);
    }
  }

  private static void again(StageView stage, Step root, String ordinary, Tips tips) {
    Step start = start(stage);
    String better =
        start == null ? "USER " + ordinary : "USER " + ordinary + "\n" + start.instruction().text();
    tips.write(Topic.ROOT_AGAIN, root.instruction(), root.instruction().span(), better);
  }

  /// Said only where it is sure, and of what listens to the network: a service on a well-known
  /// image that begins as root.
  private static void root(StageView stage, Tips tips) {
    Step start = start(stage);
    boolean listens =
        stage.chain().stream().anyMatch(s -> s.instruction() instanceof Instruction.Expose);
    if (start == null
        || !listens
        || !stage.base().isPlain()
        || stage.base().kind() == BaseImage.Kind.BUSYBOX) {
      return;
    }
    List<String> words = start.words();
    String program = words.isEmpty() ? "" : Paths.name(words.getFirst());
    if (!SERVERS.contains(program) && !program.startsWith("python") && !isOwn(words)) {
      return;
    }
    Instruction instruction = start.instruction();
    boolean node = stage.base().repository().equals("node");
    String make =
        node
            ? ""
            : stage.base().kind() == BaseImage.Kind.ALPINE
                ? "RUN adduser -D app\n"
                : "RUN useradd --create-home app\n";
    String user = node ? "node" : "app";
    Span above = new Span(instruction.span().start(), instruction.span().start());
    tips.show(
        Topic.RUNS_AS_ROOT,
        instruction,
        instruction.source().keyword().span(),
        new Fix(List.of(new Fix.Edit(above, make + "USER " + user + "\n"))));
  }

  /// A program that the file itself brings.
  private static boolean isOwn(List<String> words) {
    return !words.isEmpty()
        && (words.getFirst().startsWith("./") || words.getFirst().startsWith("/app/"))
        && !words.getFirst().endsWith(".sh");
  }

  private static @Nullable Step start(StageView stage) {
    Step entrypoint = stage.last(Instruction.Entrypoint.class);
    Step start = entrypoint == null ? stage.last(Instruction.Cmd.class) : entrypoint;
    return start == null || !start.own() ? null : start;
  }
}
