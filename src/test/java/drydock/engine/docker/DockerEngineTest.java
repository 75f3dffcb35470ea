// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Container;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.RunSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EngineTest
class DockerEngineTest {
  private final RealEngine real = new RealEngine();
  private final DockerEngine engine = real.engine;

  @AfterEach
  void cleanUp() {
    real.close();
  }

  @Test
  void infoSaysWhatTheEngineSays() {
    JsonNode raw = RawDocker.get("/info").json();
    assertThat(engine.info().id()).isEqualTo(raw.path("ID").asText());
    assertThat(engine.info().version()).isEqualTo(raw.path("ServerVersion").asText());
    assertThat(engine.info().memoryBytes()).isEqualTo(raw.path("MemTotal").asLong());
    assertThat(ApiVersion.of(engine.info().apiVersion()))
        .isBetween(ApiVersion.OLDEST, ApiVersion.NEWEST);
  }

  @Test
  void imagesComeWithTheirLayersAndTheListsOwnSizes() {
    String tag = real.name("layers") + ":1";
    real.build(
        tag, "FROM " + RealEngine.IMAGE + "\nRUN echo " + tag + " > /tag\nENV A=1\n", Map.of());
    List<ImageSummary> images = engine.images();
    ImageSummary base = tagged(images, RealEngine.IMAGE);
    ImageSummary built = tagged(images, tag);
    assertThat(built.layers()).startsWith(base.layers().toArray(String[]::new));
    assertThat(built.layers()).hasSize(base.layers().size() + 1);
    for (JsonNode row : RawDocker.get("/images/json").json()) {
      if (row.path("Id").asText().equals(built.id())) {
        assertThat(built.sizeBytes()).isEqualTo(row.path("Size").asLong());
      }
    }
    Image image = engine.image(tag);
    assertThat(image.summary()).isEqualTo(built);
    assertThat(image.config().env()).contains("A=1");
    assertThat(image.os()).isEqualTo("linux");
    List<HistoryEntry> history = engine.history(tag);
    assertThat(history.getLast().createdBy()).contains("A=1");
    assertThat(history.get(history.size() - 2).createdBy()).contains("echo " + tag);
    assertThat(history.get(history.size() - 2).comment()).isEqualTo("buildkit.dockerfile.v0");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(problem(() -> engine.image("drydock-no-such:1")))
        .isEqualTo(new EngineProblem.NotFound("image", "drydock-no-such:1"));
    assertThat(problem(() -> engine.history("drydock-no-such")))
        .isEqualTo(new EngineProblem.NotFound("image", "drydock-no-such"));
    assertThat(problem(() -> engine.container("drydock-no-such")))
        .isEqualTo(new EngineProblem.NotFound("container", "drydock-no-such"));
    assertThat(problem(() -> engine.stop("drydock-no-such", Duration.ZERO)))
        .isEqualTo(new EngineProblem.NotFound("container", "drydock-no-such"));
    assertThat(problem(() -> engine.run(RunSpec.of("drydock-no-such", Ownership.PLAIN))))
        .isEqualTo(new EngineProblem.NotFound("image", "drydock-no-such"));
    Collected<Object> log = new Collected<>();
    engine.logs("drydock-no-such", true, log.as(o -> o));
    assertThat(log.end()).isEqualTo(new EngineProblem.NotFound("container", "drydock-no-such"));
  }

  @Test
  void aContainersWholeLife() {
    String name = real.name("life");
    Ownership whose = new Ownership("w", "first", "2");
    String id =
        engine.run(
            new RunSpec(
                RealEngine.IMAGE,
                name,
                List.of("sh", "-c", "echo $GREETING; echo oops >&2; exec sleep 600"),
                Map.of("GREETING", "grüße 🐳"),
                Map.of("80/tcp", 0),
                64 << 20,
                whose));
    Container running = engine.container(id);
    assertThat(running.status()).isEqualTo(Container.Status.RUNNING);
    assertThat(running.name()).isEqualTo(name);
    assertThat(running.image()).isEqualTo(RealEngine.IMAGE);
    assertThat(running.labels()).containsAllEntriesOf(whose.labels(Ownership.Kind.CONTAINER));
    assertThat(running.ours()).isTrue();
    assertThat(running.ports())
        .hasSize(1)
        .allMatch(p -> p.hostIp().equals("127.0.0.1") && p.hostPort() > 0);
    assertThat(engine.containers()).contains(running);
    JsonNode raw = RawDocker.get("/containers/" + id + "/json").json();
    assertThat(raw.at("/HostConfig/Memory").asLong()).isEqualTo(64 << 20);

    Collected<String> log = new Collected<>();
    try (var _ = engine.logs(id, true, log.as(o -> o.channel() + " " + o.text()))) {
      log.await("STDOUT grüße 🐳\n", "STDERR oops\n");
      engine.stop(id, Duration.ofSeconds(0));
      assertThat(log.end()).isNull();
    }
    engine.stop(id, Duration.ofSeconds(0)); // stopped already: no complaint
    Container stopped = engine.container(name);
    assertThat(stopped.status()).isEqualTo(Container.Status.EXITED);
    assertThat(stopped.exitCode()).isIn(137, 143);
    assertThat(stopped.finished()).isAfter(stopped.started());
    engine.remove(id);
    assertThat(RawDocker.get("/containers/" + id + "/json").status()).isEqualTo(404);
  }

