// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.RealEngine.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.EngineTest;
import drydock.engine.ImageSummary;
import drydock.engine.Network;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class DockerMonitorTest {
  @TempDir Path folder;

  private final RealEngine real = new RealEngine();
  private final List<EngineStatus> told = new CopyOnWriteArrayList<>();
  private Forwarder forwarder;
  private DockerMonitor monitor;

  @BeforeEach
  void start() throws IOException {
    forwarder = new Forwarder(folder);
    forwarder.lay();
    monitor = monitor();
  }

  private DockerMonitor monitor() {
    DockerMonitor started = new DockerMonitor(RealEngine.finder(forwarder.host()));
    started.subscribe(told::add);
    return started;
  }

  @AfterEach
  void cleanUp() throws IOException {
    monitor.close();
    real.close();
    forwarder.close();
  }

  @Test
  void theFirstStateIsWhatTheEngineHas() {
    EngineState state = ready();
    assertThat(state.imageTagged(RealEngine.IMAGE)).isPresent();
    assertThat(state.info().id()).isEqualTo(real.engine.info().id());
    assertThat(monitor.engine().info()).isEqualTo(state.info());
    assertThat(told.getFirst()).isIn(new EngineStatus.Searching(), monitor.status());
  }

  @Test
  void containersAreSeenComingRunningAndGoing() {
    ready();
    String name = real.name("seen");
    String id =
        real.engine
            .containers()
            .run(
                ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                    .name(name)
                    .command("sleep", "600")
                    .publish("80/tcp", 0)
                    .build());
    eventually("running", () -> status(id) == Container.Status.RUNNING);
    eventually("its port", () -> container(id).ports().size() == 1);
    assertThat(ready().containers().get(id)).isEqualTo(real.engine.containers().inspect(id));
    String renamed = real.name("renamed");
    RawDocker.request("POST", "/containers/" + id + "/rename?name=" + renamed, null);
    eventually("renamed", () -> container(id).name().equals(renamed));
    RawDocker.request("POST", "/containers/" + id + "/pause", null);
    eventually("paused", () -> status(id) == Container.Status.PAUSED);
    RawDocker.request("POST", "/containers/" + id + "/unpause", null);
    real.engine.containers().stop(id, Duration.ZERO);
    eventually("exited", () -> status(id) == Container.Status.EXITED);
    real.engine.containers().remove(id);
    eventually("removed", () -> !ready().containers().containsKey(id));
  }

  @Test
  void namesOfImagesMoveAndGo() {
    ready();
    String tag = real.name("moving") + ":1";
    real.build(tag, dockerfile("one " + tag), RealEngine.TESTS.labels(Ownership.Kind.IMAGE));
    eventually("built", () -> ready().imageTagged(tag).isPresent());
    String first = ready().imageTagged(tag).orElseThrow().id();
    assertThat(ready().images().get(first)).isEqualTo(real.engine.images().inspect(tag).summary());

    real.build(tag, dockerfile("two " + tag), RealEngine.TESTS.labels(Ownership.Kind.IMAGE));
    eventually(
        "the name moved",
        () -> ready().imageTagged(tag).filter(i -> !i.id().equals(first)).isPresent());
    // what the engine keeps of the first image depends on its store; the state has to agree
    boolean kept = RawDocker.get("/images/" + first + "/json").status() == 200;
    eventually(
        "the first one lost its name",
        () ->
            ready().images().containsKey(first) == kept
                && ready().images().values().stream().filter(i -> i.tags().contains(tag)).count()
                    == 1);

    String second = ready().imageTagged(tag).orElseThrow().id();
    String other = real.name("other");
    RawDocker.request("POST", "/images/" + tag + "/tag?repo=" + other + "&tag=2", null);
    eventually("a second name", () -> image(second).tags().size() == 2);
    real.engine.images().remove(tag);
    eventually("one name left", () -> image(second).tags().equals(List.of(other + ":2")));
    real.engine.images().remove(other + ":2");
    eventually("gone", () -> !ready().images().containsKey(second));
    RawDocker.delete("/images/" + first);
  }

  @Test
  void aBrokenStreamIsOpenedAgainAndNothingIsMissed() throws IOException {
    ready();
    int before = told.size();
    forwarder.breakConnections();
    String id = real.foreign("sleep 600", false);
    eventually("seen", () -> status(id) == Container.Status.RUNNING);
    List<EngineStatus> all = List.copyOf(told); // one more may come at any moment
    assertThat(all.subList(before, all.size()))
        .as("never unavailable")
        .allMatch(s -> s instanceof EngineStatus.Ready);
  }

  @Test
  void anEngineThatGoesAndComesBack() throws IOException {
    ready();
    forwarder.cut();
    eventually("unavailable", () -> monitor.status() instanceof EngineStatus.Unavailable);
    assertThat(((EngineStatus.Unavailable) monitor.status()).attempts())
        .first()
        .satisfies(a -> assertThat(a.endpoint().uri()).isEqualTo(forwarder.host()))
        .satisfies(a -> assertThat(a.result()).isEqualTo(EndpointAttempt.Result.NOT_FOUND));
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(monitor::engine)
        .matches(
            e -> e.problem() instanceof EngineProblem.Unreachable u && !u.attempts().isEmpty());
    String id = real.foreign("sleep 600", false);
    forwarder.lay();
    monitor.retryNow();
    eventually("back", () -> monitor.status() instanceof EngineStatus.Ready);
    assertThat(status(id)).isEqualTo(Container.Status.RUNNING);
  }

  @Test
  void anEngineThatAppearsLaterIsFoundWithoutAsking() throws IOException {
    monitor.close();
    forwarder.cut();
    monitor = monitor();
    eventually("unavailable", () -> monitor.status() instanceof EngineStatus.Unavailable);
    forwarder.lay();
    eventually("found", () -> monitor.status() instanceof EngineStatus.Ready);
    assertThat(monitor.engine().images().list()).isNotEmpty();
  }

  @Test
  void networksAndVolumesAreSeenComingUsedAndGoing() {
    ready();
    String word = real.name("net");
    String network =
        RawDocker.post("/networks/create", "{\"Name\":\"%s\"}".formatted(word))
            .json()
            .path("Id")
            .asText();
    RawDocker.post("/volumes/create", "{\"Name\":\"%s\"}".formatted(word));
    String id = real.foreign("sleep 600", false);
    try {
      eventually("a volume", () -> ready().volumes().containsKey(word));
      assertThat(ready().volumes().get(word)).isEqualTo(real.engine.volumes().inspect(word));
      String joined = "{\"Container\":\"%s\"}".formatted(id);
      RawDocker.post("/networks/" + network + "/connect", joined);
      eventually("in the network", () -> ends(network).contains(id));
      eventually("and so the container", () -> container(id).networks().containsKey(word));
      assertThat(ready().networks().get(network))
          .isEqualTo(real.engine.networks().inspect(network));
      String renamed = real.name("in-network");
      RawDocker.post("/containers/" + id + "/rename?name=" + renamed, "");
      eventually(
          "renamed in the network too", () -> named(ready().networks().get(network), renamed));
      RawDocker.post("/containers/" + id + "/kill", "");
      eventually("an ended one is in no network", () -> ends(network).isEmpty());
      RawDocker.post("/containers/" + id + "/start", "");
      eventually("in it again", () -> ends(network).contains(id));
      RawDocker.post("/networks/" + network + "/disconnect", joined);
      eventually("disconnected", () -> !container(id).networks().containsKey(word));
      eventually("and the network knows", () -> ends(network).isEmpty());
    } finally {
      RawDocker.delete("/containers/" + id + "?force=1");
      RawDocker.delete("/networks/" + network);
      RawDocker.delete("/volumes/" + word);
    }
    eventually("the network went", () -> !ready().networks().containsKey(network));
    eventually("the volume went", () -> !ready().volumes().containsKey(word));
  }

  @Test
  void aHealthCheckIsSeen() {
    ready();
    String name = real.name("health");
    RawDocker.post(
        "/containers/create?name=" + name,
        """
        {"Image":"%s","Cmd":["sleep","600"],"Healthcheck":{"Test":["CMD","test","-e","/well"],
         "Interval":500000000,"Timeout":5000000000,"Retries":1}}
        """
            .formatted(RealEngine.IMAGE));
    RawDocker.post("/containers/" + name + "/start", "");
    String id = RawDocker.get("/containers/" + name + "/json").json().path("Id").asText();
    eventually("unhealthy", () -> health(id) == Container.Health.UNHEALTHY);
  }

  private Container.Health health(String id) {
    Container container = ready().containers().get(id);
    return container == null ? Container.Health.NONE : container.state().health();
  }

  private Set<String> ends(String network) {
    Network known = ready().networks().get(network);
    return known == null ? Set.of("unknown") : known.containers().keySet();
  }

  private static boolean named(@Nullable Network network, String container) {
    return network != null
        && network.containers().values().stream().anyMatch(e -> e.name().equals(container));
  }

  @Test
  void aStormOfEventsIsFewStates() {
    ready();
    String id = real.foreign("sleep 600", false);
    eventually("seen", () -> status(id) == Container.Status.RUNNING);
    int before = told.size();
    for (int i = 0; i < 100; i++) {
      RawDocker.request("POST", "/containers/" + id + "/pause", null);
      RawDocker.request("POST", "/containers/" + id + "/unpause", null);
    }
    RawDocker.delete("/containers/" + id + "?force=1");
    eventually("gone", () -> !ready().containers().containsKey(id));
    assertThat(told.size() - before).isLessThan(200);
  }

  @Test
  void closingEndsEveryThread() {
    ready();
    monitor.close();
    eventually("no connection is left", () -> forwarder.connections() == 0);
    int before = told.size();
    real.foreign("true", false);
    monitor.close();
    assertThat(told).hasSize(before);
  }

  private EngineState ready() {
    eventually("ready", () -> monitor.status() instanceof EngineStatus.Ready);
    return ((EngineStatus.Ready) monitor.status()).state();
  }

  private Container container(String id) {
    return Objects.requireNonNull(ready().containers().get(id));
  }

  private ImageSummary image(String id) {
    return Objects.requireNonNull(ready().images().get(id));
  }

  private Container.Status status(String id) {
    Container container = ready().containers().get(id);
    return container == null ? Container.Status.UNKNOWN : container.status();
  }

  private static String dockerfile(String unique) {
    return "FROM " + RealEngine.IMAGE + "\nRUN echo " + unique + " > /unique\n";
  }
}
