// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.Container;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.lesson.goal.Situation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;

/// Plays a lesson's moves on a real engine without Drydock's adapter, and looks at what came of them. Images get a tag of
/// this run in place of the lesson's.
final class RawBench {
  private static final Pattern EXIT = Pattern.compile("exit code: (\\d+)");

  private final Path folder;
  private final String lessonTag;
  private final String tag;
  private final List<String> containers = new ArrayList<>();
  private final List<String> built = new ArrayList<>();
  private @Nullable BuildState build;

  RawBench(Path folder, String lessonTag) {
    this.folder = folder;
    this.lessonTag = lessonTag;
    this.tag = "kiosk-test-" + ProcessHandle.current().pid() + ":dev";
  }

  void play(Move move) throws IOException {
    switch (move) {
      case Move.Write w -> Files.writeString(folder.resolve(w.path()), w.content());
      case Move.Build _ -> build();
      case Move.Run _ -> run();
      case Move.Delete _,
          Move.Act _,
          Move.Kill _,
          Move.Exec _,
          Move.Connect _,
          Move.Disconnect _,
          Move.Limit _,
          Move.MakeNetwork _,
          Move.RemoveNetwork _,
          Move.MakeVolume _,
          Move.RemoveVolume _,
          Move.Tag _,
          Move.RemoveImage _,
          Move.Wait _ ->
          throw new UnsupportedOperationException(move.command());
    }
  }

  private void build() throws IOException {
    String labels = json(Ownership.Kind.IMAGE);
    String path =
        "/build?version=2&t="
            + tag
            + "&labels="
            + URLEncoder.encode(labels, StandardCharsets.UTF_8);
    String answer = RawDocker.request("POST", path, tar()).text();
    BuildOutcome outcome = new BuildOutcome.Success("");
    // vertex names of the trace are plain text in the protobuf: enough to tell which steps were
    // carried out
    boolean copied = false;
    for (String line : answer.lines().toList()) {
      int json = line.indexOf('{');
      if (json < 0) {
        continue;
      }
      JsonNode node =
          new com.fasterxml.jackson.databind.ObjectMapper().readTree(line.substring(json));
      if (node.has("error")) {
        String message = node.get("error").asText();
        Matcher exit = EXIT.matcher(message);
        outcome = Situations.failed(exit.find() ? Integer.valueOf(exit.group(1)) : null, message);
      } else if ("moby.image.id".equals(node.path("id").asText())) {
        built.add(node.get("aux").get("ID").asText());
      } else if (node.path("aux").isTextual()) {
        String trace =
            new String(
                Base64.getDecoder().decode(node.get("aux").asText()), StandardCharsets.ISO_8859_1);
        copied |= trace.contains("] COPY index.html");
      }
    }
    Situations state = new Situations();
    build =
        (copied
                ? state.build(
                    outcome, Situations.step(2, "COPY index.html /www/", BuildState.Status.DONE))
                : state.build(outcome))
            .now()
            .build();
  }

  private static String json(Ownership.Kind kind) {
    return new ObjectMapper().valueToTree(Ownership.PLAIN.labels(kind)).toString();
  }

  private void run() {
    String body = "{\"Image\":\"%s\",\"Labels\":%s}".formatted(tag, json(Ownership.Kind.CONTAINER));
    String id = RawDocker.post("/containers/create", body).json().get("Id").asText();
    containers.add(id);
    RawDocker.post("/containers/" + id + "/start", "");
    for (int i = 0; i < 100 && !steady(id, i); i++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /// Ended, or still running after half a second.
  private static boolean steady(String id, int turn) {
    String status =
        RawDocker.get("/containers/" + id + "/json").json().get("State").get("Status").asText();
    return status.equals("exited") || (status.equals("running") && turn > 10);
  }

  Situation now() throws IOException {
    Situations s = new Situations();
    Map<String, Image> details = new LinkedHashMap<>();
    image("busybox:1.37", "busybox:1.37", s, details);
    image(tag, lessonTag, s, details);
    for (String id : containers) {
      JsonNode c = RawDocker.get("/containers/" + id + "/json").json();
      s.container(
          lessonTag,
          c.get("Image").asText(),
          Container.Status.valueOf(c.get("State").get("Status").asText().toUpperCase(Locale.ROOT)),
          c.get("State").get("ExitCode").asInt());
    }
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return new Situation(s.now().engine(), build, texts, details);
  }

  private static void image(String reference, String as, Situations s, Map<String, Image> details) {
    RawDocker.Answer answer = RawDocker.get("/images/" + reference + "/json");
    if (answer.status() != 200) {
      return;
    }
    JsonNode json = answer.json();
    JsonNode config = json.get("Config");
    String id = json.get("Id").asText();
    Map<String, String> labels = new LinkedHashMap<>();
    config.path("Labels").properties().forEach(l -> labels.put(l.getKey(), l.getValue().asText()));
    List<String> ports = new ArrayList<>();
    config.path("ExposedPorts").fieldNames().forEachRemaining(ports::add);
    s.image(
        as,
        id,
        Ownership.isOurs(labels, Ownership.Kind.IMAGE),
        texts(json.path("RootFS").path("Layers")).toArray(String[]::new));
    ImageSummary summary =
        java.util.Objects.requireNonNull(
            java.util.Objects.requireNonNull(s.now().engine()).images().get(id));
    details.put(
        id,
        new Image(
            summary,
            "linux",
            "",
            new Image.Config(
                texts(config.path("Env")),
                texts(config.path("Cmd")),
                texts(config.path("Entrypoint")),
                config.path("WorkingDir").asText(),
                config.path("User").asText(),
                ports,
                labels)));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(n -> texts.add(n.asText()));
    return texts;
  }

  private byte[] tar() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);
        Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        byte[] content = Files.readAllBytes(file);
        TarArchiveEntry entry = new TarArchiveEntry(file.getFileName().toString());
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  void clean() {
    for (String id : containers) {
      RawDocker.delete("/containers/" + id + "?force=1");
    }
    containers.clear();
    RawDocker.delete("/images/" + tag + "?force=1");
    // what the tag has left behind
    for (String id : built) {
      RawDocker.delete("/images/" + id + "?force=1");
    }
  }
}
