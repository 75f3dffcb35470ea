// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.shell.Argument;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Script;
import java.util.List;
import java.util.stream.Collectors;

/// Health checks with a program that is not there.
final class HealthAdvice {
  private HealthAdvice() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      for (Step step : stage.steps()) {
        if (step.own() && step.instruction() instanceof Instruction.Healthcheck) {
          check(stage, step, tips);
        }
      }
    }
  }

  private static void check(StageView stage, Step step, Tips tips) {
    Script script = step.script();
    String tool;
    String url;
    Span span;
    if (script != null) {
      if (script.commands().isEmpty()) {
        return;
      }
      Command first = script.commands().getFirst();
      tool = first.program();
      url = url(first.arguments().stream().map(Argument::text).toList());
      span = first.words().isEmpty() ? first.span() : first.words().getFirst().span();
    } else {
      List<String> words = step.words();
      tool = words.isEmpty() ? "" : Paths.name(words.getFirst());
      url = url(words);
      span = step.instruction().arguments().span();
    }
    if (isMissing(stage, tool)) {
      tips.write(
          Topic.HEALTH_TOOL_MISSING,
          step.instruction(),
          span,
          better(stage, step, tool, url),
          tool);
    }
  }

  /// Only on well-known images, and when no line can have brought it.
  private static boolean isMissing(StageView stage, String tool) {
    boolean absent =
        switch (stage.base().kind()) {
          case SCRATCH, DEBIAN -> tool.equals("curl") || tool.equals("wget");
          case ALPINE, BUSYBOX -> tool.equals("curl");
          case FULL_DEBIAN, OTHER -> false;
        };
    return absent
        && stage.chain().stream()
            .filter(s -> !(s.instruction() instanceof Instruction.Healthcheck))
            .noneMatch(s -> mayBring(s, tool));
  }

  private static boolean mayBring(Step step, String tool) {
    Script script = step.script();
    if (script == null) {
      return step.instruction() instanceof Instruction.Run
          || (step.instruction() instanceof Instruction.Transfer transfer
              && (transfer.flag("from") != null || transfer.arguments().text().contains(tool)));
    }
    return step.instruction() instanceof Instruction.Run
        && (!script.complete()
            || script.text().contains(tool)
            || script.commands().stream().anyMatch(HealthAdvice::isUnclear));
  }

  /// A script of the learner's, or packages that a variable or a file names.
  private static boolean isUnclear(Command command) {
    return command.program().isEmpty()
        || command.program().endsWith(".sh")
        || DownloadAdvice.isShell(command)
        || command.program().equals("xargs")
        || (Packages.installs(command) && command.arguments().stream().anyMatch(a -> !a.known()));
  }

  private static String url(List<String> words) {
    return words.stream().filter(w -> w.contains("://")).findFirst().orElse("http://localhost/");
  }

  private static String better(StageView stage, Step step, String tool, String url) {
    String flags =
        step.instruction().flags().stream()
            .map(f -> " " + f.word().text())
            .collect(Collectors.joining());
    String head = "HEALTHCHECK" + flags + " CMD ";
    return switch (stage.base().repository()) {
      case "python" ->
          head + "python -c \"import urllib.request; urllib.request.urlopen('" + url + "')\"";
      case "node" ->
          head
              + "node -e \"fetch('"
              + url
              + "').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))\"";
      default ->
          switch (stage.base().kind()) {
            case ALPINE, BUSYBOX -> head + "wget -q -O /dev/null " + url;
            case SCRATCH -> head + Edits.json(List.of("/your-program", "--check"));
            case DEBIAN, FULL_DEBIAN, OTHER ->
                "RUN apt-get update && apt-get install -y --no-install-recommends "
                    + tool
                    + " && rm -rf /var/lib/apt/lists/*\n"
                    + step.instruction().text();
          };
    };
  }
}
