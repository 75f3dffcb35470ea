// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The flags of each instruction, and since which version of the Dockerfile syntax it has them (BuildKit's
/// `docs/reference.md`).
public final class FlagTable {
  /// What a flag takes.
  public enum Kind {
    /// `--link`, `--link=false`
    SWITCH,
    /// `--from=x`, once
    VALUE,
    /// `--mount=…`, as often as wanted
    VALUES
  }

  /// @param minor the second number of the first version 1.N that has it; 0 when it was always there
  /// @param values what may be chosen from; empty when anything may be written
  public record Known(String name, Kind kind, int minor, List<String> values) {
    public Known {
      values = List.copyOf(values);
    }

    /// "1.4"
    public String since() {
      return "1." + minor;
    }
  }

  /// The second number of the newest version 1.N that this table knows.
  public static final int NEWEST = 20;

  /// The second number of the version 1.N built into Docker 28.5, which reads a file without `# syntax=`.
  public static final int BUILT_IN = 19;

  /// Later than any: a flag that only "labs" versions have.
  private static final int LABS = 1000;

  private static final Pattern OFFICIAL =
      Pattern.compile("(?:docker\\.io/)?docker/dockerfile(?::(\\d+)(?:\\.(\\d+))?[^-]*)?(-labs)?");
  private static final Map<String, List<Known>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("FROM", List.of(value("platform", 0)));
    ALL.put(
        "RUN",
        List.of(
            new Known("mount", Kind.VALUES, 2, List.of()),
            new Known("network", Kind.VALUE, 3, List.of("default", "none", "host")),
            new Known("security", Kind.VALUE, 20, List.of("sandbox", "insecure")),
            new Known("device", Kind.VALUES, 14, List.of())));
    ALL.put(
        "COPY",
        List.of(
            value("from", 0),
            value("chown", 0),
            value("chmod", 2),
            new Known("link", Kind.SWITCH, 4, List.of()),
            new Known("parents", Kind.SWITCH, 20, List.of()),
            new Known("exclude", Kind.VALUES, 19, List.of())));
    ALL.put(
        "ADD",
        List.of(
            value("chown", 0),
            value("chmod", 2),
            new Known("link", Kind.SWITCH, 4, List.of()),
            new Known("keep-git-dir", Kind.SWITCH, 1, List.of()),
            value("checksum", 6),
            new Known("unpack", Kind.SWITCH, 17, List.of()),
            new Known("exclude", Kind.VALUES, 19, List.of())));
    ALL.put(
        "HEALTHCHECK",
        List.of(
            value("interval", 0),
            value("timeout", 0),
            value("start-period", 0),
            value("start-interval", 0),
            value("retries", 0)));
  }

  private static Known value(String name, int minor) {
    return new Known(name, Kind.VALUE, minor, List.of());
  }

  private final int minor;

  private FlagTable(int minor) {
    this.minor = minor;
  }

  /// All flags of an instruction, whatever version.
  ///
  /// @param keyword upper case
  public static List<Known> of(String keyword) {
    return ALL.getOrDefault(keyword, List.of());
  }

  /// The flags that the frontend in force knows: of `# syntax=docker/dockerfile:1.N` those of 1.N, of any other frontend
  /// all, without one those of Docker 28.5.
  public static FlagTable of(List<Directive> directives) {
    for (Directive directive : directives) {
      if (directive.name().equals("syntax")) {
        return new FlagTable(minor(directive.value().split("\\s", 2)[0]));
      }
    }
    return new FlagTable(BUILT_IN);
  }

  private static int minor(String image) {
    Matcher matcher = OFFICIAL.matcher(image);
    boolean exact = matcher.matches() && "1".equals(matcher.group(1)) && matcher.group(3) == null;
    String number = exact ? matcher.group(2) : null;
    return number == null || number.length() > 3 ? LABS : Integer.parseInt(number);
  }

  /// The flags that an instruction may have in this version.
  public List<Known> known(String keyword) {
    List<Known> known = new ArrayList<>();
    for (Known flag : of(keyword)) {
      if (flag.minor <= minor) {
        known.add(flag);
      }
    }
    return known;
  }

  /// The flag of this name that an instruction may have in this version.
  public @Nullable Known find(String keyword, String name) {
    return known(keyword).stream().filter(f -> f.name.equals(name)).findFirst().orElse(null);
  }
}
