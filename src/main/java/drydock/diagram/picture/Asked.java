// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import com.fasterxml.jackson.databind.node.TextNode;
import drydock.diagram.Evidence;
import drydock.engine.EngineEvent;
import drydock.engine.Stats;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an engine is asked for facts, and by which line of the docker command.
final class Asked {
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private Asked() {}

  static Evidence info(String field, @Nullable Instant at) {
    return new Evidence("docker info", "GET /info", field, at);
  }

  static Evidence version(String field, @Nullable Instant at) {
    return new Evidence("docker version", "GET /version", field, at);
  }

  static Evidence container(String name, String field, @Nullable Instant at) {
    return new Evidence(
        "docker inspect " + word(name), "GET /containers/" + encoded(name) + "/json", field, at);
  }

  static Evidence stats(String name, String field, @Nullable Instant at) {
    return new Evidence(
        "docker stats --no-stream " + word(name),
        "GET /containers/" + encoded(name) + "/stats?stream=false",
        field,
        at);
  }

  /// Both numbers that the memory in use is the difference of, as the docker command reckons.
  static String memory(Stats stats, Stats.Memory memory) {
    String usage = "memory_stats.usage = " + memory.usageBytes();
    return switch (stats.cgroup()) {
      case 1 -> usage + " · memory_stats.stats.total_inactive_file = " + memory.inactiveFileBytes();
      case 2 -> usage + " · memory_stats.stats.inactive_file = " + memory.inactiveFileBytes();
      default -> usage;
    };
  }

  static Evidence top(String name, String arguments, String field, @Nullable Instant at) {
    return new Evidence(
        "docker top " + word(name) + " " + arguments,
        "GET /containers/" + encoded(name) + "/top?ps_args=" + encoded(arguments),
        field,
        at);
  }

  static Evidence exec(String name, List<String> command, String field, @Nullable Instant at) {
    return new Evidence(
        "docker exec " + word(name) + " " + words(command),
        "POST /containers/"
            + encoded(name)
            + "/exec {\"AttachStdout\":true,\"AttachStderr\":true,\"Tty\":true,\"Cmd\":["
            + command.stream().map(Asked::json).collect(Collectors.joining(","))
            + "]}",
        field,
        at);
  }

  static Evidence network(String name, String field, @Nullable Instant at) {
    return new Evidence(
        "docker network inspect " + word(name), "GET /networks/" + encoded(name), field, at);
  }

  static Evidence image(String name, String field, @Nullable Instant at) {
    return new Evidence(
        "docker image inspect " + word(name), "GET /images/" + encoded(name) + "/json", field, at);
  }

  static Evidence history(String image, String field, @Nullable Instant at) {
    return new Evidence(
        "docker history --no-trunc " + word(image),
        "GET /images/" + encoded(image) + "/history",
        field,
        at);
  }

  /// What a container's own layer takes; costs the engine a walk over it.
  static Evidence size(String container, String field, @Nullable Instant at) {
    return new Evidence(
        "docker inspect --size " + word(container),
        "GET /containers/" + encoded(container) + "/json?size=1",
        field,
        at);
  }

  /// In which paths a container differs from its image.
  static Evidence changes(String container, String field, @Nullable Instant at) {
    return new Evidence(
        "docker diff " + word(container),
        "GET /containers/" + encoded(container) + "/changes",
        field,
        at);
  }

  /// All files of an image, in an archive.
  static Evidence save(String image, String field, @Nullable Instant at) {
    return new Evidence(
        "docker save -o image.tar " + word(image),
        "GET /images/" + encoded(image) + "/get",
        field,
        at);
  }

  static Evidence build(BuildFacts facts, String field) {
    String tag = facts.tag().isEmpty() ? "" : "&t=" + encoded(facts.tag());
    return new Evidence(facts.command(), "POST /build?version=2" + tag, field, facts.at());
  }

  /// The one event, as long as the engine keeps it: Docker does the last 256.
  ///
  /// @param name what its container was called
  static Evidence event(EngineEvent event, String name, String field, Instant at) {
    Instant begin = event.at();
    Instant end = begin.plusMillis(1);
    String filters = "{\"container\":[" + json(name) + "]}";
    return new Evidence(
        "docker events --since " + begin + " --until " + end + " --filter container=" + word(name),
        "GET /events?since="
            + seconds(begin)
            + "&until="
            + seconds(end)
            + "&filters="
            + encoded(filters),
        field,
        at);
  }

  /// For a command line: in quotes when a terminal would take it for something else.
  static String word(String text) {
    return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  private static String words(List<String> command) {
    return command.stream().map(Asked::word).collect(Collectors.joining(" "));
  }

  private static String seconds(Instant at) {
    return "%d.%09d".formatted(at.getEpochSecond(), at.getNano());
  }

  /// A path keeps its slashes and colons: names of images have them.
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2F", "/")
        .replace("%3A", ":");
  }

  private static String json(String text) {
    return TextNode.valueOf(text).toString();
  }
}
