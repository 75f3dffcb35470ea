// SPDX-License-Identifier: Apache-2.0
package drydock.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.diagram.Element;
import drydock.diagram.Scene;
import drydock.diagram.picture.LayersFacts;
import drydock.diagram.picture.LayersPicture;
import drydock.engine.EngineObject;
import drydock.engine.EngineState;
import drydock.engine.EngineTest;
import drydock.engine.PathChange;
import drydock.engine.RawDocker;
import drydock.engine.docker.RealEngine;
import drydock.observe.ContainerLayer;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The model over a real engine, against what `docker diff` says.
@EngineTest
class LayersEngineTest {
  private final RealEngine real = new RealEngine();
  private final LayersModel model =
      Fx.get(() -> new LayersModel(new FxBackground(), () -> real.engine, Clock.systemUTC()));

  @AfterEach
  void clean() {
    Fx.run(() -> model.update(null, false));
    real.close();
  }

  @Test
  void whatOneContainerWritesGrowsItsOwnLayerAndNoOther() {
    String writer = real.ours("sleep 300");
    String reader = real.ours("sleep 300");
    update();
    Fx.await("both are read", 10, () -> layer(writer) != null && layer(reader) != null);
    assertThat(Objects.requireNonNull(layer(writer)).untouched()).isTrue();
    double before = height(writer);
    real.engine
        .containers()
        .execute(
            writer,
            List.of("sh", "-c", "dd if=/dev/zero of=/tmp/big bs=1M count=6; rm /bin/httpd"),
            Duration.ofSeconds(20));
    long start = System.nanoTime();
    Fx.await("its slab grows", 10, () -> !Objects.requireNonNull(layer(writer)).untouched());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    ContainerLayer written = Objects.requireNonNull(layer(writer));
    assertThat(changes(written)).isEqualTo(diff(writer));
    assertThat(written.changes())
        .contains(
            new PathChange("/tmp/big", PathChange.Kind.ADDED),
            new PathChange("/bin/httpd", PathChange.Kind.DELETED));
    assertThat(written.bytes().orElse(0)).isBetween(6L << 20, 7L << 20);
    assertThat(height(writer)).isGreaterThan(before + 20);
    ContainerLayer untouched = Objects.requireNonNull(layer(reader));
    assertThat(untouched.changes()).isEmpty();
    assertThat(diff(reader)).isEmpty();
    assertThat(height(reader)).isEqualTo(before);
  }

  private double height(String container) {
    Scene scene = Fx.get(() -> LayersPicture.of(facts(), 484));
    Element slab = scene.element("own:" + container).orElseThrow();
    return slab.area().height();
  }

  private static Map<String, Integer> changes(ContainerLayer layer) {
    Map<String, Integer> all = new HashMap<>();
    for (PathChange change : layer.changes()) {
      all.put(
          change.path(),
          switch (change.kind()) {
            case MODIFIED -> 0;
            case ADDED -> 1;
            case DELETED -> 2;
          });
    }
    return all;
  }

  private static Map<String, Integer> diff(String container) {
    Map<String, Integer> all = new HashMap<>();
    for (JsonNode row : RawDocker.get("/containers/" + container + "/changes").json()) {
      all.put(row.path("Path").asText(), row.path("Kind").asInt());
    }
    return all;
  }

  private @Nullable ContainerLayer layer(String container) {
    LayersFacts facts = model.factsProperty().get();
    return facts == null
        ? null
        : facts.containers().stream()
            .filter(o -> o.container().id().equals(container))
            .findFirst()
            .map(LayersFacts.Own::layer)
            .orElse(null);
  }

  private LayersFacts facts() {
    return Objects.requireNonNull(model.factsProperty().get());
  }

  private void update() {
    EngineState state =
        new EngineState(
            real.engine.info(),
            byId(real.engine.images().list()),
            byId(real.engine.containers().list()),
            Map.of(),
            Map.of(),
            Instant.now());
    Fx.run(
        () -> {
          model.prefer(RealEngine.IMAGE);
          model.update(state, true);
        });
  }

  private static <T extends EngineObject> Map<String, T> byId(List<T> all) {
    return all.stream().collect(Collectors.toMap(EngineObject::id, Function.identity()));
  }
}
