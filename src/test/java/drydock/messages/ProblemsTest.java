// SPDX-License-Identifier: Apache-2.0
package drydock.messages;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Endpoint;
import drydock.engine.Endpoint.Origin;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineProblem;
import drydock.engine.HostSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  @Test
  void everyProblemNamesWhatItIsAboutAndEndsAsASentence() {
    for (EngineProblem problem :
        List.of(
            new EngineProblem.ConnectionLost("doing WHAT", "WHY."),
            new EngineProblem.NotFound("WHAT", "WHY"),
            new EngineProblem.Conflict("doing WHAT", "WHY. \n"),
            new EngineProblem.NotOurs("WHAT", "WHY"),
            new EngineProblem.PortUnavailable("doing WHAT", "WHY"),
            new EngineProblem.PullFailed("WHAT", "WHY"),
            new EngineProblem.Failed("doing WHAT", 500, "WHY"),
            new EngineProblem.BadAnswer("doing WHAT", "WHY"),
            new EngineProblem.BadContext("WHAT", "WHY"),
            new EngineProblem.BadArchive("doing WHAT", "WHY"),
            new EngineProblem.DiskFull("doing WHAT", "WHY"),
            new EngineProblem.Unsupported("WHAT", "WHY"))) {
      assertThat(Problems.sentence(problem))
          .contains("WHAT", "WHY")
          .matches("(?s)[A-Z].*\\.")
          .doesNotContain("..", "{", "WHY. \n");
    }
    assertThat(Problems.sentence(new EngineProblem.NotFound("image", "web:1")))
        .isEqualTo(
            "The engine has no image web:1. Check the name, or build or pull the image first.");
    assertThat(Problems.sentence(new EngineProblem.TimedOut("looking", Duration.ofMinutes(2))))
        .startsWith("The engine did not answer within 120 s while looking.");
    assertThat(Problems.sentence(new EngineProblem.Failed("running web", 500, "it''s {0} bad")))
        .contains("running web (HTTP 500): it''s {0} bad.");
  }

  @Test
  void everyResultHasWordsAndARemedyOnEverySystem() {
    List<String> words = new ArrayList<>();
    for (Result result : Result.values()) {
      words.add(Problems.words(result));
      for (HostSystem system : HostSystem.values()) {
        assertThat(Problems.remedy(result, system).isBlank())
            .as("%s on %s", result, system)
            .isEqualTo(result == Result.ANSWERED || result == Result.SAME_ENGINE);
      }
    }
    assertThat(words).doesNotHaveDuplicates().noneMatch(String::isBlank);
    assertThat(Problems.remedy(Result.NOT_FOUND, HostSystem.LINUX)).contains("systemctl");
    assertThat(Problems.remedy(Result.REFUSED, HostSystem.WINDOWS)).contains("Docker Desktop");
    assertThat(Problems.remedy(Result.PERMISSION_DENIED, HostSystem.LINUX)).contains("usermod");
  }

  @Test
  void theAdviceIsTheOneThatHelpsMost() {
    assertThat(
            advice(
                attempt(Origin.WELL_KNOWN, Result.NOT_FOUND),
                attempt(Origin.WELL_KNOWN, Result.PERMISSION_DENIED),
                attempt(Origin.WELL_KNOWN, Result.REFUSED)))
        .isEqualTo(Problems.remedy(Result.PERMISSION_DENIED, HostSystem.LINUX));
    assertThat(advice()).isEqualTo(Problems.remedy(Result.NOT_FOUND, HostSystem.LINUX));
    assertThat(
            advice(
                attempt(Origin.DOCKER_HOST, Result.REFUSED),
                attempt(Origin.WELL_KNOWN, Result.NOT_FOUND)))
        .startsWith("DOCKER_HOST (unix:///e): nobody listens.")
        .contains(Problems.remedy(Result.REFUSED, HostSystem.LINUX));
  }

  @Test
  void theAdviceBeginsWithThePersonsOwnSettingAndHowToDoWithout() {
    assertThat(
            advice(
                attempt(Origin.DOCKER_HOST, Result.NOT_FOUND),
                attempt(Origin.WELL_KNOWN, Result.STARTING)))
        .isEqualTo(
            "DOCKER_HOST (unix:///e): not found. "
                + "If you no longer want it, remove DOCKER_HOST from your environment. "
                + "Elsewhere there is test (unix:///e): still starting. "
                + "Docker is still starting. Wait a moment: Drydock tries again by itself.");
    assertThat(advice(attempt(Origin.DOCKER_HOST, Result.REFUSED)))
        .isEqualTo(
            "DOCKER_HOST (unix:///e): nobody listens. "
                + "If you no longer want it, remove DOCKER_HOST from your environment. "
                + "If you do: Its socket is there, but Docker does not run. "
                + "Start it: sudo systemctl start docker");
    assertThat(
            advice(
                attempt(Origin.CURRENT_CONTEXT, Result.BAD_CONTEXT),
                attempt(Origin.WELL_KNOWN, Result.NOT_FOUND)))
        .startsWith("the Docker context test (unix:///e): broken Docker context.")
        .contains("docker context use default");
    assertThat(advice(attempt(Origin.SETTING, Result.TIMED_OUT)))
        .contains("choose another engine in Drydock");
    assertThat(advice(attempt(Origin.DOCKER_CONTEXT, Result.REFUSED))).contains("DOCKER_CONTEXT");
  }

  @Test
  void theRemedyFitsTheAddressAndTheSystem() {
    assertThat(remedy("tcp://box:2375", Result.NOT_FOUND, HostSystem.LINUX))
        .contains("network")
        .doesNotContain("systemctl");
    assertThat(remedy("ssh://me@box", Result.UNSUPPORTED_SCHEME, HostSystem.LINUX))
        .contains("ssh -L", "docker context use");
    assertThat(remedy("unix:///var/run/docker.sock", Result.NOT_FOUND, HostSystem.MACOS))
        .contains("Allow the default Docker socket to be used");
    assertThat(remedy("unix:///x", Result.NOT_FOUND, HostSystem.MACOS)).contains("colima start");
    assertThat(remedy("npipe:////./pipe/x", Result.PERMISSION_DENIED, HostSystem.WINDOWS))
        .contains("docker-users");
    assertThat(remedy("unix:///x", Result.REFUSED, HostSystem.MACOS)).contains("left behind");
  }

  private static String remedy(String uri, Result result, HostSystem system) {
    Endpoint endpoint = new Endpoint(uri, Origin.CONTEXT, "test");
    return Problems.remedy(new EndpointAttempt(endpoint, result, ""), system);
  }

  private static String advice(EndpointAttempt... attempts) {
    return Problems.advice(List.of(attempts), HostSystem.LINUX);
  }

  private static EndpointAttempt attempt(Origin origin, Result result) {
    return new EndpointAttempt(new Endpoint("unix:///e", origin, "test"), result, "");
  }
}
