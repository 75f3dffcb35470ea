// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.DockerEngineTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildRequest;
import drydock.engine.Container;
import drydock.engine.Containers;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.ExecSpec;
import drydock.engine.Limits;
import drydock.engine.Output;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Objects that Drydock did not make, made behind its back: they are there, unchanged, whatever it is asked to do.
@EngineTest
class GuardTest {
  private final RealEngine real = new RealEngine();
  private final DockerEngine engine = real.engine;

  @AfterEach
  void cleanUp() {
    real.close();
  }

  @Test
  void foreignContainersRunOn() {
    String id = real.foreign("sleep 600", false);
    String name = engine.containers().inspect(id).name();
    for (String called : List.of(id, id.substring(0, 12), name)) {
      assertThat(problem(() -> engine.containers().stop(called, Duration.ZERO)))
          .isEqualTo(new EngineProblem.NotOurs("container", called));
      assertThat(problem(() -> engine.containers().remove(called)))
          .isEqualTo(new EngineProblem.NotOurs("container", called));
    }
    JsonNode state = RawDocker.get("/containers/" + id + "/json").json().path("State");
    assertThat(state.path("Running").asBoolean()).isTrue();
  }

  @Test
  void nothingIsDoneToAForeignContainer() {
    String id = real.foreign("sleep 600", true);
    Containers containers = engine.containers();
    JsonNode before = RawDocker.get("/containers/" + id + "/json").json();
    AtomicBoolean read = new AtomicBoolean();
    Map<String, Runnable> calls =
        Map.ofEntries(
            Map.entry("start", () -> containers.start(id)),
            Map.entry("stop", () -> containers.stop(id, Duration.ZERO)),
            Map.entry("kill", () -> containers.kill(id, "SIGKILL")),
            Map.entry("pause", () -> containers.pause(id)),
            Map.entry("unpause", () -> containers.unpause(id)),
            Map.entry("restart", () -> containers.restart(id, Duration.ZERO)),
            Map.entry("update", () -> containers.update(id, Limits.memory(64 << 20))),
            Map.entry("remove", () -> containers.remove(id)),
            Map.entry("putArchive", () -> containers.putArchive(id, "/", out -> read.set(true))),
            Map.entry(
                "execute",
                () -> containers.execute(id, List.of("touch", "/x"), Duration.ofSeconds(30))));
    calls.forEach(
        (name, call) ->
            assertThat(problem(call))
                .as(name)
                .isEqualTo(new EngineProblem.NotOurs("container", id)));
    for (boolean terminal : List.of(true, false)) {
      ExecSpec touch = ExecSpec.of("touch", "/x");
      Collected<Output> exec = new Collected<>();
      containers.exec(id, terminal ? touch.withTerminal() : touch, exec.as(o -> o)).close();
      assertThat(exec.end()).isEqualTo(new EngineProblem.NotOurs("container", id));
    }
    Collected<Output> attach = new Collected<>();
    containers.attach(id, attach.as(o -> o)).close();
    assertThat(attach.end()).isEqualTo(new EngineProblem.NotOurs("container", id));
    assertThat(read).as("the archive was asked for").isFalse();
    assertThat(RawDocker.get("/containers/" + id + "/json").json()).isEqualTo(before);
    assertThat(RawDocker.get("/containers/" + id + "/changes").json().isEmpty()).isTrue();
  }

  @Test
  void lookingAtAForeignContainerIsAllowed() {
    String id = real.foreign("echo theirs; sleep 600", false);
    Containers containers = engine.containers();
    assertThat(containers.inspect(id).ours()).isFalse();
    assertThat(containers.list()).extracting(Container::id).contains(id);
    assertThat(containers.top(id, "").rows()).isNotEmpty();
    assertThat(containers.changes(id)).isEmpty();
    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    containers.getArchive(id, "/bin/busybox", archive);
    assertThat(archive.size()).isGreaterThan(100_000);
    Collected<String> log = new Collected<>();
    try (var _ = containers.logs(id, true, log.as(Output::text))) {
      log.await("theirs\n");
    }
    Collected<String> stats = new Collected<>();
    try (var _ = containers.stats(id, stats.as(s -> "cgroup " + s.cgroup()))) {
      stats.await("cgroup ");
    }
    RawDocker.request("POST", "/containers/" + id + "/kill", null);
    assertThat(containers.waitFor(id, Duration.ofSeconds(30))).isEqualTo(137);
  }

