// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A `RUN --mount=…`: fields of one CSV record, variables still in them.
///
/// @param fields in the order they are written
/// @param broken what is wrong with the CSV, in the words of Go's reader; null when nothing is
public record Mount(Flag flag, List<Field> fields, @Nullable String broken) {
  /// The types there are; the first is meant when none is given.
  public static final List<String> TYPES = List.of("bind", "cache", "tmpfs", "secret", "ssh");

  /// The names of fields, synonyms included.
  public static final List<String> KEYS =
      List.of(
          "type",
          "from",
          "source",
          "src",
          "target",
          "dst",
          "destination",
          "readonly",
          "ro",
          "readwrite",
          "rw",
          "required",
          "size",
          "id",
          "sharing",
          "mode",
          "uid",
          "gid",
          "env");

  /// Those that may stand without a value.
  public static final List<String> SWITCHES =
      List.of("readonly", "ro", "readwrite", "rw", "required");

  public static final List<String> SHARING = List.of("shared", "private", "locked");

  public Mount {
    fields = List.copyOf(fields);
  }

  /// @param text without CSV quotes
  /// @param key lower case
  /// @param value null without `=`
  public record Field(String text, String key, @Nullable String value) {}

  static Mount of(Flag flag) {
    String value = flag.value();
    List<String> record = new ArrayList<>();
    String broken = Csv.read(value == null ? "" : value, record);
    List<Field> fields = new ArrayList<>();
    for (String text : record) {
      int equals = text.indexOf('=');
      String key = (equals < 0 ? text : text.substring(0, equals)).toLowerCase(Locale.ROOT);
      fields.add(new Field(text, key, equals < 0 ? null : text.substring(equals + 1)));
    }
    return new Mount(flag, fields, broken);
  }

  /// The type, lower case; "bind" when none is given.
  public String type() {
    String type = value("type");
    return type == null ? TYPES.getFirst() : type.toLowerCase(Locale.ROOT);
  }

  /// The stage or image that the files come from, as written.
  public @Nullable String from() {
    return value("from");
  }

  /// The value of the last field that has one of these names.
  public @Nullable String value(String... keys) {
    String value = null;
    for (Field field : fields) {
      if (List.of(keys).contains(field.key())) {
        value = field.value() == null ? value : field.value();
      }
    }
    return value;
  }
}
