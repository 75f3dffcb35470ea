// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState.Status;
import drydock.engine.BuildStep;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.Output;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.Subscription;
import drydock.engine.docker.EngineFinder;
import drydock.messages.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Builds on a real engine, with whatever builder it has.
@EngineTest
class BuildsEngineTest {
  private static ContainerEngine engine;

  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final String tag = "drydock-test-build:" + unique;
  @TempDir Path folder;

  @BeforeAll
  static void find() {
    engine = Objects.requireNonNull(EngineFinder.ofThisSystem().find().engine());
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @AfterEach
  void removeTheImage() {
    RawDocker.delete("/images/" + tag);
  }

  @Test
  void aBuildRunsAndTheSecondOneIsCached() throws IOException {
    write("app.txt", unique);
    write("Dockerfile", "FROM busybox:1.37\nCOPY app.txt /\nRUN cat /app.txt; echo oops >&2\n");
    BuildRun first = build();
    String id = ((BuildOutcome.Success) first.outcome()).imageId();
    assertThat(RawDocker.get("/images/" + tag + "/json").json().get("Id").asText()).isEqualTo(id);
    assertThat(first.step("stage-0/2").status()).isEqualTo(Status.DONE);
    assertThat(first.step("stage-0/3").status()).isEqualTo(Status.DONE);
    assertThat(first.step("stage-0/3").step().lines()).isEqualTo(new BuildStep.Lines(3, 3));
    assertThat(first.step("stage-0/3").step().inputs()).containsExactly("stage-0/2");
    assertThat(first.output("stage-0/3")).contains(unique, "oops\n");
    assertThat(first.events())
        .contains(
            new BuildEvent.StepOutput("stage-0/3", new Output(Output.Channel.STDERR, "oops\n")));
    assertThat(first.events(BuildEvent.ContextSent.class)).hasSize(1);

    BuildRun second = build();
    assertThat(second.outcome()).isEqualTo(first.outcome());
    assertThat(second.step("stage-0/1").status()).isEqualTo(Status.CACHED);
    assertThat(second.step("stage-0/2").status()).isEqualTo(Status.CACHED);
    assertThat(second.step("stage-0/3").status()).isEqualTo(Status.CACHED);
  }

  @Test
  void theImageCarriesOurLabels() throws IOException {
    write("Dockerfile", "FROM busybox:1.37\n");
    BuildOptions options =
        new BuildOptions(
            folder,
            "Dockerfile",
            List.of(tag),
            null,
            Map.of(),
            false,
            new Ownership("w", "lesson-1", "step-2"));
    assertThat(BuildRun.finished(engine, options).outcome())
        .isInstanceOf(BuildOutcome.Success.class);
    assertThat(engine.images().inspect(tag).config().labels())
        .containsEntry(Ownership.OWNER_LABEL, Ownership.OWNER)
        .containsEntry(Ownership.LESSON_LABEL, "lesson-1")
        .containsEntry(Ownership.STEP_LABEL, "step-2");
  }

  @Test
  void aTagOfAForeignImageIsNotTaken() throws IOException {
    RawDocker.post(
        "/images/busybox:1.37/tag?repo=drydock-test-build&tag=" + unique, ""); // not ours
    write("Dockerfile", "FROM busybox:1.37\n");
    assertThat(build().outcome())
        .isEqualTo(new BuildOutcome.Broken(new EngineProblem.NotOurs("image", tag)));
  }

  @Test
  void aFailingRunIsNamedWithLineExitCodeAndLastLines() throws IOException {
    write("Dockerfile", "FROM busybox:1.37 AS app\n\nRUN echo before " + unique + "; exit 3\n");
    BuildOutcome.Failed failed = build().failed();
    assertThat(failed.step()).isEqualTo("app/2");
    assertThat(failed.stepName()).isEqualTo("RUN echo before " + unique + "; exit 3");
    assertThat(failed.lines()).isEqualTo(new BuildStep.Lines(3, 3));
    assertThat(failed.exitCode()).isEqualTo(3);
    assertThat(failed.lastOutput()).containsExactly("before " + unique);
  }

  @Test
  void aMissingFileIsFoundAtItsCopy() throws IOException {
    write("Dockerfile", "FROM busybox:1.37\nCOPY nope.txt /\n");
    BuildOutcome.Failed failed = build().failed();
    assertThat(failed.lines()).isEqualTo(new BuildStep.Lines(2, 2));
    assertThat(failed.message()).contains("nope");
    assertThat(failed.exitCode()).isNull();
  }

  @Test
  void aParseErrorIsFoundAtItsLine() throws IOException {
    write("Dockerfile", "FROM busybox:1.37\n\nRUNN true\n");
    BuildOutcome.Failed failed = build().failed();
    assertThat(failed.lines()).isEqualTo(new BuildStep.Lines(3, 3));
    assertThat(failed.message()).contains("RUNN");
  }

  @Test
  void stagesRunSideBySide() throws IOException {
    write(
        "Dockerfile",
        """
        ARG BASE=busybox:1.37
        FROM ${BASE} AS a
        RUN sleep 2; echo %1$s > /a
        FROM ${BASE} AS b
        RUN sleep 2; echo %1$s > /b
        FROM scratch
        COPY --from=a /a /
        COPY --from=b /b /
        """
            .formatted(unique));
    BuildRun run = build();
    assertThat(run.outcome()).isInstanceOf(BuildOutcome.Success.class);
    assertThat(run.step("a/2").status()).isEqualTo(Status.DONE);
    assertThat(run.step("b/2").status()).isEqualTo(Status.DONE);
    assertThat(run.step("stage-2/2").step().inputs()).containsExactly("b/2", "stage-2/1");
    assertThat(run.step("stage-2/2").step().lines()).isEqualTo(new BuildStep.Lines(8, 8));
    var a = Objects.requireNonNull(run.step("a/2").started());
    var b = Objects.requireNonNull(run.step("b/2").started());
    assertThat(Duration.between(a, b).abs()).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void targetAndArgumentsAreHeeded() throws IOException {
    write(
        "Dockerfile",
        """
        FROM busybox:1.37 AS first
        ARG WORD=none
        RUN echo "word is $WORD %1$s"
        FROM first AS second
        RUN exit 9
        """
            .formatted(unique));
    BuildOptions options =
        new BuildOptions(
            folder,
            "Dockerfile",
            List.of(tag),
            "first",
            Map.of("WORD", "given & \"quoted\""),
            false,
            Ownership.PLAIN);
    BuildRun run = BuildRun.finished(engine, options);
    assertThat(run.outcome()).isInstanceOf(BuildOutcome.Success.class);
    assertThat(run.output("first/2")).contains("word is given & \"quoted\" " + unique);
  }

  @Test
  void withoutCacheEveryStepRunsAgain() throws IOException {
    write("Dockerfile", "FROM busybox:1.37\nRUN echo " + unique + "\n");
    build();
    removeTheImage(); // the next one would leave it without a name
    BuildRun again =
        BuildRun.finished(
            engine,
            new BuildOptions(
                folder, "Dockerfile", List.of(tag), null, Map.of(), true, Ownership.PLAIN));
    assertThat(again.step("stage-0/2").status()).isEqualTo(Status.DONE);
    assertThat(again.output("stage-0/2")).contains(unique);
  }

  @Test
  void whatIsIgnoredDoesNotReachTheImage() throws IOException {
    write(".dockerignore", "secret.env\n**/*.log\nsub\n!sub/keep.txt\n");
    write("secret.env", "x");
    write("run.log", "x");
    write("sub/keep.txt", "x");
    write("sub/drop.txt", "x");
    write("übung.txt", "x");
    write(
        "Dockerfile",
        "FROM busybox:1.37\nCOPY . /ctx\nRUN cd /ctx && find . -type f | sort; : " + unique + "\n");
    assertThat(build().output("stage-0/3"))
        .contains("./.dockerignore\n./Dockerfile\n./sub/keep.txt\n./übung.txt\n");
  }

  @Test
  void aMissingBaseImageIsASentence() throws IOException {
    write("Dockerfile", "FROM localhost:1/drydock/none:" + unique + "\nRUN true\n");
    assertThat(build().outcome())
        .isInstanceOfSatisfying(
            BuildOutcome.Broken.class,
            broken -> {
              assertThat(broken.problem()).isInstanceOf(EngineProblem.PullFailed.class);
              assertThat(Problems.sentence(broken.problem()))
                  .startsWith("The image localhost:1/drydock/none:" + unique);
            });
  }

  @Test
  void theBuildersWarningsCarryTheirLines() throws IOException {
    Assumptions.assumeTrue(major() >= 27, "BuildKit's checks came with Docker 27");
    write("Dockerfile", "FROM busybox:1.37\nENV A b\n");
    assertThat(build().events(BuildEvent.Warning.class))
        .singleElement()
        .satisfies(
            w -> {
              assertThat(w.rule()).isEqualTo("LegacyKeyValueFormat");
              assertThat(w.lines()).containsExactly(new BuildStep.Lines(2, 2));
              assertThat(w.url()).startsWith("https://docs.docker.com/");
            });
  }

  @Test
  void cancellingEndsTheProcess() throws Exception {
    String mount = "RUN --mount=type=cache,id=drydock-" + unique + ",target=/c ";
    write(
        "Dockerfile",
        "FROM busybox:1.37\n"
            + mount
            + "echo started; while true; do date +%s > /c/beat; sleep 0.2; done\n");
    BuildRun run = new BuildRun();
    Subscription build =
        new Builds().start(engine, BuildOptions.of(folder, tag, Ownership.PLAIN), run);
    run.await(e -> e instanceof BuildEvent.StepOutput o && o.output().text().contains("started"));
    build.close();
    assertThat(run.awaitEnd().outcome()).isInstanceOf(BuildOutcome.Cancelled.class);

    // a process that still ran would go on writing the time into the shared mount
    write(
        "Dockerfile",
        "FROM busybox:1.37\n"
            + mount
            + "test -s /c/beat; rm /c/beat; sleep 2; test ! -e /c/beat && echo silent "
            + unique
            + "\n");
    assertThat(build().output("stage-0/2")).contains("silent " + unique);
  }

  @Test
  void aBuildThatIsClosedAtOnceIsCancelled() throws IOException {
    write("Dockerfile", "FROM busybox:1.37\nRUN sleep 20\n");
    BuildRun run = new BuildRun();
    new Builds().start(engine, BuildOptions.of(folder, tag, Ownership.PLAIN), run).close();
    assertThat(run.awaitEnd().outcome()).isInstanceOf(BuildOutcome.Cancelled.class);
  }

  @Test
  void aContextThatCannotBeReadEndsTheBuild() throws IOException {
    write("Dockerfile", "FROM busybox:1.37\nRUN true\n");
    write(".dockerignore", "!\n");
    assertThat(build().outcome())
        .isInstanceOfSatisfying(
            BuildOutcome.Broken.class,
            b -> assertThat(b.problem()).isInstanceOf(EngineProblem.BadContext.class));
  }

  private BuildRun build() {
    return BuildRun.finished(engine, BuildOptions.of(folder, tag, Ownership.PLAIN));
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static int major() {
    return Integer.parseInt(engine.info().version().split("\\.", 2)[0]);
  }
}
