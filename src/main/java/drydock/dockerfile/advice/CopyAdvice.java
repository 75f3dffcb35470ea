// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Base;
import drydock.dockerfile.Flag;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Suggestion;
import drydock.dockerfile.Value;
import drydock.dockerfile.Word;
import drydock.dockerfile.check.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// COPY and ADD, and the paths of WORKDIR.
final class CopyAdvice {
  private static final List<String> ARCHIVES =
      List.of(
          ".tar", ".gz", ".tgz", ".bz2", ".tbz", ".tbz2", ".xz", ".txz", ".lzma", ".tlz", ".zst",
          ".tzst", ".z");

  /// What people call stages, and nobody an image.
  private static final Set<String> STAGE_NAMES =
      Set.of("build", "builder", "build-stage", "builder-stage", "deps", "dependencies", "compile");

  private CopyAdvice() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      for (Step step : stage.steps()) {
        if (!step.own()) {
          continue;
        }
        switch (step.instruction()) {
          case Instruction.Transfer transfer -> {
            add(stage, step, transfer, tips);
            tilde(step, transfer, tips);
            outside(step, transfer, tips);
            relative(stage, step, transfer, tips);
            source(view, stage, transfer, tips);
          }
          case Instruction.Workdir(var _, Word path) when path != null ->
              home(step, path.span(), path.text(), tips);
          default -> {} // no paths
        }
      }
    }
  }

  /// The files of the build context that an instruction takes; none with `--from`.
  static List<Value> local(Instruction.Transfer transfer) {
    if (transfer.flag("from") != null) {
      return List.of();
    }
    List<Span> markers = transfer.heredocs().stream().map(h -> h.marker().span()).toList();
    return transfer.sources().stream()
        .filter(v -> !markers.contains(v.word().span()) && !isRemote(v.text()))
        .toList();
  }

  static boolean isRemote(String source) {
    return source.contains("://") || source.startsWith("git@");
  }

  private static void add(StageView stage, Step step, Instruction.Transfer transfer, Tips tips) {
    List<Value> local = local(transfer);
    boolean special =
        transfer.flags().stream()
            .anyMatch(f -> Set.of("checksum", "unpack", "keep-git-dir").contains(f.name()));
    if (!(transfer instanceof Instruction.Add)
        || special
        || local.isEmpty()
        || local.size() != transfer.sources().size()
        || stage.base().kind() == BaseImage.Kind.SCRATCH
        || local.stream().anyMatch(v -> mayBeArchive(v.text()))) {
      return;
    }
    Word keyword = step.instruction().source().keyword();
    boolean lower = keyword.text().equals(keyword.text().toLowerCase(Locale.ROOT));
    tips.fix(
        Topic.ADD_FOR_COPY,
        step.instruction(),
        keyword.span(),
        Fix.replace(keyword.span(), lower ? "copy" : "COPY"));
  }

  private static boolean mayBeArchive(String source) {
    String name = Paths.name(source).toLowerCase(Locale.ROOT);
    return ARCHIVES.stream().anyMatch(name::endsWith)
        || source.contains("$")
        || name.endsWith("*")
        || name.contains("rootfs");
  }

  private static void tilde(Step step, Instruction.Transfer transfer, Tips tips) {
    Value destination = transfer.destination();
    if (destination != null) {
      home(step, destination.word().span(), destination.text(), tips);
    }
  }

  private static void home(Step step, Span span, String path, Tips tips) {
    if (path.equals("~") || path.startsWith("~/")) {
      boolean root = !step.setting().isOrdinaryUser();
      String home = root ? "/root" : "/home/" + step.setting().user();
      boolean plain = span.length() == path.length();
      Span tilde = plain ? new Span(span.start(), span.start() + 1) : span;
      String better = plain ? home : "\"" + home + path.substring(1) + "\"";
      tips.offer(
          Topic.TILDE_PATH,
          step.instruction(),
          span,
          step.setting().user() == null || step.setting().isRoot(),
          Fix.replace(tilde, better));
    }
  }

  private static void outside(Step step, Instruction.Transfer transfer, Tips tips) {
    for (Value source : local(transfer)) {
      String text = source.text();
      boolean up = text.startsWith("../") || text.equals("..");
      boolean host =
          text.startsWith("/home/")
              || text.startsWith("/Users/")
              || text.startsWith("~/")
              || text.matches("[A-Za-z]:[\\\\/].*");
      if (up || host) {
        String inside =
            up ? text.replaceAll("^(?:\\.\\./?)+", "") : Paths.name(text.replace('\\', '/'));
        Fix change = Fix.replace(source.word().span(), written(transfer, inside));
        tips.show(Topic.OUTSIDE_CONTEXT, step.instruction(), source.word().span(), change, text);
        return;
      }
    }
  }

  private static String written(Instruction.Transfer transfer, String path) {
    String shown = path.isEmpty() ? "." : path;
    return transfer.isJson() ? "\"" + shown + "\"" : shown;
  }

  /// Only on images that are known to begin in the root folder.
  private static void relative(
      StageView stage, Step step, Instruction.Transfer transfer, Tips tips) {
    Value destination = transfer.destination();
    if (destination == null
        || destination.text().startsWith("/")
        || destination.text().startsWith("~")
        || destination.text().contains("$")
        || destination.text().contains(":")
        || !stage.base().isPlain()
        || !step.setting().workdir().equals(Setting.UNKNOWN_FOLDER)) {
      return;
    }
    List<Fix.Edit> edits = new ArrayList<>();
    edits.add(
        new Fix.Edit(
            new Span(step.instruction().span().start(), step.instruction().span().start()),
            "WORKDIR /app\n"));
    tips.show(
        Topic.RELATIVE_DESTINATION,
        step.instruction(),
        destination.word().span(),
        new Fix(edits),
        destination.text());
  }

  private static void source(View view, StageView stage, Instruction.Transfer transfer, Tips tips) {
    Flag from = transfer instanceof Instruction.Copy copy ? copy.from() : null;
    String name = from == null ? null : from.value();
    if (from == null
        || name == null
        || !name.matches("[A-Za-z][A-Za-z0-9_-]*")
        || !(view.scopes().copySource(name) instanceof Base.Image)) {
      return;
    }
    List<String> names =
        view.file().stages().stream()
            .filter(s -> s.index() < stage.stage().index())
            .map(Stage::name)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    String nearest = Suggestion.nearest(name.toLowerCase(Locale.ROOT), names);
    boolean near = nearest != null && nearest.length() > 3;
    Word value = Objects.requireNonNull(from.valueWord());
    if (near && nearest != null) {
      tips.fix(
          Topic.UNKNOWN_STAGE, transfer, value.span(), Fix.replace(value.span(), nearest), name);
    } else if (STAGE_NAMES.contains(name.toLowerCase(Locale.ROOT)) && stage.stage().index() > 0) {
      Stage above = view.file().stages().get(stage.stage().index() - 1);
      String from0 = above.name() == null ? above.from().text() + " AS " + name + "\n\u2026\n" : "";
      String right = above.name() == null ? name : Objects.requireNonNull(above.name());
      String line = transfer.text().replace("--from=" + name, "--from=" + right);
      tips.write(Topic.UNKNOWN_STAGE, transfer, value.span(), from0 + line, name);
    }
  }
}
