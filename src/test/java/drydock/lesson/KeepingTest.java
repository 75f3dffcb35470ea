// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.lesson.pack.SamplePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the learner did is kept: progress and files.
class KeepingTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-04T03:02:01Z"), ZoneOffset.UTC);

  @TempDir Path temp;
  private Lesson lesson;

  @BeforeEach
  void readLesson() {
    lesson =
        Objects.requireNonNull(new SamplePack(temp.resolve("pack")).read().pack())
            .lessons()
            .getFirst();
  }

  @Test
  void progressIsThereAfterARestart() throws IOException {
    Path file = temp.resolve("state/progress.json");
    Step first = lesson.steps().get(0);
    Step second = lesson.steps().get(1);
    ProgressFile before = new ProgressFile(file, CLOCK);
    before.set(
        before
            .latest()
            .with(lesson, first, new Progress.OfStep(Progress.State.DONE, Set.of("built"), "two"))
            .with(lesson, second, Progress.OfStep.NONE.withState(Progress.State.SKIPPED))
            .at(lesson, second));
    before.save();
    Progress after = new ProgressFile(file, CLOCK).latest();
    assertThat(after).isEqualTo(before.latest());
    assertThat(after.of(lesson, first).seen()).containsExactly("built");
    assertThat(after.of(lesson, second).state()).isEqualTo(Progress.State.SKIPPED);
    assertThat(after.of(lesson).at()).isEqualTo("second");
    assertThat(list(temp.resolve("state"))).containsExactly("progress.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "{\"schema\":1,\"packs\":{",
        "[]",
        "null",
        "{\"schema\":2}",
        "{\"schema\":1,\"packs\":{\"a\":{\"lessons\":{\"b\":{\"steps\":{\"c\":{\"state\":\"MAYBE\"}}}}}}}"
      })
  void aBrokenFileIsSetAsideAndNamed(String text) throws IOException {
    Path file = Files.writeString(temp.resolve("progress.json"), text);
    ProgressFile progress = new ProgressFile(file, CLOCK);
    assertThat(progress.latest()).isEqualTo(Progress.NONE);
    String aside =
        list(temp).stream()
            .filter(n -> n.startsWith("progress.json.broken-"))
            .findFirst()
            .orElseThrow();
    assertThat(progress.notice()).contains(aside);
    assertThat(Files.readString(temp.resolve(aside))).isEqualTo(text);
    progress.save();
    assertThat(new ProgressFile(file, CLOCK).notice()).isNull();
  }

  @Test
  void nullsInTheFileDoNoHarm() throws IOException {
    Path file =
        Files.writeString(
            temp.resolve("progress.json"),
            "{\"schema\":1,\"new\":7,\"packs\":{\"org.example.sample\":{\"lessons\":{\"one\":{\"steps\":{\"first\":{}}}}}}}");
    Progress progress = new ProgressFile(file, CLOCK).latest();
    assertThat(progress.of(lesson, lesson.steps().getFirst())).isEqualTo(Progress.OfStep.NONE);
  }

  @Test
  void preparingNeverOverwrites() throws IOException {
    LessonWorkspace workspace = new LessonWorkspace(temp.resolve("w"), CLOCK);
    Path folder = workspace.prepare(lesson);
    assertThat(folder).isEqualTo(temp.resolve("w/org.example.sample/one"));
    assertThat(folder.resolve("app/main.txt")).hasContent("hello");
    Files.writeString(folder.resolve("Dockerfile"), "mine");
    workspace.prepare(lesson);
    assertThat(folder.resolve("Dockerfile")).hasContent("mine");
  }

  @Test
  void resetBringsTheStepsFilesAndLosesNothing() throws IOException {
    LessonWorkspace workspace = new LessonWorkspace(temp.resolve("w"), CLOCK);
    assertThat(workspace.reset(lesson, lesson.steps().get(0))).isNull();
    Path folder = workspace.folder(lesson);
    Files.writeString(folder.resolve("Dockerfile"), "mine");
    Files.writeString(folder.resolve("extra.txt"), "mine too");
    Path backup = Objects.requireNonNull(workspace.reset(lesson, lesson.steps().get(1)));
    assertThat(folder.resolve("Dockerfile")).hasContent("FROM busybox:1.37");
    assertThat(folder.resolve("app/main.txt")).hasContent("hello");
    assertThat(list(folder)).containsExactly("Dockerfile", "app");
    assertThat(backup.resolve("Dockerfile")).hasContent("mine");
    assertThat(backup.resolve("extra.txt")).hasContent("mine too");
    Path again = Objects.requireNonNull(workspace.reset(lesson, lesson.steps().get(1)));
    assertThat(again).as("within the same second").isNotEqualTo(backup).exists();
  }

  @Test
  void aFileThatLeavesTheFolderIsNotWritten() {
    Lesson bad = Lessons.lesson("l", Map.of("../escaped", new PackFile("x".getBytes(UTF_8))));
    LessonWorkspace workspace = new LessonWorkspace(temp.resolve("w"), CLOCK);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> workspace.prepare(bad))
        .isInstanceOf(IOException.class);
    assertThat(temp.resolve("w/org.example.pack/escaped")).doesNotExist();
  }

  private static List<String> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
