// SPDX-License-Identifier: Apache-2.0
package drydock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Scene;
import drydock.engine.RawDocker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// Goes over every element of a picture that names its evidence, asks the engine the same without Drydock in between,
/// and holds what was drawn against the answer. Where there is a `docker` command, the line of the evidence must work too.
final class Proof {
  /// What memory may have changed by since it was drawn.
  private static final long DRIFT = 6L << 20;

  private static final Pattern FIELD = Pattern.compile("(.+?) = (.*)", Pattern.DOTALL);
  private static final String NO_CACHE = "memory_stats.usage without inactive file cache";

  private final Map<String, JsonNode> answers = new TreeMap<>();
  private final Map<String, DockerLine> lines = new TreeMap<>();

  /// @return how many elements were proved, by the first word of their ids
  Map<String, Integer> of(Scene scene) {
    Map<String, Integer> proved = new TreeMap<>();
    for (Element element : scene.elements()) {
      Evidence evidence = element.about().evidence();
      if (evidence != null && evidence.request().matches("(GET|POST) /(?!build).*")) {
        try {
          prove(evidence);
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(element.id() + " says " + evidence, e);
        }
        proved.merge(element.id().split(":", 2)[0], 1, Integer::sum);
      }
    }
    return proved;
  }

  private void prove(Evidence evidence) {
    String path = evidence.request().split(" ", 2)[1];
    if (path.endsWith("/top")) {
      table(evidence, path);
    } else if (path.endsWith("/exec")) {
      executed(evidence);
    } else if (path.endsWith("/events")) {
      happened(evidence);
    } else if (path.endsWith("/stats")) {
      measured(evidence, path);
    } else {
      told(evidence, answer(path));
      line(evidence).succeeds();
    }
  }

  private JsonNode answer(String path) {
    return answers.computeIfAbsent(path, p -> RawDocker.get(p).json());
  }

  private DockerLine line(Evidence evidence) {
    return lines.computeIfAbsent(evidence.command(), DockerLine::new);
  }

  // --- fields of one answer

  private static void told(Evidence evidence, JsonNode answer) {
    String text = evidence.field();
    if (text.startsWith("Config.ExposedPorts has ")) {
      String port = text.split("[ ,]", 4)[2];
      assertThat(answer.at("/Config/ExposedPorts").has(port)).isTrue();
      return;
    }
    for (String part : text.split(" · | − ", -1)) {
      String array = part.startsWith("IPAM.Config: ") ? "IPAM.Config[0]." : "";
      for (String each : part.replaceFirst("^IPAM.Config: ", "").split(", (?=\\w+ = )", -1)) {
        Matcher field = matched(each);
        String drawn = field.group(2).replaceAll("^\"|\"$", "");
        assertThat(value(answer, array + field.group(1), drawn)).as(each).isEqualTo(drawn);
      }
    }
  }

  private static Matcher matched(String field) {
    Matcher matcher = FIELD.matcher(field);
    assertThat(matcher.matches()).as("a field and its value: %s", field).isTrue();
    return matcher;
  }

  /// As it would be drawn: times in the same way, published ports as doors, addresses without their networks' size.
  private static String value(JsonNode answer, String path, String drawn) {
    JsonNode node = answer;
    Matcher step = Pattern.compile("\\[\"([^\"]+)\"]|\\[(\\d+)]|([^.\\[]+)").matcher(path);
    while (step.find()) {
      node =
          step.group(2) != null
              ? node.path(Integer.parseInt(step.group(2)))
              : node.path(step.group(1) != null ? step.group(1) : step.group(3));
    }
    if (node.isArray()) {
      return String.join(
          ", ",
          StreamSupport.stream(node.spliterator(), false)
              .map(n -> door(n.path("HostIp").asText(), n.path("HostPort").asText()))
              .sorted()
              .toList());
    }
    assertThat(node.isValueNode()).as("%s is there", path).isTrue();
    String text = node.asText();
    if (drawn.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")) {
      return java.time.OffsetDateTime.parse(text).toInstant().toString();
    }
    return path.endsWith("Address") ? text.replaceFirst("/\\d+$", "") : text;
  }

