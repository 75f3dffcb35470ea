// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.build.BuildOptions;
import drydock.build.BuildRun;
import drydock.build.Builds;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.EngineTest;
import drydock.engine.Leaks;
import drydock.engine.Output;
import drydock.engine.Ownership;
import drydock.engine.PullProgress;
import drydock.engine.RawDocker;
import drydock.engine.Subscription;
import drydock.messages.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// An engine that is killed in the middle of things, and started again: every stream ends once and in a sentence, the
/// monitor finds the engine again and shows what it has now, and the same objects of the app go on with it.
@EngineTest
@ExtendWith(KillCondition.class)
class EngineKillTest {
  /// Answers a pull up to the layer, which never comes to its end. Docker tries TLS first; that gets no answer.
  private static final String SLOW_REGISTRY =
      """
      read -t 1 method path rest || exit
      while read -t 1 line && [ ${#line} -gt 1 ]; do :; done
      layer=$(printf x | sha256sum | cut -c1-64)
      blob="\\"size\\":1000000,\\"digest\\":\\"sha256:$layer\\""
      case $path in
        */manifests/*)
          type=application/vnd.docker.distribution.manifest.v2+json
          body="{\\"schemaVersion\\":2,\\"mediaType\\":\\"$type\\",\\"config\\":{\\"mediaType\\":\\"application/vnd.docker.container.image.v1+json\\",$blob},\\"layers\\":[{\\"mediaType\\":\\"application/vnd.docker.image.rootfs.diff.tar.gzip\\",$blob}]}" ;;
        */blobs/*)
          printf 'HTTP/1.1 200 OK\\r\\nContent-Length: 1000000\\r\\n\\r\\n'
          while printf x; do sleep 1; done ;;
        *) type=application/json body='{}' ;;
      esac
      printf 'HTTP/1.1 200 OK\\r\\nConnection: close\\r\\nContent-Type: %s\\r\\nDocker-Content-Digest: sha256:%s\\r\\nContent-Length: %d\\r\\n\\r\\n' \\
        "$type" "$(printf %s "$body" | sha256sum | cut -c1-64)" ${#body}
      [ "$method" = HEAD ] || printf %s "$body"
      """;

  private final Leaks leaks = new Leaks();
  private final Builds builds = new Builds();
  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final String name = "drydock-test-kill-" + unique;
  private final DockerMonitor monitor = new DockerMonitor(RealEngine.finder(RawDocker.HOST));
  @TempDir Path folder;

  @AfterEach
  void nothingIsLeft() {
    monitor.close();
    RawDocker.delete("/containers/" + name + "?force=1&v=1");
    RawDocker.delete("/images/" + name + ":1");
    assertThat(leaks.left(15)).isEmpty();
  }

  @Test
  void aBuildBreaksAndTheNextOneSucceeds() throws Exception {
    ready();
    BuildRun run = build("RUN echo begun " + unique + "; sleep 600");
    run.await(e -> e instanceof BuildEvent.StepOutput o && o.output().text().contains("begun"));
    goAndComeBack();

    assertThat(run.awaitEnd().outcome())
        .isInstanceOfSatisfying(
            BuildOutcome.Broken.class, broken -> lost(broken.problem(), "building an image"));
    BuildRun next = build("RUN echo second " + unique);
    assertThat(next.awaitEnd().outcome()).isInstanceOf(BuildOutcome.Success.class);
    eventually("the image", () -> ready().imageTagged(name + ":1").isPresent());
  }

  @Test
  void aLogEndsAndTheContainerIsSeenToHaveEnded() throws Exception {
    ready();
    String id =
        monitor
            .engine()
            .containers()
            .run(
                ContainerSpec.of(RealEngine.IMAGE, Ownership.PLAIN)
                    .name(name)
                    .command("sh", "-c", "while echo tick; do sleep 1; done")
                    .build());
    Collected<String> log = new Collected<>();
    Subscription _ = monitor.engine().containers().logs(id, true, log.as(Output::text));
    log.await("tick");
    goAndComeBack();

    lost(log.end(), "reading the log of " + id);
    eventually(
        "the container's end",
        () -> {
          Container now = ready().containers().get(id);
          return now != null && !now.running();
        });
    Collected<String> again = new Collected<>();
    Subscription _ = monitor.engine().containers().logs(id, true, again.as(Output::text));
    assertThat(again.end()).isNull();
    assertThat(again.text()).contains("tick");
  }

