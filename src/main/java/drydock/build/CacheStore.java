// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.dockerfile.cache.BuiltSteps;
import drydock.dockerfile.cache.CacheRecord;
import drydock.dockerfile.cache.LastBuild;
import drydock.dockerfile.cache.Part;
import drydock.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known of engines' caches, one JSON file for each engine, replaced whole. A file that
/// cannot be understood counts as none: what it held comes again with the next builds.
final class CacheStore {
  static final int MOST_STEPS = 20_000;
  private static final int VERSION = 1;
  private static final int MOST_BUILDS = 100;
  private static final int MOST_STEPS_OF_BUILD = 1000;
  private static final long LARGEST = 32L << 20;
  private static final long OLDEST = Duration.ofDays(90).toSeconds();

  private final ObjectMapper json = new ObjectMapper();
  private final Path file;

  /// The last builds by Dockerfile, target included.
  private final Map<String, LastBuild> builds = new LinkedHashMap<>();

  private final BuiltSteps steps = new BuiltSteps(MOST_STEPS);

  private CacheStore(Path file) {
    this.file = file;
  }

  /// @param now in seconds since 1970; what is much older is left out
  static CacheStore open(Path file, long now) {
    CacheStore store = new CacheStore(file);
    store.read(now - OLDEST);
    return store;
  }

  CacheRecord record(String dockerfile) {
    return new CacheRecord(steps, builds.getOrDefault(Digests.of(dockerfile), LastBuild.NONE));
  }

  /// Takes in a record that has learned, and writes all.
  void save(String dockerfile, CacheRecord record) throws IOException {
    builds.put(Digests.of(dockerfile), record.last());
    while (builds.size() > MOST_BUILDS) {
      builds.entrySet().stream()
          .min(Comparator.comparingLong(e -> e.getValue().used()))
          .ifPresent(e -> builds.remove(e.getKey()));
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    AtomicFile.write(file, json.writeValueAsBytes(write()));
  }

  private void read(long oldest) {
    try {
      if (Files.size(file) <= LARGEST
          && json.readTree(file.toFile()) instanceof ObjectNode object
          && object.path("version").asInt() == VERSION) {
        object.path("steps").forEach(step -> readStep(step, oldest));
        object.path("builds").properties().stream()
            .limit(MOST_BUILDS)
            .forEach(entry -> readBuild(entry.getKey(), entry.getValue(), oldest));
      }
    } catch (NoSuchFileException | JsonProcessingException e) {
      // nothing was built yet, or what was written is lost: all is new
    } catch (IOException e) {
      // as if there were none
    }
  }

  private void readStep(JsonNode node, long oldest) {
    List<String> words = new ArrayList<>();
    node.forEach(word -> words.add(word.asText()));
    if (words.size() == 5 && node.get(4).isIntegralNumber() && node.get(4).asLong() >= oldest) {
      steps.add(
          new BuiltSteps.Built(
              words.get(0), words.get(1), words.get(2), words.get(3), node.get(4).asLong()));
    }
  }

  private void readBuild(String dockerfile, JsonNode node, long oldest) {
    long used = node.path("used").asLong();
    List<LastBuild.Step> all = new ArrayList<>();
    for (JsonNode step : node.path("steps")) {
      String key = step.path("key").asText();
      if (key.contains("/") && all.size() < MOST_STEPS_OF_BUILD) {
        List<Part> parts = new ArrayList<>();
        step.path("parts").forEach(part -> readPart(part, parts));
        all.add(
            new LastBuild.Step(
                key,
                step.path("instruction").asText(),
                step.path("operation").asText(),
                parts,
                step.path("completed").asBoolean(),
                step.path("whole").asBoolean()));
      }
    }
    if (used >= oldest) {
      builds.put(dockerfile, new LastBuild(all, used));
    }
  }

  private static void readPart(JsonNode node, List<Part> parts) {
    for (Part.Kind kind : Part.Kind.values()) {
      if (kind.name().equals(node.path(0).asText())) {
        parts.add(
            new Part(kind, node.path(1).asText(), node.path(2).asText(), node.path(3).asInt()));
      }
    }
  }

  private ObjectNode write() {
    ObjectNode object = json.createObjectNode().put("version", VERSION);
    ArrayNode all = object.putArray("steps");
    for (BuiltSteps.Built step : steps.all()) {
      all.addArray()
          .add(step.key())
          .add(step.base())
          .add(step.operation())
          .add(step.identity())
          .add(step.used());
    }
    ObjectNode last = object.putObject("builds");
    builds.forEach((dockerfile, build) -> write(build, last.putObject(dockerfile)));
    return object;
  }

  private static void write(LastBuild build, ObjectNode node) {
    node.put("used", build.used());
    ArrayNode all = node.putArray("steps");
    for (LastBuild.Step step : build.steps()) {
      ObjectNode object =
          all.addObject()
              .put("key", step.key())
              .put("instruction", step.instruction())
              .put("operation", step.operation())
              .put("completed", step.completed())
              .put("whole", step.whole());
      ArrayNode parts = object.putArray("parts");
      for (Part part : step.parts()) {
        parts
            .addArray()
            .add(part.kind().name())
            .add(part.name())
            .add(part.value())
            .add(part.line());
      }
    }
  }
}
