// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.engine.ApiVersion;
import drydock.lesson.Feature;
import drydock.lesson.Permission;
import drydock.lesson.Requires;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `requires` of a pack or a lesson.
final class RequiresReader {
  private static final Pattern API = Pattern.compile("[0-9]{1,4}\\.[0-9]{1,4}");

  private RequiresReader() {}

  static Requires read(@Nullable Fields fields) {
    if (fields == null) {
      return Requires.NOTHING;
    }
    String api = fields.optionalMatching("api", API, Messages.get("lesson.pack.rule.api"));
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    for (String word : fields.texts("features")) {
      Optional<Feature> feature =
          Arrays.stream(Feature.values()).filter(f -> f.word().equals(word)).findFirst();
      feature.ifPresentOrElse(
          features::add,
          () ->
              fields.problemAt(
                  "features",
                  Rule.FIELD_ONE_OF,
                  "features",
                  YamlReader.shown(word),
                  String.join(", ", Arrays.stream(Feature.values()).map(Feature::word).toList())));
    }
    List<Permission> permissions = new ArrayList<>();
    for (Fields each : fields.list("permissions")) {
      Permission.Kind kind = each.oneOf("kind", Permission.Kind.class);
      String why = each.text("why");
      each.end();
      if (kind != null) {
        permissions.add(new Permission(kind, why));
      }
    }
    fields.end();
    return new Requires(
        api == null ? null : ApiVersion.parse(api).orElse(null), features, permissions);
  }
}
