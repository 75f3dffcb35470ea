// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Base;
import drydock.dockerfile.Flag;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Word;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Script;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Images to start from, and what is in the image at the end.
final class BaseAdvice {
  private static final Set<String> COMPILERS =
      Set.of(
          "build-essential",
          "gcc",
          "g++",
          "clang",
          "cmake",
          "build-base",
          "musl-dev",
          "golang",
          "cargo",
          "rustc",
          "default-jdk",
          "maven");

  private BaseAdvice() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      from(view, stage, tips);
      for (Step step : stage.steps()) {
        if (step.own() && step.instruction() instanceof Instruction.Copy copy) {
          copyFrom(view, copy, tips);
        }
      }
      if (stage.isLast()) {
        toolchain(stage, tips);
        compilers(view, stage, tips);
      }
    }
  }

  private static void from(View view, StageView stage, Tips tips) {
    Instruction.From from = stage.stage().from();
    Word image = from.image();
    if (image != null
        && view.scopes().base(stage.stage()) instanceof Base.Image
        && isUnpinned(image.text())) {
      unpinned(from, image, tips);
    }
  }

  private static void copyFrom(View view, Instruction.Copy copy, Tips tips) {
    Flag flag = copy.from();
    String value = flag == null ? null : flag.value();
    Word word = flag == null ? null : flag.valueWord();
    boolean named =
        value != null
            && (value.contains("/") || value.contains(":") || BaseImage.parse(value).isWellKnown());
    if (value != null
        && word != null
        && named
        && view.scopes().copySource(value) instanceof Base.Image
        && isUnpinned(value)
        && word.text().equals(value)) {
      unpinned(copy, word, tips);
    }
  }

  /// A variable may hold the tag.
  private static boolean isUnpinned(String reference) {
    if (reference.contains("$") || reference.contains("\"") || reference.contains("'")) {
      return false;
    }
    BaseImage image = BaseImage.parse(reference);
    return !image.isPinned() && (image.tag().isEmpty() || image.tag().equals("latest"));
  }

  private static void unpinned(Instruction instruction, Word word, Tips tips) {
    BaseImage image = BaseImage.parse(word.text());
    String name = word.text();
    String bare = image.tag().isEmpty() ? name : name.substring(0, name.lastIndexOf(':'));
    tips.show(
        Topic.UNPINNED_BASE,
        instruction,
        word.span(),
        Fix.replace(word.span(), bare + ":" + image.exampleTag()),
        name);
  }

  /// The image of a language's tools, whose result runs without them.
  private static void toolchain(StageView stage, Tips tips) {
    String repository = stage.base().repository();
    Step start = start(stage);
    if (start == null || stage.stage().from().image() == null) {
      return;
    }
    List<String> words = start.words();
    String program = words.isEmpty() ? "" : words.getFirst();
    String runtime =
        switch (repository) {
          case "golang", "rust" -> "debian:13-slim";
          case "maven", "gradle" -> "eclipse-temurin:21-jre";
          case "mcr.microsoft.com/dotnet/sdk" -> "mcr.microsoft.com/dotnet/aspnet:" + tag(stage);
          default -> "";
        };
    boolean result =
        switch (repository) {
          case "golang", "rust" ->
              program.contains("/") || program.equals("app") || program.equals("server");
          case "maven", "gradle" -> program.equals("java");
          case "mcr.microsoft.com/dotnet/sdk" ->
              program.equals("dotnet") && words.size() > 1 && words.get(1).endsWith(".dll");
          default -> false;
        };
    if (runtime.isEmpty() || !result || program.endsWith(".sh") || !builds(stage)) {
      return;
    }
    Word image = Objects.requireNonNull(stage.stage().from().image());
    String output =
        program.startsWith("/") && !repository.equals("maven") ? program : output(stage);
    String better =
        "FROM %s AS build\n\u2026\nFROM %s\nCOPY --from=build %s %s\n%s"
            .formatted(image.text(), runtime, output, output, start.instruction().text());
    tips.write(
        Topic.TOOLS_LEFT, stage.stage().from(), image.span(), better, "What is in " + image.text());
  }

  private static String tag(StageView stage) {
    return stage.base().tag().isEmpty() ? "9.0" : stage.base().tag();
  }

  private static String output(StageView stage) {
    String folder = stage.end().workdir();
    return folder.startsWith("/") && folder.length() > 1 ? folder : "";
  }

  private static boolean builds(StageView stage) {
    return stage.chain().stream()
        .flatMap(s -> s.commands().stream())
        .anyMatch(
            c ->
                switch (c.program()) {
                  case "go", "cargo", "dotnet" ->
                      hasOperand(c, "build")
                          || hasOperand(c, "publish")
                          || hasOperand(c, "install");
                  case "mvn", "mvnw" -> hasOperand(c, "package") || hasOperand(c, "install");
                  case "gradle", "gradlew" -> hasOperand(c, "build") || hasOperand(c, "bootJar");
                  default -> false;
                });
  }

  private static boolean hasOperand(Command command, String word) {
    return command.operands().stream().anyMatch(a -> a.text().equals(word));
  }

  private static @Nullable Step start(StageView stage) {
    Step entrypoint = stage.last(Instruction.Entrypoint.class);
    Step start = entrypoint == null ? stage.last(Instruction.Cmd.class) : entrypoint;
    return start == null || !start.own() ? null : start;
  }

  /// Compilers that are installed for something that is built here, when a program is started at
  /// the end.
  private static void compilers(View view, StageView stage, Tips tips) {
    Step start = start(stage);
    if (start == null
        || !stage.base().isPlain()
        || start.words().isEmpty()
        || start.words().getFirst().endsWith("sh")) {
      return;
    }
    for (Step step : stage.runs()) {
      Script script = Objects.requireNonNull(step.script());
      for (Command command : script.commands()) {
        String compiler =
            Packages.installs(command)
                ? Packages.named(command).stream()
                    .filter(COMPILERS::contains)
                    .findFirst()
                    .orElse("")
                : "";
        if (compiler.isEmpty()
            || script.commands().stream().anyMatch(c -> removes(c))
            || isUsedLater(view, compiler)
            || !compiles(stage)) {
          continue;
        }
        Word image = stage.stage().from().image();
        String base = image == null ? "" : image.text();
        String result = result(stage);
        if (result.isEmpty()) {
          return;
        }
        String better =
            "FROM %s AS build\n%s\n\u2026\nFROM %s\nCOPY --from=build %s %s\n%s"
                .formatted(
                    base,
                    step.instruction().text(),
                    base,
                    result,
                    result,
                    start.instruction().text());
        tips.write(Topic.TOOLS_LEFT, step.instruction(), command.span(), better, compiler);
        return;
      }
    }
  }

  private static boolean removes(Command command) {
    return Packages.does(command, "purge", "remove", "del", "autoremove");
  }

  /// Removed by another line: said there.
  private static boolean isUsedLater(View view, String compiler) {
    return view.file().text().contains("purge")
        || view.file().text().contains("apk del")
        || view.file().text().contains("remove " + compiler);
  }

  /// Where what was built most likely is.
  private static String result(StageView stage) {
    return stage.base().repository().equals("python")
            && stage.chain().stream().flatMap(s -> s.commands().stream()).anyMatch(Packages::isPip)
        ? "/usr/local"
        : output(stage);
  }

  private static boolean compiles(StageView stage) {
    return stage.chain().stream()
        .flatMap(s -> s.commands().stream())
        .anyMatch(
            c ->
                Packages.isPip(c)
                    || Set.of(
                            "make",
                            "gcc",
                            "g++",
                            "cc",
                            "cmake",
                            "clang",
                            "go",
                            "cargo",
                            "rustc",
                            "mvn",
                            "javac",
                            "configure")
                        .contains(c.program()));
  }
}
