// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildStep;
import drydock.engine.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// BuildKit's trace, as `POST /build?version=2` streams it: JSON lines, most of them with a protobuf message in base64.
///
/// Steps are told apart by what their names say, never by digest: digests change with every build context, and a vertex
/// that another build of the same engine shares arrives under the other build's name.
final class TraceDecoder extends BuildDecoder {
  private static final int MOST_STEPS = 5000;
  private static final int DEEPEST = 500;
  private static final int MOST_WARNINGS = 1000;

  private final Map<String, TraceStep> byDigest = new HashMap<>();
  private final Map<String, TraceStep> byKey = new LinkedHashMap<>();
  private final Set<BuildEvent.Warning> warnings = new HashSet<>();

  @Override
  void progress(JsonNode json, List<BuildEvent> out) throws IOException {
    if (Json.text(json, "id").equals("moby.buildkit.trace")) {
      byte[] message = Base64.getDecoder().decode(Json.text(json, "aux"));
      apply(TraceMessage.read(message), out);
    }
  }

  private void apply(TraceMessage message, List<BuildEvent> out) {
    Set<TraceStep> touched = new LinkedHashSet<>();
    int known = byDigest.size();
    for (TraceMessage.Vertex vertex : inputsFirst(message.vertices())) {
      TraceStep step = step(vertex);
      if (step != null) {
        step.see(vertex);
        touched.add(step);
      }
    }
    if (byDigest.size() > known) {
      touched.addAll(byKey.values()); // some may have waited for an input to become known
    }
    touched.forEach(step -> step.announce(byDigest, out));
    for (TraceMessage.Status status : message.statuses()) {
      TraceStep step = byDigest.get(status.vertex());
      if (step != null) {
        step.see(status);
      }
    }
    for (TraceMessage.Vertex vertex : message.vertices()) {
      TraceStep step = byDigest.get(vertex.digest());
      if (step != null) {
        step.update(vertex, out);
      }
    }
    for (TraceMessage.Status status : message.statuses()) {
      TraceStep step = byDigest.get(status.vertex());
      if (step != null) {
        out.add(
            new BuildEvent.StepProgress(
                step.key(), status.id(), status.current(), status.total(), status.done()));
      }
    }
    for (TraceMessage.Log log : message.logs()) {
      TraceStep step = byDigest.get(log.vertex());
      if (step != null) {
        step.output(
            log.stream() == 2 ? Output.Channel.STDERR : Output.Channel.STDOUT, log.bytes(), out);
      }
    }
    for (TraceMessage.Warning warning : message.warnings()) {
      BuildEvent.Warning event = warning(warning);
      if (warnings.size() < MOST_WARNINGS && warnings.add(event)) {
        out.add(event);
      }
    }
  }

  /// The step of a vertex. Several vertices with one label, as an ADD of an address has, are one step; of those without
  /// a label each is its own.
  private @Nullable TraceStep step(TraceMessage.Vertex vertex) {
    TraceStep known = byDigest.get(vertex.digest());
    if (known != null || byDigest.size() >= MOST_STEPS || vertex.digest().isEmpty()) {
      return known;
    }
    VertexName name = VertexName.of(vertex.name());
    String key = name.key();
    if (name.stage() == null) {
      for (int n = 2; byKey.containsKey(key); n++) {
        key = name.key() + "#" + n;
      }
    }
    TraceStep step = byKey.computeIfAbsent(key, k -> new TraceStep(name, k));
    byDigest.put(vertex.digest(), step);
    return step;
  }

  /// Within a message the order is arbitrary; people want to read causes before effects.
  private static List<TraceMessage.Vertex> inputsFirst(List<TraceMessage.Vertex> vertices) {
    Map<String, TraceMessage.Vertex> waiting = new LinkedHashMap<>();
    vertices.forEach(v -> waiting.putIfAbsent(v.digest(), v));
    List<TraceMessage.Vertex> sorted = new ArrayList<>();
    for (TraceMessage.Vertex vertex : vertices) {
      place(vertex, waiting, sorted, 0);
    }
    return sorted;
  }

  private static void place(
      TraceMessage.Vertex vertex,
      Map<String, TraceMessage.Vertex> waiting,
      List<TraceMessage.Vertex> sorted,
      int depth) {
    if (!waiting.remove(vertex.digest(), vertex)) {
      return;
    }
    for (String input : vertex.inputs()) {
      TraceMessage.Vertex needed = waiting.get(input);
      if (needed != null && depth < DEEPEST) {
        place(needed, waiting, sorted, depth + 1);
      }
    }
    sorted.add(vertex);
  }

  private static BuildEvent.Warning warning(TraceMessage.Warning warning) {
    String summary = warning.summary().replaceFirst(" \\(line \\d+\\)$", "");
    int colon = summary.indexOf(": ");
    boolean named = colon > 0 && summary.substring(0, colon).chars().allMatch(Character::isLetter);
    return new BuildEvent.Warning(
        named ? summary.substring(0, colon) : "",
        named ? summary.substring(colon + 2) : summary,
        warning.detail(),
        warning.url(),
        warning.lines());
  }

  @Override
  BuildOutcome failure(String why) {
    TraceStep failed = failedStep(why);
    BuildStep step = failed == null ? null : failed.step();
    return BuildFailure.of(why, step, failed == null ? List.of() : failed.lastLines());
  }

  /// When a step fails, those that run beside it are cancelled and say so in an error of their own.
  private @Nullable TraceStep failedStep(String why) {
    List<TraceStep> failed = byKey.values().stream().filter(s -> !s.error().isEmpty()).toList();
    return failed.stream()
        .filter(s -> why.contains(s.error()))
        .findFirst()
        .or(() -> failed.stream().filter(s -> !s.error().contains("context canceled")).findFirst())
        .orElse(null);
  }
}
