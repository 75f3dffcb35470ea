// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildEvent;
import drydock.engine.BuildStep;
import drydock.engine.Output;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// One step while its build runs. BuildKit repeats its vertices, starts some of them twice, and makes several of one ADD
/// of an address; all that is folded here, so that each change is told once.
final class TraceStep {
  /// What a second look at a finished step takes is not worth telling.
  private static final Duration NOTHING = Duration.ofMillis(1);

  private static final int MOST_RUNS = 200;
  private static final int MOST_INPUTS = 1000;

  private enum Phase {
    WAITING,
    RUNNING,
    CACHED,
    DONE,
    FAILED
  }

  /// One time that a vertex ran; `end` is null while it does.
  private record Run(String digest, Instant start, @Nullable Instant end) {}

  private final VertexName name;
  private final String key;
  private final TreeSet<String> inputDigests = new TreeSet<>();
  private final Map<String, Run> runs = new LinkedHashMap<>();
  private final Map<Output.Channel, Utf8> decoders = new HashMap<>();
  private final LastLines lastLines = new LastLines();
  private @Nullable BuildStep announced;
  private Phase phase = Phase.WAITING;
  private Duration took = Duration.ZERO;
  private boolean cached;
  private boolean fetched;
  private String error = "";

  TraceStep(VertexName name, String key) {
    this.name = name;
    this.key = key;
  }

  String key() {
    return key;
  }

  /// Empty unless it failed.
  String error() {
    return error;
  }

  BuildStep step() {
    return announced == null ? name.step(key, List.of()) : announced;
  }

  List<String> lastLines() {
    return lastLines.lines();
  }

  /// Tells the step when it is new or its inputs became known.
  void announce(Map<String, TraceStep> byDigest, List<BuildEvent> out) {
    List<String> inputs =
        inputDigests.stream()
            .map(byDigest::get)
            .filter(s -> s != null && s != this)
            .map(s -> s.key)
            .distinct()
            .sorted()
            .toList();
    BuildStep now = name.step(key, inputs);
    if (!now.equals(announced)) {
      announced = now;
      out.add(new BuildEvent.StepAnnounced(now));
    }
  }

  void see(TraceMessage.Vertex vertex) {
    for (String input : vertex.inputs()) {
      if (inputDigests.size() < MOST_INPUTS) {
        inputDigests.add(input);
      }
    }
  }

  /// Progress other than asking what a reference means is bytes that came, or layers that were unpacked.
  void see(TraceMessage.Status status) {
    fetched |= !status.id().startsWith("resolve ");
  }

  /// Takes in what a vertex says of its run.
  void update(TraceMessage.Vertex vertex, List<BuildEvent> out) {
    cached |= vertex.cached();
    if (error.isEmpty()) {
      error = vertex.error();
    }
    Instant start = vertex.started();
    boolean works = !vertex.cached() && !VertexName.joins(vertex.name());
    if (start != null && works && runs.size() < MOST_RUNS) {
      String run = vertex.digest() + start;
      Run known = runs.get(run);
      Instant end = vertex.completed() == null && known != null ? known.end : vertex.completed();
      runs.put(run, new Run(vertex.digest(), start, end));
    }
    move(out);
  }

  private void move(List<BuildEvent> out) {
    Phase before = phase;
    Duration tookBefore = took;
    took = duration();
    phase = phaseNow();
    if (phase == before && took.minus(tookBefore).compareTo(NOTHING) < 0) {
      took = tookBefore;
      return;
    }
    switch (phase) {
      case WAITING -> {}
      case RUNNING -> {
        if (before != Phase.RUNNING) {
          out.add(new BuildEvent.StepStarted(key, lastStart()));
        }
      }
      case CACHED -> {
        if (before != Phase.CACHED) {
          out.add(new BuildEvent.StepCached(key));
        }
      }
      case DONE -> {
        started(before, out);
        out.add(new BuildEvent.StepDone(key, took));
      }
      case FAILED -> {
        started(before, out);
        out.add(new BuildEvent.StepFailed(key, error, took));
      }
    }
  }

  private void started(Phase before, List<BuildEvent> out) {
    if (before == Phase.WAITING && !runs.isEmpty()) {
      out.add(new BuildEvent.StepStarted(key, lastStart()));
    }
  }

  private Phase phaseNow() {
    if (!error.isEmpty()) {
      return Phase.FAILED;
    }
    if (runs.values().stream().anyMatch(r -> r.end == null)) {
      return Phase.RUNNING;
    }
    if (runs.isEmpty()) {
      return cached ? Phase.CACHED : Phase.WAITING;
    }
    // of a base image that was there already no flag says so, or only sometimes
    boolean localBase = name.kind() == BuildStep.Kind.FROM && !fetched;
    return localBase || (cached && took.isZero()) ? Phase.CACHED : Phase.DONE;
  }

  private Instant lastStart() {
    return runs.values().stream().map(Run::start).max(Comparator.naturalOrder()).orElseThrow();
  }

  /// How long at least one vertex of the step ran.
  private Duration duration() {
    List<Run> ended = new ArrayList<>(runs.values());
    ended.removeIf(r -> r.end == null);
    ended.sort(Comparator.comparing(Run::start));
    Duration sum = Duration.ZERO;
    Instant until = Instant.MIN;
    for (Run run : ended) {
      Instant end = run.end;
      Instant from = run.start.isAfter(until) ? run.start : until;
      if (end != null && end.isAfter(from)) {
        sum = sum.plus(Duration.between(from, end));
        until = end;
      }
    }
    return sum;
  }

  void output(Output.Channel channel, byte[] bytes, List<BuildEvent> out) {
    String text = decoders.computeIfAbsent(channel, _ -> new Utf8()).decode(bytes, bytes.length);
    if (!text.isEmpty()) {
      lastLines.add(text);
      out.add(new BuildEvent.StepOutput(key, new Output(channel, text)));
    }
  }
}
