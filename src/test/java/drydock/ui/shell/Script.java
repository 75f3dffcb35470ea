// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildStep;
import drydock.engine.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What an engine tells of builds of the lesson's Dockerfile.
final class Script {
  static final String DOCKERFILE =
      """
      FROM busybox:1.37
      COPY index.html /www/
      RUN grep -c "<li>" /www/index.html > /www/goods.txt
      CMD ["cat", "/www/goods.txt"]
      """;

  static final String BROKEN = DOCKERFILE.replace("grep", "grepp");

  private Script() {}

  static BuildStep from() {
    return step(1, BuildStep.Kind.FROM, "FROM busybox:1.37", List.of());
  }

  private static BuildStep copy() {
    return step(2, BuildStep.Kind.INSTRUCTION, "COPY index.html /www/", List.of("stage-0/1"));
  }

  private static BuildStep run(String program) {
    return step(
        3,
        BuildStep.Kind.INSTRUCTION,
        "RUN " + program + " -c \"<li>\" /www/index.html > /www/goods.txt",
        List.of("stage-0/2"));
  }

  private static BuildStep step(int line, BuildStep.Kind kind, String name, List<String> inputs) {
    return new BuildStep(
        "stage-0/" + line, kind, name, "stage-0", line, 3, inputs, new BuildStep.Lines(line, line));
  }

  static List<BuildEvent> good(String imageId) {
    List<BuildEvent> events = beginning("grep");
    events.add(new BuildEvent.StepDone("stage-0/3", Duration.ofMillis(340)));
    events.add(new BuildEvent.Finished(new BuildOutcome.Success(imageId)));
    return events;
  }

  static List<BuildEvent> broken() {
    List<BuildEvent> events = beginning("grepp");
    String said = "/bin/sh: grepp: not found";
    events.add(
        new BuildEvent.StepOutput("stage-0/3", new Output(Output.Channel.STDERR, said + "\n")));
    String message = "process \"/bin/sh -c grepp\" did not complete successfully: exit code: 127";
    events.add(new BuildEvent.StepFailed("stage-0/3", message, Duration.ofMillis(120)));
    events.add(
        new BuildEvent.Finished(
            new BuildOutcome.Failed(
                "stage-0/3",
                run("grepp").name(),
                new BuildStep.Lines(3, 3),
                127,
                message,
                List.of(said))));
    return events;
  }

  private static List<BuildEvent> beginning(String program) {
    return new ArrayList<>(
        List.of(
            new BuildEvent.StepAnnounced(from()),
            new BuildEvent.StepAnnounced(copy()),
            new BuildEvent.StepAnnounced(run(program)),
            new BuildEvent.StepCached("stage-0/1"),
            new BuildEvent.StepStarted("stage-0/2", Instant.EPOCH),
            new BuildEvent.StepDone("stage-0/2", Duration.ofMillis(50)),
            new BuildEvent.StepStarted("stage-0/3", Instant.EPOCH)));
  }
}
