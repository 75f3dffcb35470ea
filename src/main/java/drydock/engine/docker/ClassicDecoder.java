// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.Output;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The classic builder's answer (Windows containers, and in its own dialect Podman): the text that `docker build` prints,
/// one step after the other. Times are this computer's, because the answer has none.
///
/// The process's output comes in between and could look like the builder's own lines; so a line counts as the builder's
/// only when it is a message of its own, and a step only when it is the next one.
final class ClassicDecoder extends BuildDecoder {
  private static final Pattern STEP =
      Pattern.compile(
          "(?:\\[\\d+/\\d+] )?(?:Step|STEP) (\\d{1,6})/(\\d{1,6}) ?: (.*?)\\n?", Pattern.DOTALL);
  private static final Pattern CACHED = Pattern.compile(" ?-+> Using cache.*\\n?");
  private static final Pattern LAYER = Pattern.compile(" ?-+> (?:sha256:)?[0-9a-f]{10,64}\\n?");
  private static final Pattern CHATTER =
      Pattern.compile(
          " ---> (?:Running in|Removed intermediate container) [0-9a-f]+\\n?"
              + "|Removing intermediate container [0-9a-f]+\\n?"
              + "|Successfully (?:built|tagged) .*\\n?|COMMIT .*\\n?");
  private static final String RED = "\u001b[91m";
  private static final String RESET = "\u001b[0m";

  private final InstantSource clock;
  private final ClassicSteps steps = new ClassicSteps();
  private ClassicSteps.@Nullable Step current;
  private int lastNumber;
  private int lastTotal;
  private Instant started = Instant.EPOCH;
  private boolean ended = true;
  private boolean cached;
  private boolean fresh;
  private LastLines lastLines = new LastLines();

  ClassicDecoder(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  void progress(JsonNode json, List<BuildEvent> out) {
    if (json.has("stream")) {
      stream(Json.text(json, "stream"), out);
    } else if (json.has("status") && current != null) {
      pulled(current, json, out);
    }
  }

  private void stream(String text, List<BuildEvent> out) {
    Matcher step = STEP.matcher(text);
    if (step.matches() && isNext(step)) {
      end(out);
      begin(step, out);
    } else if (ended || (fresh && text.equals("\n"))) {
      fresh = false;
    } else if (CACHED.matcher(text).matches()) {
      cached = true;
    } else if (LAYER.matcher(text).matches()) {
      end(out);
    } else if (!CHATTER.matcher(text).matches() && current != null) {
      output(current, text, out);
    }
  }

  private boolean isNext(Matcher step) {
    int number = Integer.parseInt(step.group(1));
    int total = Integer.parseInt(step.group(2));
    // Podman counts each stage by itself
    return (number == 1 && ended) || (number == lastNumber + 1 && total == lastTotal);
  }

  private void begin(Matcher line, List<BuildEvent> out) {
    lastNumber = Integer.parseInt(line.group(1));
    lastTotal = Integer.parseInt(line.group(2));
    current = steps.next(line.group(3), lastNumber, lastTotal);
    lastLines = new LastLines();
    ended = false;
    cached = current.given();
    fresh = true;
    started = clock.instant();
    out.add(new BuildEvent.StepAnnounced(current.step()));
    out.add(new BuildEvent.StepStarted(current.key(), started));
  }

  private void end(List<BuildEvent> out) {
    if (current != null && !ended) {
      out.add(
          cached
              ? new BuildEvent.StepCached(current.key())
              : new BuildEvent.StepDone(current.key(), took()));
    }
    ended = true;
  }

  private Duration took() {
    return Duration.between(started, clock.instant());
  }

  private void output(ClassicSteps.Step step, String text, List<BuildEvent> out) {
    boolean red = text.startsWith(RED) && text.endsWith(RESET);
    String plain = red ? text.substring(RED.length(), text.length() - RESET.length()) : text;
    Output.Channel channel = red ? Output.Channel.STDERR : Output.Channel.STDOUT;
    lastLines.add(plain);
    out.add(new BuildEvent.StepOutput(step.key(), new Output(channel, plain)));
  }

  /// A base image that the builder itself pulls.
  private void pulled(ClassicSteps.Step step, JsonNode json, List<BuildEvent> out) {
    cached = false;
    String item = Json.text(json, "id");
    String status = Json.text(json, "status");
    out.add(
        new BuildEvent.StepProgress(
            step.key(),
            item.isEmpty() ? status : item,
            Json.number(json, "progressDetail", "current"),
            Json.number(json, "progressDetail", "total"),
            status.endsWith("complete")));
  }

  @Override
  void succeeded(List<BuildEvent> out) {
    end(out);
  }

  @Override
  void failed(String why, List<BuildEvent> out) {
    if (current != null && !ended) {
      out.add(new BuildEvent.StepFailed(current.key(), why, took()));
    }
  }

  @Override
  BuildOutcome failure(String why) {
    boolean inStep = current != null && !ended;
    return BuildFailure.of(
        why, inStep && current != null ? current.step() : null, lastLines.lines());
  }
}
