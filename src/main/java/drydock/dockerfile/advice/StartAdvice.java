// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Form;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.Value;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.shell.Script;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How CMD and ENTRYPOINT are written, and what they do to each other.
final class StartAdvice {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{([A-Z_][A-Z0-9_]*)\\}|([A-Z_][A-Z0-9_]*))");
  private static final Set<String> SHELLS =
      Set.of(
          "sh",
          "bash",
          "ash",
          "dash",
          "zsh",
          "cmd",
          "powershell",
          "pwsh",
          "envsubst",
          "awk",
          "perl",
          "jq");

  /// Programs that do not carry out their arguments as a command.
  private static final Set<String> PROGRAMS =
      Set.of(
          "node",
          "java",
          "ruby",
          "php",
          "flask",
          "uvicorn",
          "gunicorn",
          "npm",
          "echo",
          "curl",
          "wget",
          "ping",
          "cat",
          "nginx",
          "dotnet");

  private StartAdvice() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      Step entrypoint = stage.last(Instruction.Entrypoint.class);
      Step cmd = stage.last(Instruction.Cmd.class);
      if (entrypoint != null && cmd != null && entrypoint.own() && cmd.own()) {
        together(entrypoint, cmd, tips);
      }
      for (Step step : stage.steps()) {
        if (step.own()) {
          variable(stage, step, tips);
          brackets(step, tips);
        }
      }
    }
  }

  private static void together(Step entrypoint, Step cmd, Tips tips) {
    Form first = Step.form(entrypoint.instruction());
    Form second = Step.form(cmd.instruction());
    Script script = entrypoint.script();
    if (first instanceof Form.Shell(var text)
        && second instanceof Form.Exec(List<Value> words)
        && !words.isEmpty()
        && !text.isEmpty()
        && !text.text().startsWith("[")
        && script != null
        && !text.text().matches(".*\\$[@*0-9{].*")) {
      List<String> plain = Quoting.plainWords(entrypoint);
      boolean single = script.complete() && script.commands().size() == 1;
      if (plain.isEmpty() && single && !script.commented()) {
        String line = text.text().startsWith("exec ") ? text.text() : "exec " + text.text();
        tips.write(
            Topic.ENTRYPOINT_IGNORES_CMD,
            entrypoint.instruction(),
            text.span(),
            "ENTRYPOINT " + Edits.json(List.of("/bin/sh", "-c", line + " \"$@\"", "--")));
      } else if (!plain.isEmpty()) {
        tips.fix(
            Topic.ENTRYPOINT_IGNORES_CMD,
            entrypoint.instruction(),
            text.span(),
            Fix.replace(text.span(), Edits.json(plain)));
      }
    }
    if (first instanceof Form.Exec(List<Value> words)
        && second instanceof Form.Shell(var text)
        && !text.isEmpty()
        && !text.text().startsWith("[")
        && !words.isEmpty()
        && isProgram(words)) {
      List<String> plain = Quoting.plainWords(cmd);
      String name = Paths.name(words.getFirst().text());
      if (!plain.isEmpty()) {
        tips.fix(
            Topic.CMD_SHELL_WORDS,
            cmd.instruction(),
            text.span(),
            Fix.replace(text.span(), Edits.json(plain)),
            name);
      }
    }
  }

  private static boolean isProgram(List<Value> words) {
    String program = Paths.name(words.getFirst().text());
    boolean interpreter = program.startsWith("python") || PROGRAMS.contains(program);
    return interpreter
        && words.stream()
            .noneMatch(
                v ->
                    v.text().contains("entrypoint")
                        || v.text().equals("--")
                        || v.text().endsWith("start")
                        || v.text().equals("exec"));
  }

  private static void variable(StageView stage, Step step, Tips tips) {
    if (!(Step.form(step.instruction()) instanceof Form.Exec(List<Value> words))
        || words.isEmpty()
        || step.instruction() instanceof Instruction.Shell) {
      return;
    }
    List<String> texts = words.stream().map(Value::text).toList();
    String program = Paths.name(texts.getFirst());
    boolean replaces =
        SHELLS.contains(program)
            || program.contains("entrypoint")
            || program.endsWith(".sh")
            || texts.stream()
                .anyMatch(
                    t ->
                        t.equals("-c")
                            || t.equals("-e")
                            || t.equals("-r")
                            || t.equals("--eval")
                            || t.equals("-g"));
    Step entrypoint = stage.last(Instruction.Entrypoint.class);
    boolean wrapped = step.instruction() instanceof Instruction.Cmd && entrypoint != null;
    boolean unnamed = VARIABLE.matcher(texts.getFirst()).find();
    if ((replaces || wrapped) && !unnamed) {
      return;
    }
    for (Value value : words) {
      Matcher matcher = VARIABLE.matcher(value.text());
      if (value.text().contains("$(") || !matcher.find()) {
        continue;
      }
      boolean plain = texts.stream().allMatch(t -> t.matches("[\\w./:=@%+,\\-${}]+"));
      boolean shell = stage.base().kind() != BaseImage.Kind.SCRATCH;
      boolean safe = plain && shell && !(step.instruction() instanceof Instruction.Entrypoint);
      Fix change = Fix.replace(command(step, words), better(step, texts));
      tips.offer(
          Topic.EXEC_FORM_VARIABLE,
          step.instruction(),
          value.word().span(),
          safe,
          change,
          matcher.group());
      return;
    }
  }

  /// From the first bracket to the last.
  private static Span command(Step step, List<Value> words) {
    Span all = step.instruction().arguments().span();
    boolean behind = step.instruction() instanceof Instruction.Healthcheck;
    int start = behind ? words.getFirst().word().span().start() - 1 : all.start();
    return new Span(start, all.end());
  }

  private static String better(Step step, List<String> words) {
    String line = String.join(" ", words);
    boolean now =
        step.instruction() instanceof Instruction.Run
            || step.instruction() instanceof Instruction.Healthcheck;
    return now ? line : Edits.json(List.of("sh", "-c", "exec " + line));
  }

  private static void brackets(Step step, Tips tips) {
    boolean fits =
        step.instruction() instanceof Instruction.Cmd
            || step.instruction() instanceof Instruction.Entrypoint
            || step.instruction() instanceof Instruction.Run;
    if (!fits || !(Step.form(step.instruction()) instanceof Form.Shell(var command))) {
      return;
    }
    String text = command.text();
    if (!text.startsWith("[")
        || !text.endsWith("]")
        || text.startsWith("[[")
        || (text.startsWith("[ ") && !text.startsWith("[ \"") && !text.startsWith("[ '"))
        || (text.endsWith(" ]") && !text.contains(","))
        || text.contains("&&")
        || text.contains("||")
        || text.contains("\u201C")
        || text.contains("\u2018")
        || text.contains("\\")) {
      return;
    }
    List<String> words = Quoting.meant(text);
    String list = Edits.json(words);
    if (!words.isEmpty() && Quoting.isList(list)) {
      tips.fix(
          Topic.ALMOST_JSON, step.instruction(), command.span(), Fix.replace(command.span(), list));
    }
  }
}
