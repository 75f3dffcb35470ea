// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Two builds of one folder side by side. Steps are found again by their key and words, then by
/// their words elsewhere, then by their key alone: never by BuildKit's digests, which change with
/// every context.
///
/// @param rows by the key of the later build's step
/// @param gone steps that only the build before had
record BuildDifference(Map<String, Row> rows, List<Row> gone) {
  /// A change of less is not worth telling.
  private static final double NOTHING = 0.3;

  /// @param before null when the step is new
  /// @param now null when it is gone
  record Row(BuildState.@Nullable Step before, BuildState.@Nullable Step now) {
    BuildState.Step step() {
      return now != null ? now : Objects.requireNonNull(before);
    }

    /// Whether the two did different things, or took noticeably different time.
    boolean differs() {
      if (before == null || now == null || before.status() != now.status()) {
        return true;
      }
      double a = seconds(before);
      double b = seconds(now);
      return Math.abs(a - b) > Math.max(NOTHING, 0.25 * Math.max(a, b));
    }
  }

  BuildDifference {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    gone = List.copyOf(gone);
  }

  static BuildDifference of(BuildState before, BuildState now) {
    Map<String, BuildState.Step> old = vertices(before);
    Map<String, BuildState.Step> fresh = vertices(now);
    Map<String, BuildState.Step> pairs = new HashMap<>();
    fresh.forEach(
        (key, step) -> {
          BuildState.Step same = old.get(key);
          if (same != null && sameName(same.step(), step.step())) {
            pairs.put(key, old.remove(key));
          }
        });
    Map<String, Deque<String>> byName = new HashMap<>();
    old.forEach(
        (key, step) ->
            byName.computeIfAbsent(step.step().name(), _ -> new ArrayDeque<>()).add(key));
    fresh.forEach(
        (key, step) -> {
          Deque<String> keys = byName.getOrDefault(step.step().name(), new ArrayDeque<>());
          if (!pairs.containsKey(key) && !keys.isEmpty()) {
            pairs.put(key, old.remove(keys.remove()));
          }
        });
    Map<String, Row> rows = new LinkedHashMap<>();
    fresh.forEach(
        (key, step) ->
            rows.put(
                key, new Row(pairs.containsKey(key) ? pairs.get(key) : old.remove(key), step)));
    return new BuildDifference(rows, old.values().stream().map(o -> new Row(o, null)).toList());
  }

  private static boolean sameName(BuildStep a, BuildStep b) {
    return a.name().equals(b.name());
  }

  private static Map<String, BuildState.Step> vertices(BuildState state) {
    Map<String, BuildState.Step> steps = new LinkedHashMap<>();
    state
        .steps()
        .forEach(
            (key, step) -> {
              if (GraphSteps.isVertex(step.step())) {
                steps.put(key, step);
              }
            });
    return steps;
  }

  /// What the step said in the build before; empty when it said the same, or was not there.
  String wordsBefore(String key) {
    Row row = rows.get(key);
    BuildState.Step before = row == null ? null : row.before();
    return row == null || before == null || sameName(row.step().step(), before.step())
        ? ""
        : before.step().name();
  }

  static double seconds(BuildState.Step step) {
    Duration took = step.took();
    return took == null ? 0 : took.toMillis() / 1000.0;
  }
}
