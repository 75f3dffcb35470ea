// SPDX-License-Identifier: Apache-2.0
package drydock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Scene;
import drydock.diagram.picture.LifeFacts;
import drydock.diagram.picture.LifePicture;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineStatus;
import drydock.engine.EngineTest;
import drydock.engine.HealthCheck;
import drydock.engine.HostSystem;
import drydock.engine.Limits;
import drydock.engine.RawDocker;
import drydock.engine.RestartPolicy;
import drydock.engine.docker.DockerMonitor;
import drydock.engine.docker.EngineFinder;
import drydock.engine.docker.RealEngine;
import drydock.observe.Life;
import drydock.observe.Lives;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The picture of lives over real containers, against the events and states that the engine tells again.
@EngineTest
class LifeTruthEngineTest {
  private final RealEngine real = new RealEngine();
  private final Lives lives = new Lives();
  private final Instant from = Instant.now();
  private final DockerMonitor monitor =
      new DockerMonitor(
          new EngineFinder(
              Map.of("DOCKER_HOST", RawDocker.HOST), Path.of("none"), HostSystem.WINDOWS));

  @AfterEach
  void clean() {
    monitor.close();
    real.close();
  }

  @Test
  void eachFlagAndBarIsAnEventThatTheEngineTellsAgain() throws InterruptedException {
    RealEngine.eventually("ready", () -> monitor.status() instanceof EngineStatus.Ready);
    String old = real.foreign("sleep 300", false);
    String web = run(s -> s.command("sh", "-c", "trap 'exit 3' TERM; while :; do sleep 0.1; done"));
    String loop =
        run(
            s ->
                s.command("sh", "-c", "exit 5")
                    .restart(new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 2)));
    String oom =
        run(
            s ->
                s.limits(Limits.memory(16 << 20))
                    .command("sh", "-c", "x=a; while :; do x=$x$x; done"));
    String sick = run(s -> s.healthCheck(failing()).command("sleep", "300"));
    real.engine.containers().pause(web);
    Thread.sleep(300);
    real.engine.containers().unpause(web);
    real.engine.containers().kill(web, "SIGTERM");
    for (String id : List.of(web, loop, oom)) {
      RealEngine.eventually("ended", () -> state(id, "Status").equals("exited"));
    }
    RealEngine.eventually("unhealthy", () -> state(sick, "Health/Status").equals("unhealthy"));
    String gone = run(s -> s.command("true"));
    RealEngine.eventually("ended", () -> state(gone, "Status").equals("exited"));
    real.engine.containers().remove(gone);
    RealEngine.eventually(
        "all is told", () -> told(gone, "destroy") && told(sick, "health_status"));

    Scene scene = draw();
    Map<String, Integer> proved = new Proof().of(scene);
    assertThat(proved.get("mark")).isGreaterThanOrEqualTo(5);
    assertThat(proved.get("state")).isGreaterThanOrEqualTo(6);
    assertThat(now(scene, old)).isEqualTo("running");
    assertThat(now(scene, web)).contains("3");
    assertThat(now(scene, loop)).contains("5");
    assertThat(now(scene, oom)).contains("137");
    assertThat(now(scene, sick)).isEqualTo("unhealthy");
    assertThat(now(scene, gone)).isEqualTo("removed");
    assertThat(flags(scene, web)).contains("SIGTERM");
    assertThat(flags(scene, oom)).contains("out of memory");
    assertThat(flags(scene, loop)).contains("policy, number " + state(loop, "RestartCount"));
    // every flag and bar of those that began before our eyes has its evidence
    assertThat(scene.elements())
        .filteredOn(e -> e.id().startsWith("mark:") || e.id().startsWith("state:"))
        .allSatisfy(e -> assertThat(e.about().evidence()).as(e.id()).isNotNull());
    assertThat(evidence(scene, "mark:" + web)).anyMatch(f -> f.contains("signal = 15"));
  }

  private static HealthCheck failing() {
    return new HealthCheck(
        List.of("CMD", "false"), Duration.ofMillis(300), Duration.ofSeconds(5), Duration.ZERO, 1);
  }

  private static List<String> evidence(Scene scene, String start) {
    return scene.elements().stream()
        .filter(e -> e.id().startsWith(start))
        .map(e -> Objects.requireNonNull(e.about().evidence()))
        .map(Evidence::field)
        .toList();
  }

  /// All that is said of its flags.
  private static String flags(Scene scene, String id) {
    return String.join(
        "\n",
        scene.elements().stream()
            .filter(e -> e.id().startsWith("mark:" + id))
            .map(e -> e.about().name() + " " + e.id())
            .toList());
  }

  private static String now(Scene scene, String id) {
    return ((Element.Text) scene.element("now:" + id).orElseThrow()).lines().getFirst().text();
  }

  private Scene draw() {
    EngineStatus.Ready ready = ready();
    List<Life> all = lives.read(ready.state(), ready.journal());
    Instant now = Instant.now();
    return LifePicture.of(
        new LifeFacts(
            all,
            Map.of(),
            from,
            now,
            now,
            ready.state().info().clockSkew(),
            0,
            ready.state().at(),
            ZoneOffset.UTC),
        1000);
  }

  private EngineStatus.Ready ready() {
    return (EngineStatus.Ready) monitor.status();
  }

  private boolean told(String id, String action) {
    return ready().journal().events().stream()
        .anyMatch(e -> e.id().equals(id) && e.action().equals(action));
  }

  private static String state(String id, String field) {
    String path = field.equals("RestartCount") ? "/" + field : "/State/" + field;
    return RawDocker.get("/containers/" + id + "/json").json().at(path).asText();
  }

  private String run(UnaryOperator<ContainerSpec.Builder> how) {
    return real.engine
        .containers()
        .run(
            how.apply(ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS).name(real.name("life")))
                .build());
  }
}
