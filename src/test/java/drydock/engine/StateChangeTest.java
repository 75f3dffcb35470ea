// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateChangeTest {
  private static final Instant T = Instant.parse("2026-01-02T03:04:05Z");
  private static final Container WEB = container("c1", "web", Container.Status.RUNNING);
  private static final Volume DATA = new Volume("data", "local", "/d", "local", T, Map.of());

  @Test
  void whatIsEqualIsNoChange() {
    EngineState one = state(Map.of("data", DATA), WEB);
    EngineState other =
        state(Map.of("data", DATA), container("c1", "web", Container.Status.RUNNING));
    assertThat(StateChange.between(one, other)).isEmpty();
  }

  @Test
  void goneChangedAndBornInThisOrderAndVolumesByName() {
    Container exited = container("c1", "web", Container.Status.EXITED);
    Container old = container("c0", "old", Container.Status.EXITED);
    Container young = container("c2", "young", Container.Status.CREATED);
    assertThat(
            StateChange.between(
                state(Map.of(), WEB, old), state(Map.of("data", DATA), young, exited)))
        .containsExactly(
            new StateChange.Born(DATA),
            new StateChange.Gone(old),
            new StateChange.Changed(WEB, exited),
            new StateChange.Born(young));
  }

  private static EngineState state(Map<String, Volume> volumes, Container... containers) {
    Map<String, Container> byId = new LinkedHashMap<>();
    for (Container container : containers) {
      byId.put(container.id(), container);
    }
    return new EngineState(Samples.INFO, Map.of(), byId, Map.of(), volumes, T);
  }

  private static Container container(String id, String name, Container.Status status) {
    return Samples.container(id, name, "app", "sha256:1", status, 0, T, false);
  }
}