  @Test
  void networksAndVolumesOfOthersDoNotPass() {
    try (DockerHttp http = new DockerHttp(URI.create(RawDocker.HOST))) {
      Guard guard = new Guard(http);
      String name = real.name("things");
      for (boolean ours : List.of(false, true)) {
        real.network(name, ours ? Ownership.PLAIN.labels(Ownership.Kind.NETWORK) : Map.of());
        real.volume(name, ours ? Ownership.PLAIN.labels(Ownership.Kind.VOLUME) : Map.of());
        String id = RawDocker.get("/networks/" + name).json().path("Id").asText();
        if (ours) {
          assertThat(guard.network(name)).isEqualTo(id);
          assertThat(guard.networkOrBuiltIn(id.substring(0, 12))).isEqualTo(id);
          guard.volume(name);
        } else {
          assertThat(problem(() -> guard.network(id)))
              .isEqualTo(new EngineProblem.NotOurs("network", id));
          assertThat(problem(() -> guard.networkOrBuiltIn(name)))
              .isEqualTo(new EngineProblem.NotOurs("network", name));
          assertThat(problem(() -> guard.volume(name)))
              .isEqualTo(new EngineProblem.NotOurs("volume", name));
        }
        real.removeThings();
      }
      for (String builtIn : List.of("bridge", "default", "host", "none")) {
        assertThat(guard.networkOrBuiltIn(builtIn)).isEqualTo(builtIn);
      }
      assertThat(problem(() -> guard.network("bridge")))
          .isEqualTo(new EngineProblem.NotOurs("network", "bridge"));
      for (String odd : List.of("", " ", "..", ".", "a/../b", "a/json", "no such", "\u0000")) {
        assertThat(problem(() -> guard.network(odd)))
            .isEqualTo(new EngineProblem.NotFound("network", odd));
        assertThat(problem(() -> guard.volume(odd)))
            .isEqualTo(new EngineProblem.NotFound("volume", odd));
      }
    }
  }

  @Test
  void aLabelThatOnlyLooksLikeOursDoesNotCount() {
    String tag = real.name("look") + ":1";
    for (Map<String, String> labels :
        List.of(
            Map.of(Ownership.OWNER_LABEL, "Drydock"),
            Map.of(Ownership.OWNER_LABEL, ""),
            Ownership.PLAIN.labels(Ownership.Kind.CONTAINER),
            Map.of(Ownership.WORKSPACE_LABEL, "drydock"),
            Map.of(Ownership.OWNER_LABEL + ".x", Ownership.OWNER))) {
      real.build(tag, dockerfile(tag), labels);
      assertThat(problem(() -> engine.images().remove(tag)))
          .isEqualTo(new EngineProblem.NotOurs("image", tag));
      assertThat(RawDocker.get("/images/" + tag + "/json").status()).isEqualTo(200);
    }
  }

  @Test
  void aContainerRunByHandFromAnImageOfOursIsNotOurs() {
    String tag = real.name("byhand") + ":1";
    real.build(
        tag,
        "FROM busybox:1.37\nCMD [\"sleep\", \"600\"]\n",
        Ownership.PLAIN.labels(Ownership.Kind.IMAGE));
    String id = real.foreign(tag, "sleep 600", false);
    assertThat(engine.containers().inspect(id).labels()).containsKey(Ownership.OWNER_LABEL);
    assertThat(problem(() -> engine.containers().remove(id)))
        .isEqualTo(new EngineProblem.NotOurs("container", id));
    assertThat(RawDocker.get("/containers/" + id + "/json").status()).isEqualTo(200);
  }

  @Test
  void foreignImagesStayUnderAllTheirNames() {
    String tag = real.name("theirs") + ":latest";
    real.build(tag, dockerfile(tag), Map.of());
    String id = engine.images().inspect(tag).id();
    for (String called : List.of(tag, tag.replace(":latest", ""), id, id.substring(7, 19))) {
      assertThat(problem(() -> engine.images().remove(called)))
          .isEqualTo(new EngineProblem.NotOurs("image", called));
    }
    assertThat(engine.images().inspect(id).summary().tags()).containsExactly(tag);
  }

  @Test
  void aBuildDoesNotTakeAForeignName() {
    String theirs = real.name("theirs") + ":1";
    real.build(theirs, dockerfile(theirs), Map.of());
    String id = engine.images().inspect(theirs).id();
    AtomicBoolean asked = new AtomicBoolean();
    BuildRequest request =
        new BuildRequest(
            out -> asked.set(true),
            "Dockerfile",
            List.of(real.name("free"), theirs),
            null,
            Map.of(),
            false,
            RealEngine.TESTS);
    Collected<String> build = new Collected<>();
    engine.build(
        request,
        build.as(
            e ->
                e instanceof BuildEvent.Finished(BuildOutcome.Broken(EngineProblem p))
                    ? p.toString()
                    : ""));
    assertThat(build.end()).isNull();
    assertThat(build.text()).isEqualTo(new EngineProblem.NotOurs("image", theirs).toString());
    assertThat(asked).as("the folder was read").isFalse();
    assertThat(engine.images().inspect(theirs).id()).isEqualTo(id);
  }

  private static String dockerfile(String unique) {
    return "FROM " + RealEngine.IMAGE + "\nRUN echo " + unique + " > /unique\n";
  }
}
