// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.goal.Demand;
import drydock.lesson.goal.Goal;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sizes, processors and ranges of them.
final class Amounts {
  static final int MANY = 1_000_000;
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([bkmg]?)");
  private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,9})?");

  private Amounts() {}

  /// A limit; 0 when the field is not there.
  static long limit(Fields fields, String name, Demand.Resource resource) {
    YamlNode.Scalar scalar = fields.scalar(name);
    return scalar == null ? 0 : value(fields, name, scalar, resource);
  }

  /// `64m`, or `{min: 32m, max: 64m}`, or `none`; null when the field is not there.
  static Demand.@Nullable Amount range(Fields fields, String name, Demand.Resource resource) {
    if (!fields.has(name)) {
      fields.scalar(name);
      return null;
    }
    if (fields.isMapping(name)) {
      Fields range = fields.mapping(name);
      return range == null ? null : range(range, resource);
    }
    YamlNode.Scalar scalar = fields.scalar(name);
    if (scalar == null || scalar.text().equals("none")) {
      return Demand.Amount.NONE;
    }
    long exact = value(fields, name, scalar, resource);
    return new Demand.Amount(exact, exact);
  }

  private static Demand.Amount range(Fields range, Demand.Resource resource) {
    YamlNode.Scalar min = range.scalar("min");
    YamlNode.Scalar max = range.scalar("max");
    range.end();
    long from = min == null ? 0 : value(range, "min", min, resource);
    long to = max == null ? Long.MAX_VALUE : value(range, "max", max, resource);
    if ((min == null && max == null) || from > to) {
      range.problem(Rule.FIELD_RANGE);
    }
    return new Demand.Amount(from, to);
  }

  /// `{min: 1, max: 3}`; null when the field is not there.
  static Goal.@Nullable Count count(Fields fields, String name) {
    Fields range = fields.mapping(name);
    if (range == null) {
      return null;
    }
    Integer min = range.optionalInteger("min", 0, MANY);
    Integer max = range.optionalInteger("max", 0, MANY);
    range.end();
    if ((min == null && max == null) || (min != null && max != null && min > max)) {
      range.problem(Rule.FIELD_RANGE);
    }
    return new Goal.Count(min == null ? 0 : min, max == null ? Integer.MAX_VALUE : max);
  }

  private static long value(
      Fields fields, String name, YamlNode.Scalar scalar, Demand.Resource resource) {
    String text = scalar.text().toLowerCase(Locale.ROOT);
    return switch (resource) {
      case MEMORY -> {
        Matcher size = SIZE.matcher(text);
        if (!size.matches()) {
          fields.problemAt(name, Rule.FIELD_AMOUNT, name, "64m");
          yield 1;
        }
        yield Long.parseLong(size.group(1)) << shift(size.group(2));
      }
      case CPUS -> {
        if (!DECIMAL.matcher(text).matches()) {
          fields.problemAt(name, Rule.FIELD_AMOUNT, name, "0.5");
          yield 1;
        }
        yield new BigDecimal(text).movePointRight(9).longValue();
      }
      case PIDS -> {
        if (!text.matches("[0-9]{1,7}")) {
          fields.problemAt(name, Rule.FIELD_AMOUNT, name, "20");
          yield 1;
        }
        yield Long.parseLong(text);
      }
    };
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "k" -> 10;
      case "m" -> 20;
      case "g" -> 30;
      default -> 0;
    };
  }
}
