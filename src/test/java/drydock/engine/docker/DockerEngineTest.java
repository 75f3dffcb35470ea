// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.ApiVersion;
import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Limits;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
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
    assertThat(engine.info().machine().memoryBytes()).isEqualTo(raw.path("MemTotal").asLong());
    assertThat(engine.info().api().negotiated()).isBetween(ApiVersion.OLDEST, ApiVersion.NEWEST);
  }

  @Test
  void imagesComeWithTheirLayersAndTheListsOwnSizes() {
    String tag = real.name("layers") + ":1";
    real.build(
        tag, "FROM " + RealEngine.IMAGE + "\nRUN echo " + tag + " > /tag\nENV A=1\n", Map.of());
    List<ImageSummary> images = engine.images().list();
    ImageSummary base = tagged(images, RealEngine.IMAGE);
    ImageSummary built = tagged(images, tag);
    assertThat(built.layers()).startsWith(base.layers().toArray(String[]::new));
    assertThat(built.layers()).hasSize(base.layers().size() + 1);
    for (JsonNode row : RawDocker.get("/images/json").json()) {
      if (row.path("Id").asText().equals(built.id())) {
        assertThat(built.sizeBytes()).isEqualTo(row.path("Size").asLong());
      }
    }
    Image image = engine.images().inspect(tag);
    assertThat(image.summary()).isEqualTo(built);
    assertThat(image.config().env()).contains("A=1");
    assertThat(image.os()).isEqualTo("linux");
    List<HistoryEntry> history = engine.images().history(tag);
    assertThat(history.getLast().createdBy()).contains("A=1");
    assertThat(history.get(history.size() - 2).createdBy()).contains("echo " + tag);
    assertThat(history.get(history.size() - 2).comment()).isEqualTo("buildkit.dockerfile.v0");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(problem(() -> engine.images().inspect("drydock-no-such:1")))
        .isEqualTo(new EngineProblem.NotFound("image", "drydock-no-such:1"));
    assertThat(problem(() -> engine.images().history("drydock-no-such")))
        .isEqualTo(new EngineProblem.NotFound("image", "drydock-no-such"));
    assertThat(problem(() -> engine.containers().inspect("drydock-no-such")))
        .isEqualTo(new EngineProblem.NotFound("container", "drydock-no-such"));
    assertThat(problem(() -> engine.containers().stop("drydock-no-such", Duration.ZERO)))
        .isEqualTo(new EngineProblem.NotFound("container", "drydock-no-such"));
    assertThat(
            problem(
                () ->
                    engine
                        .containers()
                        .run(ContainerSpec.of("drydock-no-such", Ownership.PLAIN).build())))
        .isEqualTo(new EngineProblem.NotFound("image", "drydock-no-such"));
    Collected<Object> log = new Collected<>();
    engine.containers().logs("drydock-no-such", true, log.as(o -> o));
    assertThat(log.end()).isEqualTo(new EngineProblem.NotFound("container", "drydock-no-such"));
  }

  @Test
  void aContainersWholeLife() {
    String name = real.name("life");
    Ownership whose = new Ownership("w", "first", "2");
    String id =
        engine
            .containers()
            .run(
                ContainerSpec.of(RealEngine.IMAGE, whose)
                    .name(name)
                    .command("sh", "-c", "echo $GREETING; echo oops >&2; exec sleep 600")
                    .env(Map.of("GREETING", "grüße 🐳"))
                    .publish("80/tcp", 0)
                    .limits(Limits.memory(64 << 20))
                    .build());
    Container running = engine.containers().inspect(id);
    assertThat(running.status()).isEqualTo(Container.Status.RUNNING);
    assertThat(running.name()).isEqualTo(name);
    assertThat(running.image()).isEqualTo(RealEngine.IMAGE);
    assertThat(running.labels()).containsAllEntriesOf(whose.labels(Ownership.Kind.CONTAINER));
    assertThat(running.ours()).isTrue();
    assertThat(running.ports())
        .hasSize(1)
        .allMatch(p -> p.hostIp().equals("127.0.0.1") && p.hostPort() > 0);
    assertThat(engine.containers().list()).contains(running);
    JsonNode raw = RawDocker.get("/containers/" + id + "/json").json();
    assertThat(raw.at("/HostConfig/Memory").asLong()).isEqualTo(64 << 20);

    Collected<String> log = new Collected<>();
    try (var _ = engine.containers().logs(id, true, log.as(o -> o.channel() + " " + o.text()))) {
      log.await("STDOUT grüße 🐳\n", "STDERR oops\n");
      engine.containers().stop(id, Duration.ofSeconds(0));
      assertThat(log.end()).isNull();
    }
    engine.containers().stop(id, Duration.ofSeconds(0)); // stopped already: no complaint
    Container stopped = engine.containers().inspect(name);
    assertThat(stopped.status()).isEqualTo(Container.Status.EXITED);
    assertThat(stopped.state().exitCode()).isIn(137, 143);
    assertThat(stopped.state().finished()).isAfter(stopped.state().started());
    engine.containers().remove(id);
    assertThat(RawDocker.get("/containers/" + id + "/json").status()).isEqualTo(404);
  }

  @Test
  void portsAndNamesThatAreTakenAreSaid() {
    String first = run(real.name("port"), Map.of("80/tcp", 0));
    int taken = engine.containers().inspect(first).ports().getFirst().hostPort();
    String second = real.name("port");
    assertThat(problem(() -> run(second, Map.of("80", taken))))
        .isInstanceOf(EngineProblem.PortUnavailable.class);
    assertThat(RawDocker.get("/containers/" + second + "/json").status())
        .as("what could not be started is removed again")
        .isEqualTo(404);
    String name = engine.containers().inspect(first).name();
    assertThat(problem(() -> run(name, Map.of()))).isInstanceOf(EngineProblem.Conflict.class);
    assertThat(RawDocker.get("/containers/" + first + "/json").status()).isEqualTo(200);
  }

  @Test
  void aCommandThatDoesNotExistLeavesNoContainer() {
    String name = real.name("nocommand");
    ContainerSpec spec =
        ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS).name(name).command("/no/such").build();
    assertThat(problem(() -> engine.containers().run(spec)))
        .isInstanceOfSatisfying(
            EngineProblem.Failed.class, p -> assertThat(p.detail()).contains("/no/such"));
    assertThat(RawDocker.get("/containers/" + name + "/json").status()).isEqualTo(404);
  }

  @Test
  void aTerminalsLogIsReadToo() {
    String id = real.foreign("printf '\\\\001\\\\002h\\\\303\\\\251\\\\n'; sleep 600", true);
    Collected<String> log = new Collected<>();
    try (var _ = engine.containers().logs(id, true, log.as(o -> o.text()))) {
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
          engine.containers().logs(id, false, again.as(o -> o.text()));
          assertThat(again.end()).isNull();
          return again.text().endsWith("\n20000\n");
        });
    engine.containers().logs(id, false, log.as(o -> o.text()));
    assertThat(log.end()).isNull();
    assertThat(log.text().lines()).hasSize(20000);
  }

  @Test
  void imagesOfOursAreRemovedOneNameAtATime() {
    String one = real.name("tags") + ":1";
    String two = real.name("tags") + ":2";
    real.build(one, dockerfile(one), RealEngine.TESTS.labels(Ownership.Kind.IMAGE));
    RawDocker.request("POST", "/images/" + one + "/tag?repo=" + two.replace(":2", "&tag=2"), null);
    String id = engine.images().inspect(one).id();
    assertThat(engine.images().inspect(two).id()).isEqualTo(id);
    engine.images().remove(one);
    assertThat(engine.images().inspect(id).summary().tags()).containsExactly(two);
    engine.images().remove(id);
    assertThat(problem(() -> engine.images().inspect(id)))
        .isInstanceOf(EngineProblem.NotFound.class);
  }

  @Test
  void anImageInUseIsAConflict() {
    String tag = real.name("used") + ":1";
    real.build(tag, dockerfile(tag), RealEngine.TESTS.labels(Ownership.Kind.IMAGE));
    ContainerSpec sleeper =
        ContainerSpec.of(tag, RealEngine.TESTS)
            .name(real.name("user"))
            .command("sleep", "600")
            .build();
    engine.containers().run(sleeper);
    assertThat(problem(() -> engine.images().remove(tag)))
        .isInstanceOf(EngineProblem.Conflict.class);
    assertThat(engine.images().inspect(tag).summary().tags()).containsExactly(tag);
  }

  @Test
  void aPullThatCannotSucceedSaysSo() {
    Collected<Object> pull = new Collected<>();
    engine.images().pull("localhost:1/drydock-no-such", pull.as(p -> p));
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
      engine.containers().remove(run(name, Map.of()));
      events.await(
          "container create\n", "container start\n", "container die\n", "container destroy\n");
    }
    assertThat(events.end()).isNull();
  }

  private String run(String name, Map<String, Integer> ports) {
    return engine
        .containers()
        .run(
            ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                .name(name)
                .command("sleep", "600")
                .ports(ports)
                .build());
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
