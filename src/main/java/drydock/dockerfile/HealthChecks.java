// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.Problem.Code;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What BuildKit refuses about a HEALTHCHECK.
final class HealthChecks {
  private static final Pattern PART =
      Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
  private static final Pattern UNITLESS = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([^\\d.]*)");
  private static final Pattern RETRIES = Pattern.compile("[+-]?[0-9]+");
  private static final int LONGEST = 30;

  private final Instruction.Healthcheck health;
  private final Checks checks;

  HealthChecks(Instruction.Healthcheck health, Checks checks) {
    this.health = health;
    this.checks = checks;
  }

  void check() {
    Word type = health.type();
    if (type == null) {
      checks.missing("at least one argument");
      return;
    }
    String name = type.text().toUpperCase(Locale.ROOT);
    if (name.equals("NONE")) {
      if (!isEmpty()) {
        add(health.arguments(), "HEALTHCHECK NONE takes no arguments");
      }
      return;
    }
    checks.flags();
    if (!name.equals("CMD")) {
      add(type, "Unknown type " + Chars.quote(name) + " in HEALTHCHECK (try CMD)");
    } else if (isEmpty()) {
      add(type, "Missing command after HEALTHCHECK CMD");
    }
    for (String flag : List.of("interval", "timeout", "start-period", "start-interval")) {
      duration(flag);
    }
    retries();
  }

  private boolean isEmpty() {
    return switch (health.command()) {
      case Form.Exec exec -> exec.words().isEmpty();
      case Form.Shell shell -> shell.command().isEmpty();
    };
  }

  private void duration(String name) {
    Flag flag = flag(name);
    String value = flag == null ? null : flag.value();
    if (flag == null || value == null || value.isEmpty()) {
      return;
    }
    BigDecimal seconds = seconds(value);
    if (seconds == null) {
      add(flag.word(), "time: " + mistake(value));
    } else if (seconds.signum() != 0 && seconds.compareTo(new BigDecimal("0.001")) < 0) {
      add(flag.word(), "Interval " + Chars.quote(name) + " cannot be less than 1ms");
    }
  }

  /// What Go's `time.ParseDuration` says.
  private static String mistake(String value) {
    Matcher number = UNITLESS.matcher(value.replaceFirst("^[+-]", ""));
    int at = 0;
    while (number.find() && number.start() == at) {
      at = number.end();
      String unit = number.group(2);
      if (unit.isEmpty()) {
        return "missing unit in duration " + Chars.quote(value);
      }
      if (!PART.matcher("1" + unit).matches()) {
        return "unknown unit " + Chars.quote(unit) + " in duration " + Chars.quote(value);
      }
    }
    return "invalid duration " + Chars.quote(value);
  }

  /// How long that is; null when it is no duration in Go's notation.
  static @Nullable BigDecimal seconds(String value) {
    String rest = value.replaceFirst("^[+-]", "");
    if (rest.equals("0")) {
      return BigDecimal.ZERO;
    }
    Matcher part = PART.matcher(rest);
    BigDecimal sum = BigDecimal.ZERO;
    int at = 0;
    while (at < rest.length()) {
      if (rest.length() > LONGEST || !part.find(at) || part.start() != at) {
        return null;
      }
      sum = sum.add(new BigDecimal(part.group(1)).multiply(unit(part.group(2))));
      at = part.end();
    }
    return rest.isEmpty() ? null : value.startsWith("-") ? sum.negate() : sum;
  }

  private static BigDecimal unit(String unit) {
    return new BigDecimal(
        switch (unit) {
          case "ns" -> "1e-9";
          case "ms" -> "1e-3";
          case "s" -> "1";
          case "m" -> "60";
          case "h" -> "3600";
          default -> "1e-6";
        });
  }

  private void retries() {
    Flag flag = flag("retries");
    String value = flag == null ? null : flag.value();
    if (flag == null || value == null || value.isEmpty()) {
      return;
    }
    if (!RETRIES.matcher(value).matches()) {
      add(flag.word(), "strconv.ParseInt: parsing " + Chars.quote(value) + ": invalid syntax");
      return;
    }
    // digits that cannot fit are not worth a number
    BigDecimal number =
        value.length() > LONGEST ? BigDecimal.valueOf(Long.MAX_VALUE) : new BigDecimal(value);
    if (number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
        || number.compareTo(BigDecimal.valueOf(Integer.MIN_VALUE)) < 0) {
      add(flag.word(), "strconv.ParseInt: parsing " + Chars.quote(value) + ": value out of range");
    } else if (number.signum() < 0) {
      add(flag.word(), "--retries cannot be negative (" + number + ")");
    }
  }

  private @Nullable Flag flag(String name) {
    return health.flags().stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
  }

  private void add(Word word, String sentence) {
    checks.add(Code.HEALTHCHECK, word, sentence);
  }
}
