// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.doctor.Reports;
import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngineAdviceTest {
  private static final Reports.Engine DOCKER = Reports.Engine.at(Reports.USUAL);
  private static final Reports.Engine COLIMA = Reports.Engine.at(Reports.COLIMA);
  private static final Reports.Engine PODMAN = Reports.Engine.at(Reports.PODMAN).podman();

  private static EngineAdvice ready(
      Reports.Engine used, @Nullable String preferred, EndpointAttempt... attempts) {
    EngineState state =
        new EngineState(used.info(), Map.of(), Map.of(), Map.of(), Map.of(), Instant.EPOCH);
    return EngineAdvice.of(new EngineStatus.Ready(state, List.of(attempts)), preferred)
        .orElseThrow();
  }

  private static EngineAdvice several(String sentence) {
    return new EngineAdvice.Several(sentence);
  }

  @Test
  void oneEngineIsNotWorthAWord() {
    assertThat(
            ready(
                DOCKER,
                null,
                DOCKER.attempt(),
                Reports.failed(Reports.PODMAN, Result.NOT_FOUND),
                Reports.failed(Reports.COLIMA, Result.SAME_ENGINE)))
        .isEqualTo(new EngineAdvice.Nothing());
    assertThat(EngineAdvice.of(new EngineStatus.Searching(), null)).isEmpty();
  }

  @Test
  void twoEnginesWithoutAChoiceAre() {
    assertThat(ready(COLIMA, null, COLIMA.attempt(), DOCKER.attempt()))
        .isEqualTo(
            several(
                "2 engines answer. Drydock uses Docker 28.5 at "
                    + "unix:///home/you/.colima/docker.sock, the one that your docker command uses."));
    assertThat(ready(PODMAN, null, PODMAN.attempt(), DOCKER.attempt()))
        .as("the docker command would use the other one")
        .isEqualTo(
            several(
                "2 engines answer. Drydock uses Podman 5.4 at unix:///run/podman/podman.sock."));
    assertThat(ready(PODMAN, "unix:///run/podman/podman.sock", PODMAN.attempt(), DOCKER.attempt()))
        .as("it was chosen")
        .isEqualTo(new EngineAdvice.Nothing());
  }

  @Test
  void thatTheOneAskedForIsNotThereComesFirst() {
    assertThat(
            ready(
                DOCKER,
                null,
                Reports.failed(Reports.HOST, Result.REFUSED),
                DOCKER.attempt(),
                PODMAN.attempt()))
        .isEqualTo(
            new EngineAdvice.Instead(
                "DOCKER_HOST (unix:///h.sock): nobody listens. Drydock uses Docker 28.5 at "
                    + "unix:///var/run/docker.sock instead; your docker command would not."));
    Endpoint chosen = new Endpoint("unix:///mine.sock", Endpoint.Origin.SETTING, "your choice");
    assertThat(
            ready(
                DOCKER,
                "unix:///mine.sock",
                Reports.failed(chosen, Result.NOT_FOUND),
                DOCKER.attempt()))
        .isEqualTo(
            new EngineAdvice.Instead(
                "The engine that you chose (unix:///mine.sock) does not answer: not found. Drydock uses "
                    + "Docker 28.5 at unix:///var/run/docker.sock until it does."));
  }
}
