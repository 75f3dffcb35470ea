// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.build.BuildOptions;
import drydock.build.BuildRun;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState.Status;
import drydock.engine.BuildStep;
import drydock.engine.EngineInfo;
import drydock.engine.EngineTest;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The classic builder of a real engine, which would have taken BuildKit.
@EngineTest
class ClassicBuildEngineTest {
  private static DockerEngine engine;

  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final String tag = "drydock-test-classic:" + unique;
  @TempDir Path folder;

  @BeforeAll
  static void pretendThatThereIsNoBuildKit() {
    try (var found = Objects.requireNonNull(EngineFinder.ofThisSystem().find().engine())) {
      EngineInfo i = found.info();
      EngineInfo classic =
          new EngineInfo(
              i.endpoint(),
              i.id(),
              i.name(),
              i.version(),
              i.product(),
              i.podman(),
              i.api(),
              i.machine(),
              i.storage(),
              i.cgroups(),
              EngineInfo.Builder.CLASSIC,
              i.securityOptions(),
              i.warnings(),
              i.clockSkew());
      DockerHttp http = new DockerHttp(URI.create(i.endpoint().uri()));
      engine = new DockerEngine(http.version(i.api().negotiated().toString()), classic);
    }
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
  void stepsAreThoseOfThePlanAndTheSecondBuildIsCached() throws IOException {
    write("app.txt", unique);
    write(
        "Dockerfile",
        """
        FROM busybox:1.37 AS app
        ENV A=1
        COPY app.txt /
        RUN cat /app.txt; echo oops >&2
        """);
    BuildRun run = build();
    String id = ((BuildOutcome.Success) run.outcome()).imageId();
    assertThat(RawDocker.get("/images/" + tag + "/json").json().get("Id").asText()).isEqualTo(id);
    assertThat(engine.images().inspect(tag).summary().ours()).isTrue();
    assertThat(run.step("app/1").status()).isEqualTo(Status.CACHED);
    assertThat(run.step("app/3").status()).isEqualTo(Status.DONE);
    assertThat(run.step("app/3").step().lines()).isEqualTo(new BuildStep.Lines(4, 4));
    assertThat(run.output("app/3")).contains(unique, "oops\n").doesNotContain("\u001b");
    assertThat(build().step("app/3").status()).isEqualTo(Status.CACHED);
  }

  @Test
  void aFailureIsNamedAndLeavesNoContainerBehind() throws IOException {
    write("Dockerfile", "FROM busybox:1.37\n\nRUN echo " + unique + "; exit 3\n");
    BuildOutcome.Failed failed = build().failed();
    assertThat(failed.step()).isEqualTo("stage-0/2");
    assertThat(failed.lines()).isEqualTo(new BuildStep.Lines(3, 3));
    assertThat(failed.exitCode()).isEqualTo(3);
    assertThat(failed.lastOutput()).containsExactly(unique);
    assertThat(RawDocker.get("/containers/json?all=1").text()).doesNotContain(unique);
  }

  @Test
  void aParseErrorIsAFailureAtItsLine() throws IOException {
    write("Dockerfile", "FROM busybox:1.37\nRUNN true\n");
    assertThat(build().failed().lines()).isEqualTo(new BuildStep.Lines(2, 2));
  }

  private BuildRun build() {
    return BuildRun.finished(engine, BuildOptions.of(folder, tag, Ownership.PLAIN));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
