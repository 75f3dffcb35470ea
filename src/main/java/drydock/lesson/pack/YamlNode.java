// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// YAML with the line and column of every part, counted from 1.
sealed interface YamlNode {
  int line();

  int column();

  record Scalar(String text, Type type, int line, int column) implements YamlNode {}

  record Sequence(List<YamlNode> items, int line, int column) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  record Mapping(Map<String, Entry> entries, int line, int column) implements YamlNode {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  /// @param line the key's
  /// @param column the key's
  record Entry(int line, int column, YamlNode value) {}

  enum Type {
    TEXT,
    INTEGER,
    BOOLEAN,
    OTHER
  }
}
