// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.PullProgress;
import drydock.engine.RawDocker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A pull that succeeds, from a registry that runs as a container of the engine itself.
@EngineTest
class PullTest {
  private static final String REGISTRY = "registry:3";

  private final RealEngine real = new RealEngine();
  private final String name = real.name("pull");

  @AfterEach
  void leaveNothingBehind() {
    real.close();
  }

  @Test
  void anImageIsBroughtLayerByLayer() throws Exception {
    assumeTrue(
        RawDocker.get("/images/" + REGISTRY + "/json").status() == 200,
        "the engine has no image " + REGISTRY);
    String repository = "localhost:" + startRegistry() + "/" + name;
    String pulled = repository + ":1";
    commitSomethingNew(repository);
    push(repository);
    assertThat(RawDocker.delete("/images/" + pulled).status()).isEqualTo(200);

    List<PullProgress> told = pull(pulled);
    assertThat(real.engine.images().inspect(pulled).summary().tags()).contains(pulled);
    assertThat(told).isNotEmpty().allSatisfy(p -> assertThat(p.reference()).isEqualTo(pulled));
    assertThat(told.getFirst().layer()).as(told.getFirst().toString()).isEmpty();
    assertThat(told.getLast().layer()).isEmpty();
    assertThat(told).extracting(PullProgress::status).anyMatch(s -> s.contains("newer image"));
    Map<String, PullProgress> last = new LinkedHashMap<>();
    told.stream().filter(p -> !p.layer().isEmpty()).forEach(p -> last.put(p.layer(), p));
    assertThat(last.values()).extracting(PullProgress::status).contains("Pull complete");
    if (real.engine.info().storage().store() == EngineInfo.ImageStore.GRAPH_DRIVER) {
      assertThat(last.values()) // the containerd store says nothing of the one, and little of the
          // other
          .extracting(PullProgress::status)
          .containsExactlyInAnyOrder("Already exists", "Pull complete");
      assertThat(last.values())
          .as("the layer of random bytes, which do not pack")
          .anyMatch(p -> p.total() >= 3_000_000 && p.current() == p.total());
    }
    assertThat(told).allMatch(p -> p.total() == 0 || p.current() <= p.total());

    assertThat(pull(pulled))
        .extracting(PullProgress::status)
        .anyMatch(s -> s.contains("up to date"));
    RawDocker.delete("/containers/" + name + "?force=1&v=1");
    RawDocker.delete("/images/" + pulled);
    Collected<Object> gone = new Collected<>();
    real.engine.images().pull(pulled, gone.as(p -> p));
    assertThat(gone.end())
        .as("the registry is gone")
        .isInstanceOfSatisfying(
            EngineProblem.PullFailed.class, p -> assertThat(p.reference()).isEqualTo(pulled));
  }

  /// A layer of random bytes on top of busybox's; the cache of a builder would keep it from being
  /// pulled.
  private void commitSomethingNew(String repository) {
    String id = real.foreign("head -c 3000000 /dev/urandom > /random", false);
    RealEngine.eventually(
        "it is written",
        () -> RawDocker.get("/containers/" + id + "/json").text().contains("\"exited\""));
    String query = "/commit?container=%s&repo=%s&tag=1".formatted(id, repository);
    assertThat(RawDocker.post(query, "{}").status()).isEqualTo(201);
    RawDocker.delete("/containers/" + id);
  }

  private List<PullProgress> pull(String reference) {
    List<PullProgress> told = new CopyOnWriteArrayList<>();
    Collected<String> pull = new Collected<>();
    real.engine
        .images()
        .pull(
            reference,
            pull.as(
                p -> {
                  told.add(p);
                  return "";
                }));
    assertThat(pull.end()).isNull();
    return told;
  }

  /// @return the port that the engine chose for it
  private String startRegistry() throws InterruptedException {
    String spec =
        ("{\"Image\":\"%s\",\"ExposedPorts\":{\"5000/tcp\":{}},\"HostConfig\":{\"PortBindings\":"
                + "{\"5000/tcp\":[{\"HostIp\":\"127.0.0.1\",\"HostPort\":\"0\"}]}}}")
            .formatted(REGISTRY);
    assertThat(RawDocker.post("/containers/create?name=" + name, spec).status()).isEqualTo(201);
    RawDocker.request("POST", "/containers/" + name + "/start", null);
    for (int i = 0; i < 100; i++) {
      String port =
          RawDocker.get("/containers/" + name + "/json")
              .json()
              .at("/NetworkSettings/Ports/5000~1tcp/0/HostPort")
              .asText();
      if (!port.isEmpty()) {
        return port;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the registry got no port");
  }

  private static void push(String repository) throws InterruptedException {
    String answer = "";
    for (int i = 0; i < 50; i++) { // until the registry listens
      answer = RawDocker.request("POST", "/images/" + repository + "/push?tag=1", null).text();
      if (!answer.contains("error")) {
        return;
      }
      Thread.sleep(200);
    }
    throw new AssertionError(answer);
  }
}