  @Test
  void portsAndNamesThatAreTakenAreSaid() {
    String first = run(real.name("port"), Map.of("80/tcp", 0));
    int taken = engine.container(first).ports().getFirst().hostPort();
    String second = real.name("port");
    assertThat(problem(() -> run(second, Map.of("80", taken))))
        .isInstanceOf(EngineProblem.PortUnavailable.class);
    assertThat(RawDocker.get("/containers/" + second + "/json").status())
        .as("what could not be started is removed again")
        .isEqualTo(404);
    String name = engine.container(first).name();
    assertThat(problem(() -> run(name, Map.of()))).isInstanceOf(EngineProblem.Conflict.class);
    assertThat(RawDocker.get("/containers/" + first + "/json").status()).isEqualTo(200);
  }

  @Test
  void aCommandThatDoesNotExistLeavesNoContainer() {
    String name = real.name("nocommand");
    RunSpec spec =
        new RunSpec(
            RealEngine.IMAGE, name, List.of("/no/such"), Map.of(), Map.of(), 0, RealEngine.TESTS);
    assertThat(problem(() -> engine.run(spec)))
        .isInstanceOfSatisfying(
            EngineProblem.Failed.class, p -> assertThat(p.detail()).contains("/no/such"));
    assertThat(RawDocker.get("/containers/" + name + "/json").status()).isEqualTo(404);
  }

  @Test
  void aTerminalsLogIsReadToo() {
    String id = real.foreign("printf '\\\\001\\\\002h\\\\303\\\\251\\\\n'; sleep 600", true);
    Collected<String> log = new Collected<>();
    try (var _ = engine.logs(id, true, log.as(o -> o.text()))) {
      log.await("\u0001\u0002hé\r\n");
    }
    assertThat(log.end()).isNull();
  }

  @Test
  void aLogThatIsNotFollowedEndsByItself() {
    String id = real.foreign("seq 1 20000; sleep 600", false);
    Collected<String> log = new Collected<>();
    RealEngine.eventually(
        "all is written",
        () -> {
          Collected<String> again = new Collected<>();
          engine.logs(id, false, again.as(o -> o.text()));
          assertThat(again.end()).isNull();
          return again.text().endsWith("\n20000\n");
        });
    engine.logs(id, false, log.as(o -> o.text()));
    assertThat(log.end()).isNull();
    assertThat(log.text().lines()).hasSize(20000);
  }

  @Test
  void imagesOfOursAreRemovedOneNameAtATime() {
    String one = real.name("tags") + ":1";
    String two = real.name("tags") + ":2";
    real.build(one, dockerfile(one), RealEngine.TESTS.labels(Ownership.Kind.IMAGE));
    RawDocker.request("POST", "/images/" + one + "/tag?repo=" + two.replace(":2", "&tag=2"), null);
    String id = engine.image(one).id();
    assertThat(engine.image(two).id()).isEqualTo(id);
    engine.removeImage(one);
    assertThat(engine.image(id).summary().tags()).containsExactly(two);
    engine.removeImage(id);
    assertThat(problem(() -> engine.image(id))).isInstanceOf(EngineProblem.NotFound.class);
  }

  @Test
  void anImageInUseIsAConflict() {
    String tag = real.name("used") + ":1";
    real.build(tag, dockerfile(tag), RealEngine.TESTS.labels(Ownership.Kind.IMAGE));
    RunSpec sleeper =
        new RunSpec(
            tag,
            real.name("user"),
            List.of("sleep", "600"),
            Map.of(),
            Map.of(),
            0,
            RealEngine.TESTS);
    engine.run(sleeper);
    assertThat(problem(() -> engine.removeImage(tag))).isInstanceOf(EngineProblem.Conflict.class);
    assertThat(engine.image(tag).summary().tags()).containsExactly(tag);
  }

  @Test
  void aPullThatCannotSucceedSaysSo() {
    Collected<Object> pull = new Collected<>();
    engine.pull("localhost:1/drydock-no-such", pull.as(p -> p));
    assertThat(pull.end())
        .isInstanceOfSatisfying(
            EngineProblem.PullFailed.class,
            p -> assertThat(p.reference()).isEqualTo("localhost:1/drydock-no-such:latest"));
  }

  @Test
  void eventsTellWhatHappens() {
    Collected<String> events = new Collected<>();
    String name = real.name("events");
    try (var _ =
        engine.events(
            engine.clock(),
            events.as(
                e ->
                    name.equals(e.attributes().get("name"))
                        ? e.type() + " " + e.action() + "\n"
                        : ""))) {
      engine.remove(run(name, Map.of()));
      events.await(
          "container create\n", "container start\n", "container die\n", "container destroy\n");
    }
    assertThat(events.end()).isNull();
  }

  private String run(String name, Map<String, Integer> ports) {
    return engine.run(
        new RunSpec(
            RealEngine.IMAGE, name, List.of("sleep", "600"), Map.of(), ports, 0, RealEngine.TESTS));
  }

  private static String dockerfile(String unique) {
    return "FROM " + RealEngine.IMAGE + "\nRUN echo " + unique + " > /unique\n";
  }

  private static ImageSummary tagged(List<ImageSummary> images, String tag) {
    return images.stream().filter(i -> i.tags().contains(tag)).findFirst().orElseThrow();
  }

  static @Nullable EngineProblem problem(Runnable call) {
    EngineException[] thrown = new EngineException[1];
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(call::run)
        .satisfies(e -> thrown[0] = e);
    return thrown[0].problem();
  }
}
