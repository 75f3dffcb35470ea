// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small pack written to a folder, whole at first; tests break it.
public final class SamplePack {
  public static final String MANIFEST =
      """
      schema: 1
      id: org.example.sample
      version: 1.0.0
      title: Sample
      summary: A sample.
      authors: [Nobody]
      licence: Apache-2.0
      locales: [en]
      images: ["busybox:1.37"]
      lessons: [010-one]
      """;

  public static final String WORDS =
      """
      ---
      id: one
      title: Lesson one
      minutes: 5
      needs: []
      ---

      Welcome.

      ## First {#first}

      Do *it*.

      ```hint
      Like so.
      ```

      ```goal built
      It is there
      ```

      ```why
      Because.
      ```

      ## Second {#second}

      Read on.
      """;

  public static final String LOGIC =
      """
      image: one:dev
      steps:
        - id: first
          kind: do
          picture: {kind: layers}
          goals:
            - {id: built, kind: image, image: "one:dev"}
        - id: second
          kind: read
      """;

  private final Path folder;

  public SamplePack(Path folder) {
    this.folder = folder;
    write("pack.yaml", MANIFEST);
    write("010-one/lesson.md", WORDS);
    write("010-one/steps.yaml", LOGIC);
    write("010-one/files/Dockerfile", "# start\n");
    write("010-one/files/app/main.txt", "hello\n");
    write("010-one/files.second/Dockerfile", "FROM busybox:1.37\n");
  }

  Path folder() {
    return folder;
  }

  SamplePack write(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  SamplePack change(String path, String from, String to) {
    try {
      String text = Files.readString(folder.resolve(path));
      if (!text.contains(from)) {
        throw new IllegalArgumentException("nothing to change: " + from);
      }
      return write(path, text.replace(from, to));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  public PackReading read() {
    return PackReader.read(folder);
  }

  /// The problems, each as `file:line: sentence`.
  java.util.List<String> problems() {
    PackReading reading = read();
    org.assertj.core.api.Assertions.assertThat(reading.pack() == null)
        .isEqualTo(!reading.problems().isEmpty());
    return reading.problems().stream().map(PackProblem::toString).toList();
  }
}
