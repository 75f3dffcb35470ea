// SPDX-License-Identifier: Apache-2.0
package drydock.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.files.AtomicFile;
import drydock.messages.Language;
import drydock.settings.Settings.Appearance;
import drydock.settings.Settings.Notes;
import drydock.settings.Settings.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Settings as a JSON file, replaced whole or not at all. Fields that this version does not know survive; a field with a
/// wrong value gets its default; a file that cannot be read is kept beside it as `settings.json.broken`. The caller
/// decides how often to save.
public final class SettingsStore {
  private static final int MAX_BYTES = 1024 * 1024;
  private static final int MAX_ITEMS = 100;

  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private final Path file;
  private ObjectNode known = json.createObjectNode();

  public SettingsStore(Path folder) {
    this.file = folder.resolve("settings.json");
  }

  /// The settings of the file; the defaults when there is none or it is broken.
  ///
  /// @throws IOException when a file is there and the system does not let it be read or set aside
  public synchronized Settings load() throws IOException {
    try {
      if (Files.size(file) <= MAX_BYTES
          && json.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
        known = object;
        return read(object);
      }
    } catch (NoSuchFileException e) {
      return Settings.DEFAULT;
    } catch (JsonProcessingException e) {
      // no JSON: set aside below
      known = json.createObjectNode();
    }
    Files.move(
        file, file.resolveSibling("settings.json.broken"), StandardCopyOption.REPLACE_EXISTING);
    return Settings.DEFAULT;
  }

  /// As [#load], for whoever only wants to know: a file that cannot be read stays where it is, and counts as none.
  public synchronized Settings look() {
    try {
      return Files.size(file) <= MAX_BYTES
              && json.readTree(file.toFile()) instanceof ObjectNode object
          ? read(object)
          : Settings.DEFAULT;
    } catch (IOException e) {
      return Settings.DEFAULT;
    }
  }

  public synchronized void save(Settings settings) throws IOException {
    write(settings, known);
    Files.createDirectories(file.toAbsolutePath().getParent());
    AtomicFile.write(file, json.writeValueAsBytes(known));
  }

  private static Settings read(ObjectNode object) {
    Settings usual = Settings.DEFAULT;
    JsonNode window = object.path("window");
    Map<String, List<Double>> dividers = new HashMap<>();
    object.path("dividers").properties().stream()
        .limit(MAX_ITEMS)
        .forEach(entry -> dividers.put(entry.getKey(), positions(entry.getValue())));
    return new Settings(
        appearance(object.path("appearance").asText()),
        new Window(
            window.path("width").asDouble(usual.window().width()),
            window.path("height").asDouble(usual.window().height()),
            window.path("maximized").asBoolean()),
        dividers,
        words(object.path("collapsed")),
        object.path("fontSize").asInt(usual.fontSize()),
        object.path("zoom").asInt(usual.zoom()),
        object.path("calm").asBoolean(),
        language(object.path("language").asText()),
        text(object, "lesson"),
        path(text(object, "workspaces")),
        text(object, "engine"),
        words(object.path("closedHints")),
        notes(object.path("notes")));
  }

  private static Appearance appearance(String word) {
    return Arrays.stream(Appearance.values())
        .filter(a -> word(a).equals(word))
        .findFirst()
        .orElse(Settings.DEFAULT.appearance());
  }

  private static Language language(String word) {
    return Arrays.stream(Language.values())
        .filter(l -> word(l).equals(word))
        .findFirst()
        .orElse(Settings.DEFAULT.language());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Notes notes(JsonNode object) {
    return object.isObject()
        ? new Notes(
            object.path("x").asDouble(),
            object.path("y").asDouble(),
            object.path("width").asDouble(),
            object.path("height").asDouble(),
            object.path("percent").asInt())
        : null;
  }

  private static Set<String> words(JsonNode array) {
    Set<String> words = new TreeSet<>();
    for (JsonNode word : array) {
      if (words.size() < MAX_ITEMS) {
        words.add(word.asText());
      }
    }
    return words;
  }

  private static List<Double> positions(JsonNode array) {
    List<Double> positions = new ArrayList<>();
    for (JsonNode position : array) {
      if (position.isNumber() && positions.size() < MAX_ITEMS) {
        positions.add(Math.clamp(position.asDouble(), 0, 1));
      }
    }
    return positions;
  }

  private static @Nullable String text(ObjectNode object, String field) {
    JsonNode value = object.path(field);
    return value.isTextual() ? value.asText() : null;
  }

  private static @Nullable Path path(@Nullable String text) {
    try {
      return text == null ? null : Path.of(text);
    } catch (InvalidPathException e) {
      // of another system perhaps: as if it were not there
      return null;
    }
  }

  private static void write(Settings settings, ObjectNode object) {
    object.put("appearance", word(settings.appearance()));
    object
        .putObject("window")
        .put("width", settings.window().width())
        .put("height", settings.window().height())
        .put("maximized", settings.window().maximized());
    ObjectNode dividers = object.putObject("dividers");
    settings
        .dividers()
        .forEach(
            (pane, positions) -> {
              ArrayNode array = dividers.putArray(pane);
              positions.forEach(array::add);
            });
    ArrayNode collapsed = object.putArray("collapsed");
    settings.collapsed().stream().sorted().forEach(collapsed::add);
    ArrayNode closedHints = object.putArray("closedHints");
    settings.closedHints().stream().sorted().forEach(closedHints::add);
    object.put("fontSize", settings.fontSize());
    object.put("zoom", settings.zoom());
    object.put("calm", settings.calm());
    object.put("language", word(settings.language()));
    object.put("lesson", settings.lesson());
    object.put(
        "workspaces", settings.workspaces() == null ? null : settings.workspaces().toString());
    object.put("engine", settings.engine());
    Notes notes = settings.notes();
    if (notes != null) {
      object
          .putObject("notes")
          .put("x", notes.x())
          .put("y", notes.y())
          .put("width", notes.width())
          .put("height", notes.height())
          .put("percent", notes.percent());
    }
  }
}
