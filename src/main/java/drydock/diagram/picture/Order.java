// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.dockerfile.BuildPlan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The order in which steps are read, whatever order the builder named them in: by stage, then by
/// their place in it; what is not built comes last.
final class Order {
  private static final Pattern FROM_OPTION = Pattern.compile("(?:--|[,=])from=([^\\s,]+)");
  private static final Pattern PLACE = Pattern.compile("/(\\d{1,9})(?:\\+(\\d{1,9}))?$");

  private Order() {}

  static Comparator<Step> of(BuildPlan plan, List<Step> steps) {
    Map<String, Integer> stages = new HashMap<>();
    plan.stages().forEach(stage -> stages.putIfAbsent(stage.name(), stage.firstLine()));
    for (Step step : steps) {
      int line = step.firstLine() == null ? Integer.MAX_VALUE : step.firstLine();
      stages.merge(step.stage(), line, Math::min);
    }
    return Comparator.comparing(Step::isUnused)
        .thenComparingInt(s -> stages.getOrDefault(s.stage(), Integer.MAX_VALUE))
        .thenComparing(s -> !s.isInstruction())
        .thenComparing(Step::stage)
        .thenComparingInt(s -> place(s.key(), 1))
        .thenComparingInt(s -> place(s.key(), 2));
  }

  private static int place(String key, int group) {
    var place = PLACE.matcher(key);
    return place.find() && place.group(group) != null ? Integer.parseInt(place.group(group)) : 0;
  }

  /// The names after `--from=` and in `--mount=from=`, in lower case.
  static List<String> copiesFrom(String instruction) {
    return FROM_OPTION
        .matcher(instruction)
        .results()
        .map(r -> r.group(1).toLowerCase(Locale.ROOT))
        .toList();
  }
}
