// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A small Dockerfile with its context, made and edited at random so that it can always, or nearly
/// always, be built.
final class RandomProject {
  private static final List<String> SOURCES =
      List.of(
          "a.txt",
          "d",
          "d/",
          "*.txt",
          "d/*.txt",
          "d/e/z.txt",
          "l",
          ".",
          "a.txt run.sh",
          "d/e",
          "?.txt");

  /// All that a later edit may bring back.
  private record Snapshot(
      Map<String, String> files,
      Map<String, String> modes,
      List<List<String>> stages,
      Map<String, String> arguments,
      String ignored) {}

  private final CacheTrial trial;
  private final Random random;
  private final boolean heredocs;
  private final boolean otherBases;
  private final List<Snapshot> history = new ArrayList<>();
  private Map<String, String> files = new TreeMap<>();
  private Map<String, String> modes = new TreeMap<>();
  private List<List<String>> stages = new ArrayList<>();
  private Map<String, String> arguments = new TreeMap<>();
  private String ignored = "";
  private String edit = "";
  private String base = "one";
  private String madeBase = "";

  /// @param heredocs whether the engine knows them, and `COPY --link`, which came with them
  /// @param otherBases whether the base image may become another one
  RandomProject(CacheTrial trial, Random random, boolean heredocs, boolean otherBases) {
    this.otherBases = otherBases;
    this.trial = trial;
    this.random = random;
    this.heredocs = heredocs;
    for (String name : List.of("a.txt", "b.txt", "run.sh", "d/x.txt", "d/y.txt", "d/e/z.txt")) {
      files.put(name, name + " " + trial.nonce);
    }
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      List<String> lines = new ArrayList<>();
      boolean above = i > 0 && random.nextInt(4) == 0;
      lines.add("FROM " + (above ? "s" + random.nextInt(i) : trial.base) + " AS s" + i);
      if (!above) {
        lines.add("RUN mkdir -p /out && echo " + word() + " > /out/f");
      }
      int length = 2 + random.nextInt(5);
      for (int k = 0; k < length; k++) {
        lines.add(line(i));
      }
      if (i > 0 && random.nextInt(3) > 0) {
        lines.add(
            1 + random.nextInt(lines.size()), "COPY --from=s" + random.nextInt(i) + " /out /got/");
      }
      stages.add(lines);
    }
  }

  /// What was edited last.
  String lastEdit() {
    return edit;
  }

  private <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private String word() {
    return any(List.of("one", "two", "three", "four"));
  }

  private String line(int stage) {
    List<Supplier<String>> kinds =
        new ArrayList<>(
            List.of(
                () -> "COPY " + flags() + any(SOURCES) + " /c/",
                () -> "COPY " + flags() + any(SOURCES) + " " + any(List.of("x/", "/x/y/", "./")),
                () -> "ADD " + any(SOURCES) + " /c/",
                () -> "RUN echo " + word() + " > /tmp/" + word(),
                () -> "RUN echo " + word() + " $A; ls -l / > /dev/null",
                () -> "RUN [\"echo\", \"" + word() + "\"]",
                () -> "RUN echo " + word() + " \\\n  && echo " + word(),
                () -> "RUN --mount=type=bind,source=d,target=/m cat /m/x.txt; echo " + word(),
                () -> "RUN --mount=type=cache,target=/k echo " + word() + " > /k/f",
                () -> "ENV " + any(List.of("A", "B")) + "=" + word(),
                () -> "ARG " + any(List.of("P", "Q", "A")) + any(List.of("", "=" + word())),
                () -> "LABEL l=" + word(),
                () -> "USER " + any(List.of("root", "0", "0:0")),
                () -> "WORKDIR " + any(List.of("/w", "sub", "/w/$A", "/")),
                () -> "CMD echo " + word(),
                () -> "EXPOSE " + (8000 + random.nextInt(4)),
                () -> "SHELL [\"/bin/" + any(List.of("sh", "ash")) + "\", \"-c\"]",
                () -> "ENV C=$A PATH=$PATH:/" + word()));
    if (stage > 0) {
      kinds.add(() -> "COPY --from=s" + random.nextInt(stage) + " /out/f /from/");
      kinds.add(() -> "COPY --from=" + random.nextInt(stage) + " /out /from/");
      kinds.add(
          () -> "RUN --mount=from=s" + random.nextInt(stage) + ",source=/out,target=/m cat /m/f");
    }
    if (heredocs) {
      kinds.add(() -> "RUN <<EOF\necho " + word() + "\necho " + word() + "\nEOF");
      kinds.add(() -> "COPY <<EOF /h\n" + word() + " $A\nEOF");
    }
    return any(kinds).get();
  }

  private String flags() {
    String link = heredocs ? "--link " : "";
    return any(List.of("", "", "", link, "--chown=1:1 ", "--chmod=640 ", "--chown=root "));
  }

  /// One edit.
  void edit() {
    history.add(snapshot());
    List<String> before = lines();
    Map<String, String> contents = new TreeMap<>(files);
    int tries = 0;
    do {
      change();
    } while (before.equals(lines())
        && contents.equals(files)
        && ++tries < 3
        && !edit.equals("touch"));
  }

  private List<String> lines() {
    return stages.stream().flatMap(List::stream).toList();
  }

  private void change() {
    List<String> stage = any(stages);
    int at = 1 + random.nextInt(stage.size() - 1);
    String file = any(List.copyOf(files.keySet()));
    switch (random.nextInt(23)) {
      case 0 -> edit = "touch";
      case 1 -> {
        edit = "chmod " + file;
        modes.merge(file, "x", (_, now) -> now.equals("x") ? "-" : "x");
      }
      case 2, 3 -> {
        edit = "content " + file;
        files.put(file, word() + " " + trial.nonce);
      }
      case 4 -> {
        edit = "add file";
        files.put(any(List.of("", "d/", "d/e/")) + word() + ".txt", word() + trial.nonce);
      }
      case 5 -> {
        edit = "remove file";
        files.keySet().removeIf(f -> f.equals(file) && isLoose(f));
      }
      case 6 -> {
        edit = "rename file";
        if (isLoose(file)) {
          files.put(file.replaceAll("[a-z]+\\.txt$", word() + ".txt"), files.remove(file));
        }
      }
      case 7 -> {
        edit = "move file";
        if (isLoose(file)) {
          String name = file.substring(file.lastIndexOf('/') + 1);
          files.put(any(List.of("", "d/", "d/e/")) + name, files.remove(file));
        }
      }
      case 8, 9 -> {
        edit = "reorder lines";
        if (at + 1 < stage.size()) {
          stage.add(at, stage.remove(at + 1));
        }
      }
      case 10, 11, 12 -> {
        edit = "change a word";
        stage.set(
            at, stage.get(at).replaceFirst("(?<![a-z])(one|two|three|four)(?![a-z])", word()));
      }
      case 13 -> {
        edit = "insert comment";
        stage.add(at, "# " + word());
      }
      case 14 -> {
        edit = "whitespace";
        stage.set(at, stage.get(at).replaceFirst("echo ", "echo  "));
      }
      case 15 -> {
        edit = "change back";
        restore(any(history));
      }
      case 16 -> {
        edit = "insert line";
        stage.add(at, line(stages.indexOf(stage)));
      }
      case 17 -> {
        edit = "remove line";
        if (stage.size() > 3 && !stage.get(at).contains("/out")) {
          stage.remove(at);
        }
      }
      case 18 -> {
        edit = "flags";
        stage.set(
            at,
            stage.get(at).replaceFirst("^COPY (--(link|ch)[^ ]* )?(?!.*<<)", "COPY " + flags()));
      }
      case 19 -> {
        edit = "build argument";
        arguments.put(any(List.of("P", "Q", "UNUSED", "HTTP_PROXY")), word());
      }
      case 20 -> {
        edit = "another base image";
        base = otherBases ? any(List.of("one", "one", "two")) : base;
      }
      case 21 -> {
        edit = "ignore";
        ignored = any(List.of("", "d/y.txt\n", "*.txt\n!a.txt\n!b.txt\n", "**/z.txt.bak\n"));
      }
      default -> {
        edit = "change user or folder";
        stage.set(
            at,
            stage
                .get(at)
                .replaceFirst("^USER .*", "USER " + any(List.of("root", "0", "0:0")))
                .replaceFirst("^WORKDIR .*", "WORKDIR /" + word()));
      }
    }
  }

  /// Whether no line names it.
  private boolean isLoose(String file) {
    return !List.of("a.txt", "run.sh", "d/x.txt", "d/e/z.txt").contains(file);
  }

  private Snapshot snapshot() {
    return new Snapshot(
        new TreeMap<>(files),
        new TreeMap<>(modes),
        copy(stages),
        new TreeMap<>(arguments),
        ignored);
  }

  private void restore(Snapshot snapshot) {
    files = new TreeMap<>(snapshot.files);
    modes = new TreeMap<>(snapshot.modes);
    stages = copy(snapshot.stages);
    arguments = new TreeMap<>(snapshot.arguments);
    ignored = snapshot.ignored;
  }

  private static List<List<String>> copy(List<List<String>> stages) {
    return new ArrayList<>(stages.stream().map(s -> (List<String>) new ArrayList<>(s)).toList());
  }

  /// Makes the folder so.
  void write() throws IOException {
    try (Stream<Path> old = Files.walk(trial.folder)) {
      for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(trial.folder)) {
          Files.delete(path);
        }
      }
    }
    files.forEach(trial::write);
    for (Map.Entry<String, String> mode : modes.entrySet()) {
      if (files.containsKey(mode.getKey())) {
        trial.mode(mode.getKey(), mode.getValue().equals("x") ? "rwxr-xr-x" : "rw-r--r--");
      }
    }
    if (edit.equals("touch")) {
      Files.setLastModifiedTime(trial.folder.resolve("a.txt"), FileTime.fromMillis(1_000_000));
    }
    Files.createSymbolicLink(trial.folder.resolve("l"), Path.of("a.txt"));
    if (!ignored.isEmpty()) {
      trial.write(".dockerignore", ignored);
    }
    trial.write("Dockerfile", String.join("\n", lines()) + "\n");
    if (!base.equals(madeBase)) {
      trial.makeBase(base);
      madeBase = base;
    }
    trial.buildArgs.clear();
    trial.buildArgs.putAll(arguments);
  }
}
