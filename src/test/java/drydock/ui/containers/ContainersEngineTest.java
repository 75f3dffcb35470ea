// SPDX-License-Identifier: Apache-2.0
package drydock.ui.containers;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.Output;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.Samples;
import drydock.engine.StreamListener;
import drydock.engine.docker.EngineFinder;
import drydock.ui.kit.DirectBackground;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EngineTest
class ContainersEngineTest {
  private final ContainerEngine engine =
      Objects.requireNonNull(EngineFinder.ofThisSystem().find().engine());
  private final ContainersModel model = new ContainersModel(new DirectBackground(), () -> engine);
  private final List<Container> started = new ArrayList<>();

  @AfterEach
  void removeAll() {
    started.forEach(c -> RawDocker.delete("/containers/" + c.id() + "?force=1"));
    engine.close();
  }

  @Test
  void runsShowsStopsAndRemoves() throws InterruptedException {
    model.onShowLog(started::add);
    model.offer("busybox:1.37", Ownership.PLAIN);
    model.run("sh -c 'echo \"hello  there\"; exec sleep 300'", Set.of());
    assertThat(model.problemProperty().get()).isEmpty();
    Container container = started.getFirst();
    assertThat(container.ours()).isTrue();
    assertThat(firstOutput(container)).isEqualTo("hello  there\n");

    model.update(Samples.state(Map.of(), Map.of(container.id(), container)));
    assertThat(model.ours()).hasSize(1);
    model.stop(container);
    assertThat(model.problemProperty().get()).isEmpty();
    Container stopped = engine.containers().inspect(container.id());
    assertThat(stopped.status()).isEqualTo(Container.Status.EXITED);
    assertThat(StatusText.of(stopped, Instant.now()).words()).contains("exited with code 137");

    model.remove(container);
    assertThat(RawDocker.get("/containers/" + container.id() + "/json").status()).isEqualTo(404);
    model.remove(container);
    assertThat(model.problemProperty().get()).contains("no container");
  }

  @Test
  void aForeignContainerIsNotTouchedEvenWhenAsked() {
    String id =
        RawDocker.post("/containers/create", "{\"Image\":\"busybox:1.37\",\"Cmd\":[\"true\"]}")
            .json()
            .get("Id")
            .asText();
    Container foreign = engine.containers().inspect(id);
    started.add(foreign);
    model.remove(foreign);
    try {
      engine.containers().remove(id);
      throw new AssertionError("a foreign container was removed");
    } catch (EngineException e) {
      assertThat(e.problem()).isInstanceOf(EngineProblem.NotOurs.class);
    }
    assertThat(RawDocker.get("/containers/" + id + "/json").status()).isEqualTo(200);
  }

  private String firstOutput(Container container) throws InterruptedException {
    BlockingQueue<String> pieces = new LinkedBlockingQueue<>();
    var log =
        engine
            .containers()
            .logs(
                container.id(),
                true,
                new StreamListener<>() {
                  @Override
                  public void onNext(Output item) {
                    pieces.add(item.text());
                  }

                  @Override
                  public void onEnd(@Nullable EngineException failure) {}
                });
    String text = "";
    while (!text.endsWith("\n")) {
      text += Objects.requireNonNull(pieces.poll(20, TimeUnit.SECONDS), "no more output");
    }
    log.close();
    return text;
  }
}
