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

  private static String advice(EndpointAttempt... attempts) {
    return Problems.advice(List.of(attempts), HostSystem.LINUX);
  }

  private static EndpointAttempt attempt(Origin origin, Result result) {
    return new EndpointAttempt(new Endpoint("unix:///e", origin, "test"), result, "");
  }
}