  private static String door(String ip, String port) {
    String shown = ip.isEmpty() ? "0.0.0.0" : ip;
    return (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + port;
  }

  // --- other kinds of answers

  private void table(Evidence evidence, String path) {
    String[] line = evidence.command().split(" ", 4);
    JsonNode answer =
        answer(path + "?ps_args=" + URLEncoder.encode(line[3], StandardCharsets.UTF_8));
    Matcher field = matched(evidence.field());
    String container = path.replace("/top", "/json");
    List<String> titles = texts(answer.path("Titles"));
    int column = titles.indexOf(field.group(1));
    int pid = titles.indexOf("PID");
    assertThat(column).as("%s in %s", field.group(1), titles).isNotNegative();
    String first = answer(container).at("/State/Pid").asText();
    List<String> values = new ArrayList<>();
    for (JsonNode row : answer.path("Processes")) {
      List<String> cells = texts(row);
      if (column == pid || cells.get(pid).equals(first)) {
        values.add(cells.get(column));
      }
    }
    assertThat(values).contains(field.group(2));
    line(evidence).prints(field.group(2));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(n -> texts.add(n.asText()));
    return texts;
  }

  private static void executed(Evidence evidence) {
    String[] line = evidence.command().split(" ", 4);
    Inside.Answer answer = Inside.run(line[2], line[3].split(" "));
    String field = evidence.field();
    if (field.startsWith("ExitCode = ")) {
      assertThat("ExitCode = " + answer.code()).isEqualTo(field);
    } else if (field.startsWith("stdout = ")) {
      assertThat("stdout = " + answer.text().strip()).isEqualTo(field);
    } else if (field.startsWith("PID = ")) {
      assertThat(answer.text().lines().map(l -> l.strip().split(" ", 2)[0]))
          .contains(field.substring("PID = ".length()));
    } else {
      assertThat(answer.text()).contains(field);
    }
  }

  private void happened(Evidence evidence) {
    Matcher line =
        Pattern.compile("docker events --since (\\S+) --until (\\S+) --filter container=(\\S+)")
            .matcher(evidence.command());
    assertThat(line.matches()).as(evidence.command()).isTrue();
    line(evidence).succeeds();
    String filter =
        URLEncoder.encode("{\"container\":[\"" + line.group(3) + "\"]}", StandardCharsets.UTF_8);
    String query =
        "/events?since=%s&until=%s&filters=%s"
            .formatted(seconds(line.group(1)), seconds(line.group(2)), filter);
    List<AssertionError> wrong = new ArrayList<>();
    for (String event : RawDocker.get(query).text().lines().toList()) {
      try {
        told(evidence, new RawDocker.Answer(200, event).json());
        return;
      } catch (AssertionError e) {
        wrong.add(e);
      }
    }
    throw new AssertionError("no such event: " + wrong);
  }

  private static String seconds(String time) {
    java.time.Instant at = java.time.Instant.parse(time);
    return "%d.%09d".formatted(at.getEpochSecond(), at.getNano());
  }

  private void measured(Evidence evidence, String path) {
    JsonNode answer = answer(path + "?stream=false");
    for (String part : evidence.field().split(" · ", -1)) {
      Matcher field = matched(part);
      long drawn = Long.parseLong(field.group(2));
      if (field.group(1).equals(NO_CACHE)) {
        JsonNode memory = answer.path("memory_stats");
        JsonNode cache = memory.path("stats").path("total_inactive_file");
        long held =
            cache.isMissingNode()
                ? memory.path("stats").path("inactive_file").asLong()
                : cache.asLong();
        assertThat(memory.path("usage").asLong() - held).isBetween(drawn - DRIFT, drawn + DRIFT);
        continue;
      }
      String found = value(answer, field.group(1), field.group(2));
      long now = Long.parseLong(found);
      if (part.startsWith("cpu_stats.")) {
        assertThat(now).as("it only grows: %s", part).isGreaterThanOrEqualTo(drawn);
      } else if (part.startsWith("memory_stats.usage")) {
        assertThat(now).as(part).isBetween(drawn - DRIFT, drawn + DRIFT);
      } else {
        assertThat(now).as(part).isEqualTo(drawn);
      }
    }
  }
}
