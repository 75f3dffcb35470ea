// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.engine.EngineException;
import drydock.engine.EngineTest;
import drydock.engine.PullProgress;
import drydock.engine.RawDocker;
import drydock.engine.StreamListener;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A pull that succeeds, from a registry that runs as a container of the engine itself.
@EngineTest
class PullTest {
  private static final String REGISTRY = "registry:3";

  private final String name = "drydock-test-pull-" + UUID.randomUUID().toString().substring(0, 8);
  private String pulled = "";

  @AfterEach
  void leaveNothingBehind() {
    RawDocker.delete("/containers/" + name + "?force=1&v=1");
    if (!pulled.isEmpty()) {
      RawDocker.delete("/images/" + pulled);
    }
  }

  @Test
  void anImageIsBroughtWithProgress() throws Exception {
    assumeTrue(
        RawDocker.get("/images/" + REGISTRY + "/json").status() == 200,
        "the engine has no image " + REGISTRY);
    String repository = "localhost:" + startRegistry() + "/" + name;
    pulled = repository + ":1";
    push(repository);
    assertThat(RawDocker.delete("/images/" + pulled).status()).isEqualTo(200);

    List<PullProgress> told = new CopyOnWriteArrayList<>();
    CompletableFuture<String> ended = new CompletableFuture<>();
    try (DockerEngine engine = new RealEngine().engine) {
      engine
          .images()
          .pull(
              pulled,
              new StreamListener<>() {
                @Override
                public void onNext(PullProgress progress) {
                  told.add(progress);
                }

                @Override
                public void onEnd(@Nullable EngineException failure) {
                  ended.complete(failure == null ? "well" : failure.problem().toString());
                }
              });
      assertThat(ended.get(60, TimeUnit.SECONDS)).isEqualTo("well");
      assertThat(engine.images().inspect(pulled).summary().tags()).contains(pulled);
    }
    assertThat(told).isNotEmpty().allSatisfy(p -> assertThat(p.reference()).isEqualTo(pulled));
    assertThat(told).extracting(PullProgress::status).anyMatch(s -> s.contains("Status:"));
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

  private void push(String repository) throws InterruptedException {
    String busybox = RealEngine.IMAGE;
    assertThat(
            RawDocker.request(
                    "POST", "/images/" + busybox + "/tag?repo=" + repository + "&tag=1", null)
                .status())
        .isEqualTo(201);
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
