// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Expansion;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Pair;
import drydock.dockerfile.Span;
import drydock.dockerfile.Variable;
import drydock.dockerfile.Word;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.check.SecretNames;
import drydock.dockerfile.shell.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// ENV and ARG: where a value is not what it seems to be.
final class SettingAdvice {
  private SettingAdvice() {}

  static void look(View view, Tips tips) {
    Set<String> globals = new HashSet<>();
    for (Instruction instruction : view.file().globals()) {
      if (instruction instanceof Instruction.Arg arg) {
        arg.pairs().forEach(p -> globals.add(p.name().text()));
      }
    }
    for (StageView stage : view.stages()) {
      for (Step step : stage.steps()) {
        if (!step.own()) {
          continue;
        }
        if (step.instruction() instanceof Instruction.Env env && !env.isLegacy()) {
          sameLine(view, step, env, tips);
        }
        if (step.instruction() instanceof Instruction.Env env) {
          path(stage, env, tips);
        }
        if (!globals.isEmpty()) {
          outOfScope(view, step, globals, tips);
        }
        atStart(view, step, tips);
      }
    }
  }

  private static void sameLine(View view, Step step, Instruction.Env env, Tips tips) {
    List<Pair> pairs = env.pairs();
    for (int i = 1; i < pairs.size(); i++) {
      String written = pairs.get(i).text();
      if (written == null || written.indexOf('$') < 0) {
        continue;
      }
      Expansion value = step.scope().expand(written);
      for (Pair earlier : pairs.subList(0, i)) {
        String name = earlier.name().text();
        boolean refers = value.used().contains(name) || value.unset().contains(name);
        if (refers && !name.equals(pairs.get(i).name().text()) && isChanged(step, earlier)) {
          Span between = Edits.between(pairs.get(i - 1).word().span(), pairs.get(i).word().span());
          String keyword = env.source().keyword().text();
          tips.fix(
              Topic.ENV_SAME_LINE,
              env,
              pairs.get(i).word().span(),
              Fix.replace(between, Edits.newline(view.file()) + keyword + " "),
              name);
          return;
        }
      }
    }
  }

  private static boolean isChanged(Step step, Pair pair) {
    Variable before = step.scope().find(pair.name().text());
    String written = pair.text();
    return before == null
        || before.value() == null
        || written == null
        || !step.scope().expand(written).text().equals(before.value());
  }

  private static void path(StageView stage, Instruction.Env env, Tips tips) {
    for (Pair pair : env.pairs()) {
      Word value = pair.value();
      if (!pair.name().text().equals("PATH")
          || value == null
          || stage.base().kind() == BaseImage.Kind.SCRATCH) {
        continue;
      }
      String text = value.text();
      boolean kept =
          text.contains("$PATH")
              || text.contains("${PATH")
              || text.contains("/usr/bin")
              || text.contains("/sbin")
              || text.matches(".*\\$\\{?\\w*PATH.*")
              || text.contains(":/bin")
              || text.matches("\"?'?/bin(?:[:\"'].*)?");
      boolean single = text.endsWith("'");
      if (kept || single || text.isEmpty() || text.equals("\"\"")) {
        continue;
      }
      int end = value.span().end() - (text.endsWith("\"") ? 1 : 0);
      tips.fix(Topic.PATH_REPLACED, env, pair.word().span(), Fix.insert(end, ":$PATH"));
    }
  }

  /// A name that ARG gives a value above FROM only. The base image might have it as well, as
  /// `NODE_VERSION` of node: then nothing is said.
  private static void outOfScope(View view, Step step, Set<String> globals, Tips tips) {
    Set<String> missing = new TreeSet<>();
    for (String name : used(step)) {
      boolean declared = step.scope().find(name) != null;
      boolean ofImage = name.endsWith("_VERSION") && usesInFrom(view, name);
      if (globals.contains(name) && !declared && !ofImage) {
        missing.add(name);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    List<Fix.Edit> edits = new ArrayList<>();
    missing.forEach(name -> edits.add(Edits.above(view.file(), step.instruction(), "ARG " + name)));
    StringBuilder lines = new StringBuilder();
    edits.forEach(e -> lines.append(e.replacement()));
    Fix fix = new Fix(List.of(new Fix.Edit(edits.getFirst().span(), lines.toString())));
    Instruction instruction = step.instruction();
    tips.fix(
        Topic.ARG_OUT_OF_SCOPE,
        instruction,
        instruction.arguments().span(),
        fix,
        missing.iterator().next());
  }

  private static boolean usesInFrom(View view, String name) {
    return view.file().stages().stream().anyMatch(s -> s.from().arguments().text().contains(name));
  }

  /// What a line uses and does not set itself: in RUN by the shell, in other instructions by the
  /// builder.
  private static Set<String> used(Step step) {
    Script script = step.script();
    if (step.instruction() instanceof Instruction.Run && script != null && script.complete()) {
      Set<String> used = new HashSet<>(script.uses());
      used.removeAll(script.sets());
      return used;
    }
    return switch (step.instruction()) {
      case Instruction.Env _,
          Instruction.Label _,
          Instruction.Workdir _,
          Instruction.Transfer _,
          Instruction.User _ ->
          step.scope().isComplete() || step.instruction().arguments().text().indexOf('$') < 0
              ? Set.of()
              : step.scope().expand(step.instruction().arguments().text()).unset();
      default -> Set.of();
    };
  }

  /// What CMD or ENTRYPOINT asks a shell for, and only ARG gives.
  private static void atStart(View view, Step step, Tips tips) {
    Script script = step.script();
    boolean starts =
        step.instruction() instanceof Instruction.Cmd
            || step.instruction() instanceof Instruction.Entrypoint;
    if (!starts || script == null || !script.complete()) {
      return;
    }
    for (String name : new TreeSet<>(script.uses())) {
      Variable variable = step.scope().find(name);
      if (variable == null
          || variable.kind() != Variable.Kind.ARG
          || script.sets().contains(name)) {
        continue;
      }
      Fix.Edit line = Edits.above(view.file(), step.instruction(), "ENV " + name + "=$" + name);
      tips.offer(
          Topic.ARG_AT_START,
          step.instruction(),
          step.instruction().arguments().span(),
          !SecretNames.isSecret(name),
          new Fix(List.of(line)),
          name);
      return;
    }
  }
}
