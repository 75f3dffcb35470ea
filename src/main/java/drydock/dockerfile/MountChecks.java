// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.Problem.Code;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the builder refuses about a mount once its variables are replaced. Source:
/// `frontend/dockerfile/instructions/commands_runmount.go`.
final class MountChecks {
  private static final Pattern ROOT = Pattern.compile("[/.]+");
  private static final Pattern SIZE = Pattern.compile("(?i)[0-9]+(\\.[0-9]+)?\\s*([kmgtp]i?)?b?");
  private static final Pattern OCTAL = Pattern.compile("[0-7]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Set<String> BOOLEANS =
      Set.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");

  /// Where problems go.
  interface Sink {
    void add(Code code, String sentence);
  }

  private final Mount mount;
  private final Scope scope;
  private final Sink sink;
  private String type = Mount.TYPES.getFirst();
  private boolean targeted;
  private boolean known = true;

  MountChecks(Mount mount, Scope scope, Sink sink) {
    this.mount = mount;
    this.scope = scope;
    this.sink = sink;
  }

  void check() {
    for (Mount.Field field : mount.fields()) {
      String mistake = field.value() == null ? bare(field) : valued(field, field.value());
      if (mistake != null) {
        sink.add(mistake.startsWith("failed to process") ? Code.EXPANSION : Code.MOUNT, mistake);
        return;
      }
    }
    String mistake = known && mount.broken() == null ? whole() : null;
    if (mistake != null) {
      sink.add(Code.MOUNT, mistake);
    }
  }

  private @Nullable String bare(Mount.Field field) {
    if (!Mount.SWITCHES.contains(field.key())) {
      return "invalid field '" + field.text() + "' must be a key=value pair";
    }
    return field.key().equals("required") ? onlyFor(field.key(), "secret", "ssh") : null;
  }

  private @Nullable String valued(Mount.Field field, String written) {
    Expansion expansion = scope.expand(written);
    String value = expansion.text();
    String key = field.key();
    if (expansion.error() != null) {
      return expansion.error();
    }
    if (!expansion.known()) {
      known = false;
      return Mount.KEYS.contains(key) ? null : unexpected(field);
    }
    return switch (key) {
      case "type" -> {
        type = value.toLowerCase(Locale.ROOT);
        yield Mount.TYPES.contains(type) ? null : unsupported("mount type", value, Mount.TYPES);
      }
      case "from", "source", "src", "id", "env" -> null;
      case "target", "dst", "destination" -> {
        targeted = !value.isEmpty() && !ROOT.matcher(value).matches();
        yield null;
      }
      case "readonly", "ro", "readwrite", "rw" -> bool(key, value);
      case "required" -> {
        String wrong = onlyFor(key, "secret", "ssh");
        yield wrong == null ? bool(key, value) : wrong;
      }
      case "size" -> {
        String wrong = onlyFor(key, "tmpfs");
        boolean size = SIZE.matcher(value).matches();
        yield wrong != null || size ? wrong : "invalid value for size: " + value;
      }
      case "sharing" ->
          Mount.SHARING.contains(value.toLowerCase(Locale.ROOT))
              ? null
              : unsupported("sharing value", value, Mount.SHARING);
      case "mode" -> OCTAL.matcher(value).matches() ? null : "invalid value " + value + " for mode";
      case "uid", "gid" ->
          NUMBER.matcher(value).matches() ? null : "invalid value " + value + " for " + key;
      default -> unexpected(field);
    };
  }

  private @Nullable String whole() {
    if (Set.of("bind", "tmpfs").contains(type)) {
      for (String key : List.of("mode", "uid", "gid")) {
        if (mount.value(key) != null) {
          return key + " not allowed for " + Chars.quote(type) + " type mounts";
        }
      }
    }
    if (type.equals("secret")) {
      if (mount.value("from") != null) {
        return "secret mount should not have a from";
      }
      if (mount.value("sharing") != null) {
        return "secret mount should not define sharing";
      }
      if (mount.value("source", "src") == null && !targeted && mount.value("id") == null) {
        return "invalid secret mount. one of source, target required";
      }
      if (mount.value("source", "src") != null && mount.value("id") != null) {
        return "both source and id can't be set";
      }
    }
    if (mount.value("sharing") != null && !type.equals("cache")) {
      return "invalid cache sharing set for " + type + " mount";
    }
    boolean needsTarget = Set.of("bind", "cache", "tmpfs").contains(type);
    return needsTarget && !targeted ? "invalid mount target \"/\"" : null;
  }

  private @Nullable String onlyFor(String key, String... types) {
    return List.of(types).contains(type)
        ? null
        : "unexpected key '" + key + "' for mount type '" + type + "'";
  }

  private static @Nullable String bool(String key, String value) {
    return BOOLEANS.contains(value) ? null : "invalid value for " + key + ": " + value;
  }

  private static String unexpected(Mount.Field field) {
    return "unexpected key '%s' in '%s'%s"
        .formatted(
            field.key(),
            field.text(),
            Suggestion.words(Suggestion.nearest(field.key(), Mount.KEYS)));
  }

  private static String unsupported(String what, String value, List<String> allowed) {
    return "unsupported %s %s%s"
        .formatted(what, Chars.quote(value), Suggestion.words(Suggestion.nearest(value, allowed)));
  }
}
