// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Span;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.shell.Argument;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Command.Joint;
import drydock.dockerfile.shell.Script;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What is forgotten when the shell of a RUN ends: its folder, its variables.
final class LostAdvice {
  private static final Set<String> SETTINGS =
      Set.of("export", "source", ".", "alias", "umask", "ulimit", "set");

  private LostAdvice() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      for (Step step : stage.runs()) {
        Script script = Objects.requireNonNull(step.script());
        if (script.complete() && !script.commands().isEmpty()) {
          Command last = script.commands().getLast();
          if (isPlain(last) && last.startsWith("cd")) {
            folder(view, step, script, last, tips);
          } else if (isPlain(last)
              && SETTINGS.contains(last.words().isEmpty() ? "" : last.words().getFirst().text())) {
            setting(view, stage, step, script, last, tips);
          }
        }
      }
    }
  }

  private static boolean isPlain(Command last) {
    return last.depth() == 0
        && last.before() != Joint.PIPE
        && last.before() != Joint.OR
        && last.after() != Joint.BACKGROUND;
  }

  private static void folder(View view, Step step, Script script, Command cd, Tips tips) {
    if (cd.operands().size() != 1) {
      return;
    }
    Argument operand = cd.operands().getFirst();
    String written = operand.text();
    boolean otherFolder =
        script.commands().stream().anyMatch(c -> !c.equals(cd) && c.startsWith("cd"));
    String folder =
        written.startsWith("~") && !step.setting().isOrdinaryUser()
            ? "/root" + written.substring(1)
            : Paths.resolve(step.setting().workdir(), written);
    boolean sure =
        operand.known()
            && folder.matches("/[\\w./-]*")
            && (written.startsWith("/") || !otherFolder);
    String better = "WORKDIR " + (sure ? folder : written);
    lost(view, step, script, cd, sure, better, Topic.CD_LOST, tips, "cd");
  }

  private static void setting(
      View view, StageView stage, Step step, Script script, Command last, Tips tips) {
    String name = last.words().getFirst().text();
    Argument operand = last.words().size() == 2 ? last.words().get(1) : null;
    if (name.equals("export") && operand != null && isAssignment(operand)) {
      String raw = operand.span().of(view.file().text());
      boolean sure =
          raw.indexOf('`') < 0
              && !raw.contains("$(")
              && raw.indexOf('\n') < 0
              && (operand.known() || raw.startsWith("PATH="));
      if (sure || (!raw.contains("$(") && raw.indexOf('`') < 0)) {
        lost(view, step, script, last, sure, "ENV " + raw, Topic.SETTING_LOST, tips, name);
        return;
      }
    }
    if ((name.equals("source") || name.equals("."))
        && operand != null
        && operand.known()
        && operand.text().endsWith("/bin/activate")) {
      String path = Paths.resolve(step.setting().workdir(), operand.text());
      String folder = path.substring(0, path.length() - "/activate".length());
      boolean sure = folder.startsWith("/") && folder.matches("[\\w./-]+");
      String shown = sure ? folder : operand.text().substring(0, operand.text().length() - 9);
      lost(
          view,
          step,
          script,
          last,
          sure,
          "ENV PATH=\"" + shown + ":$PATH\"",
          Topic.SETTING_LOST,
          tips,
          name);
      return;
    }
    Step next = stage.next(step);
    if (next != null && stage.runs().contains(next) && Edits.isSimple(next)) {
      String joined =
          Edits.command(step.instruction()) + " && " + Edits.command(next.instruction());
      tips.write(Topic.SETTING_LOST, step.instruction(), last.span(), "RUN " + joined, name);
    }
  }

  private static boolean isAssignment(Argument operand) {
    int equals = operand.text().indexOf('=');
    return equals > 0 && operand.text().substring(0, equals).matches("\\w+");
  }

  /// Instead of the RUN when it does nothing else, otherwise below it.
  private static void lost(
      View view,
      Step step,
      Script script,
      Command last,
      boolean sure,
      String better,
      Topic topic,
      Tips tips,
      String word) {
    if (script.commands().size() == 1 && !step.isHeredoc()) {
      Fix fix = Fix.replace(step.instruction().span(), better);
      tips.offer(
          topic,
          step.instruction(),
          last.span(),
          sure && step.instruction().flags().isEmpty() && !script.commented(),
          fix,
          word);
    } else if (!step.isHeredoc()
        && (last.before() == Joint.AND || last.before() == Joint.SEQUENCE)) {
      List<Command> commands = script.commands();
      Fix.Edit without = Edits.without(commands, last);
      Span rest = new Span(last.span().end(), step.instruction().span().end());
      boolean clean = rest.length() == 0;
      Fix fix =
          clean
              ? Fix.replace(without.span(), Edits.newline(view.file()) + better)
              : new Fix(List.of(without, Edits.below(view.file(), step.instruction(), better)));
      tips.offer(topic, step.instruction(), last.span(), sure && clean, fix, word);
    } else {
      tips.show(
          topic,
          step.instruction(),
          last.span(),
          new Fix(List.of(Edits.below(view.file(), step.instruction(), better))),
          word);
    }
  }
}
