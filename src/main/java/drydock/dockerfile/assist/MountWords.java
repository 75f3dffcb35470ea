// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Mount;
import drydock.dockerfile.assist.Proposal.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The fields of `RUN --mount=`.
final class MountWords {
  private static final List<String> CACHES =
      List.of(
          "/root/.cache",
          "/root/.cache/pip",
          "/root/.cache/go-build",
          "/go/pkg/mod",
          "/root/.npm",
          "/root/.m2",
          "/root/.gradle",
          "/usr/local/cargo/registry",
          "/var/cache/apt",
          "/var/lib/apt");

  private final NameWords names;
  private final PathWords paths;

  MountWords(NameWords names, PathWords paths) {
    this.names = names;
    this.paths = paths;
  }

  /// @param value all of the flag's value
  Completion in(Cursor value) {
    List<String> others = new ArrayList<>(Arrays.asList(value.word().split(",", -1)));
    Cursor field = value.behind(",\"'").upTo(",\"'");
    others.remove(field.word());
    int equals = field.word().indexOf('=');
    if (equals < 0 || field.index() <= field.from() + equals) {
      Cursor key = equals < 0 ? field : field.within(field.from(), field.from() + equals);
      return Completion.of(key.span(), key.typed(), keys(others, equals >= 0));
    }
    String key = field.word().substring(0, equals).toLowerCase(Locale.ROOT);
    Cursor chosen = field.within(field.from() + equals + 1, field.to());
    if (List.of("source", "src").contains(key) && isOfContext(others)) {
      return paths.complete(chosen);
    }
    return Completion.of(chosen.span(), chosen.typed(), values(key, type(others)));
  }

  private static String type(List<String> fields) {
    return fields.stream()
        .filter(field -> field.toLowerCase(Locale.ROOT).startsWith("type="))
        .map(field -> field.substring("type=".length()).toLowerCase(Locale.ROOT))
        .reduce("bind", (_, last) -> last);
  }

  private static boolean isOfContext(List<String> fields) {
    return type(fields).equals("bind") && fields.stream().noneMatch(f -> f.startsWith("from="));
  }

  private static List<String> keysOf(String type) {
    return switch (type) {
      case "cache" ->
          List.of("target", "id", "sharing", "from", "source", "mode", "uid", "gid", "readonly");
      case "tmpfs" -> List.of("target", "size");
      case "secret" -> List.of("id", "target", "env", "required", "mode", "uid", "gid");
      case "ssh" -> List.of("id", "target", "required", "mode", "uid", "gid");
      default -> List.of("source", "target", "from", "readwrite");
    };
  }

  private static List<Proposal> keys(List<String> others, boolean hasValue) {
    List<String> given = others.stream().map(f -> f.split("=", 2)[0]).toList();
    List<String> keys = new ArrayList<>(given.contains("type") ? List.of() : List.of("type"));
    keys.addAll(keysOf(type(others)));
    keys.removeAll(given);
    return keys.stream()
        .map(
            key ->
                Proposal.of(
                    Kind.FLAG,
                    key,
                    "",
                    Meanings.mountField(key),
                    hasValue || Mount.SWITCHES.contains(key) ? key : key + "="))
        .toList();
  }

  private List<Proposal> values(String key, String type) {
    return switch (key) {
      case "type" ->
          Mount.TYPES.stream().map(t -> Proposal.value(t, Meanings.mountType(t))).toList();
      case "sharing" ->
          Mount.SHARING.stream()
              .map(s -> Proposal.value(s, Meanings.mountField("sharing")))
              .toList();
      case "from" -> names.sources();
      case "target", "dst", "destination" ->
          type.equals("cache") ? FlagWords.simple(CACHES) : List.of();
      case "required", "readonly", "ro", "readwrite", "rw" ->
          FlagWords.simple(List.of("true", "false"));
      default -> List.of();
    };
  }
}
