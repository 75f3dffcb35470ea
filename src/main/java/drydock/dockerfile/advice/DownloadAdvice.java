// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Heredoc;
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
import java.util.Set;

/// Scripts from the network, clones, sudo, and scripts with the line ends of Windows.
final class DownloadAdvice {
  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh");

  private DownloadAdvice() {}

  static boolean isShell(Command command) {
    return SHELLS.contains(command.program());
  }

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      for (Step step : stage.steps()) {
        if (step.own()) {
          carriageReturns(view, step, tips);
        }
      }
      for (Step step : stage.runs()) {
        Script script = Objects.requireNonNull(step.script());
        piped(step, script, tips);
        sudo(stage, step, script, tips);
        clone(step, script, tips);
      }
    }
  }

  private static void piped(Step step, Script script, Tips tips) {
    if (script.text().contains("sha256sum") || script.text().contains("gpg ")) {
      return;
    }
    List<Command> commands = script.commands();
    for (int i = 0; i + 1 < commands.size(); i++) {
      Command left = commands.get(i);
      Command right = commands.get(i + 1);
      String url = url(left);
      if (left.after() == Joint.PIPE
          && isShell(right)
          && (left.program().equals("curl") || left.program().equals("wget"))
          && url.matches("https?://[^/\"$]+.*")) {
        String file = "/tmp/install.sh";
        String words =
            String.join(
                " ",
                right.arguments().stream()
                    .map(Argument::text)
                    .filter(w -> !w.equals("-s") && !w.equals("-") && !w.equals("--"))
                    .toList());
        tips.write(
            Topic.DOWNLOAD_RUN,
            step.instruction(),
            new Span(left.span().start(), right.span().end()),
            "ADD --checksum=sha256:\u2026 %s %s\nRUN %s %s%s"
                .formatted(url, file, right.program(), file, words.isEmpty() ? "" : " " + words),
            url.split("/", -1)[2]);
        return;
      }
    }
  }

  private static String url(Command command) {
    return command.arguments().stream()
        .filter(Argument::known)
        .map(Argument::text)
        .filter(t -> t.startsWith("https://") || t.startsWith("http://"))
        .findFirst()
        .orElse("");
  }

  /// Only on images that surely begin as root and have no sudo.
  private static void sudo(StageView stage, Step step, Script script, Tips tips) {
    if (!stage.base().isPlain()
        || step.setting().isOrdinaryUser()
        || (step.setting().user() != null && !step.setting().isRoot())
        || mentions(stage.before(step), "sudo")
        || script.commands().stream().anyMatch(c -> Packages.named(c).contains("sudo"))) {
      return;
    }
    List<Fix.Edit> edits = new ArrayList<>();
    for (Command command : script.commands()) {
      if (command.startsWith("sudo") && command.words().size() > 1) {
        if (command.words().get(1).isOption()) {
          return; // as another user
        }
        Span word = command.words().getFirst().span();
        edits.add(new Fix.Edit(new Span(word.start(), command.words().get(1).span().start()), ""));
      }
    }
    if (!edits.isEmpty()) {
      Span first = edits.getFirst().span();
      tips.fix(
          Topic.NEEDLESS_SUDO,
          step.instruction(),
          new Span(first.start(), first.start() + 4),
          new Fix(edits));
    }
  }

  static boolean mentions(List<Step> steps, String word) {
    return steps.stream()
        .anyMatch(
            s ->
                s.instruction().arguments().text().contains(word)
                    || (s.script() != null && s.script().text().contains(word)));
  }

  private static void clone(Step step, Script script, Tips tips) {
    for (Command command : script.commands()) {
      String url = url(command);
      List<Argument> operands = command.operands();
      if (!command.program().equals("git")
          || operands.isEmpty()
          || !operands.getFirst().text().equals("clone")
          || url.isEmpty()
          || !command.arguments().stream().allMatch(Argument::known)
          || command.has("-b", "--branch", "-c", "--config", "--recursive", "--recurse-submodules")
          || script.text().contains("git checkout")
          || script.text().contains("git reset")
          || script.text().contains("git switch")
          || script.commands().stream().anyMatch(c -> c.program().equals("rm"))
          || !script.uses().isEmpty()
          || !script.complete()) {
        continue;
      }
      String last = operands.getLast().text();
      String name = Paths.name(url).replace(".git", "");
      boolean named =
          !last.equals(url)
              && operands.indexOf(operands.getLast())
                  > operands.stream().map(Argument::text).toList().indexOf(url);
      String target = named ? last : name;
      String remote =
          url.endsWith(".git")
              ? url
              : (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + ".git";
      tips.write(
          Topic.CLONE_CACHED,
          step.instruction(),
          command.span(),
          "ADD " + remote + " " + (target.equals(".") ? "./" : target));
    }
  }

  private static void carriageReturns(View view, Step step, Tips tips) {
    Instruction instruction = step.instruction();
    for (Heredoc heredoc : instruction.heredocs()) {
      String body = heredoc.body().of(view.file().text());
      if (!body.contains("\r\n") || !isScript(step, body)) {
        continue;
      }
      List<Fix.Edit> edits = new ArrayList<>();
      for (int at = body.indexOf("\r\n"); at >= 0; at = body.indexOf("\r\n", at + 1)) {
        int offset = heredoc.body().start() + at;
        edits.add(new Fix.Edit(new Span(offset, offset + 1), ""));
      }
      tips.fix(Topic.CRLF_SCRIPT, instruction, heredoc.marker().span(), new Fix(edits));
      return;
    }
  }

  private static boolean isScript(Step step, String body) {
    return step.instruction() instanceof Instruction.Run ? step.isHeredoc() : body.startsWith("#!");
  }
}