  @Test
  void aPullEndsAndSoDoTheEventsBesideIt() throws Exception {
    ready();
    String reference = slowRegistry() + "/" + name + ":1";
    Collected<String> events = new Collected<>();
    Collected<String> pull = new Collected<>();
    Subscription _ = monitor.engine().events(null, events.as(e -> e.action()));
    Subscription _ = monitor.engine().images().pull(reference, pull.as(PullProgress::status));
    pull.await("Pulling fs layer");
    goAndComeBack();

    lost(pull.end(), "pulling " + reference);
    lost(events.end(), "following the engine's events");
  }

  /// An engine that dies without a word leaves its socket behind.
  @Test
  void anEngineThatDiesWhileNothingHappensIsFoundAgain() throws Exception {
    EngineState before = ready();
    goAndComeBack();
    assertThat(ready().images().keySet()).isEqualTo(before.images().keySet());
  }

  private void goAndComeBack() {
    KillCondition.kill();
    eventually("no engine", () -> monitor.status() instanceof EngineStatus.Unavailable);
    assertThat(Problems.sentence(new EngineProblem.Unreachable(attempts())))
        .startsWith("No container engine answers. ");
    KillCondition.start();
    ready();
    eventually("the true state", () -> seen(ready()).equals(raw()));
  }

  private List<drydock.engine.EndpointAttempt> attempts() {
    return ((EngineStatus.Unavailable) monitor.status()).attempts();
  }

  private static Map<String, String> seen(EngineState state) {
    Map<String, String> all = new HashMap<>();
    state.containers().forEach((id, c) -> all.put(id, c.status().name()));
    state.images().forEach((id, image) -> all.put(id, ""));
    return all;
  }

  private static Map<String, String> raw() {
    Map<String, String> all = new HashMap<>();
    for (JsonNode row : RawDocker.get("/containers/json?all=1").json()) {
      all.put(
          row.path("Id").asText(), row.path("State").asText().toUpperCase(java.util.Locale.ROOT));
    }
    for (JsonNode row : RawDocker.get("/images/json").json()) {
      all.put(row.path("Id").asText(), "");
    }
    return all;
  }

  private static void lost(@Nullable EngineProblem problem, String doing) {
    assertThat(problem)
        .isInstanceOfSatisfying(
            EngineProblem.ConnectionLost.class, p -> assertThat(p.doing()).isEqualTo(doing));
    assertThat(Problems.sentence(Objects.requireNonNull(problem)))
        .contains(doing)
        .doesNotContain("Exception")
        .endsWith(".");
  }

  private BuildRun build(String line) throws IOException {
    Files.writeString(
        folder.resolve("Dockerfile"), "FROM " + RealEngine.IMAGE + "\n" + line + "\n");
    BuildRun run = new BuildRun();
    Subscription _ =
        builds.start(
            monitor.engine(),
            new BuildOptions(
                folder, "Dockerfile", List.of(name + ":1"), null, Map.of(), false, Ownership.PLAIN),
            run);
    return run;
  }

  private String slowRegistry() {
    String script =
        Base64.getEncoder().encodeToString(SLOW_REGISTRY.getBytes(StandardCharsets.UTF_8));
    String create =
        ("{\"Image\":\"%s\",\"HostConfig\":{\"NetworkMode\":\"host\"},\"Cmd\":[\"sh\",\"-c\",\"echo %s"
                + " | base64 -d > /registry; nc -ll -p 5999 -e sh /registry\"]}")
            .formatted(RealEngine.IMAGE, script);
    assertThat(RawDocker.post("/containers/create?name=" + name, create).status()).isEqualTo(201);
    RawDocker.request("POST", "/containers/" + name + "/start", null);
    return "localhost:5999";
  }

  private EngineState ready() {
    eventually("ready", () -> monitor.status() instanceof EngineStatus.Ready);
    return ((EngineStatus.Ready) monitor.status()).state();
  }

  /// An engine takes its time to start.
  private static void eventually(String what, BooleanSupplier condition) {
    long until = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("never came true: " + what).isLessThan(until);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
