// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds what a build has completed to the steps that its engine has built.
final class Learning {
  private final BuiltSteps built;
  private final long now;
  private final Map<String, String> results = new HashMap<>();

  /// @param now in seconds since 1970
  Learning(BuiltSteps built, long now) {
    this.built = built;
    this.now = now;
  }

  /// @param completed the truths of steps that came to their end, by their keys
  void learn(List<StepKey> steps, Map<String, Truth> completed) {
    for (StepKey step : steps) {
      String result = result(step, completed.get(step.step().key()));
      if (result != null) {
        results.put(step.step().key(), result);
      }
    }
  }

  private @Nullable String result(StepKey step, @Nullable Truth truth) {
    if (step.isBase()) {
      return step.unknown() == null ? step.operation() : null;
    }
    String parent = step.parent().isEmpty() ? Identity.NOTHING : results.get(step.parent());
    if (parent == null || step.unknown() != null) {
      return null;
    }
    String base = Identity.base(step, parent);
    List<String> artifacts = new ArrayList<>();
    for (Artifact artifact : step.artifacts()) {
      String identity = identity(artifact);
      if (identity == null) {
        return null;
      }
      artifacts.add(identity);
    }
    String key = Identity.key(base, artifacts);
    String known = built.identity(key);
    if (truth == null && known == null) {
      return null;
    }
    String identity = known == null ? identity(base, key, truth, artifacts) : known;
    built.add(new BuiltSteps.Built(key, base, step.operation(), identity, now));
    return Identity.result(step, parent, identity);
  }

  /// When it was reused though its key is new, its files from elsewhere were those of another key:
  /// if there is one only, it is that one.
  private String identity(String base, String key, @Nullable Truth truth, List<String> artifacts) {
    Set<String> others = built.ofBase(base);
    boolean same = truth == Truth.REUSED && !artifacts.isEmpty() && others.size() == 1;
    return same ? others.iterator().next() : key;
  }

  private @Nullable String identity(Artifact artifact) {
    return switch (artifact) {
      // what was answered is not told: each build's answer is taken for a new one
      case Artifact.OfNetwork network -> Digest.of(network.address(), Long.toString(now));
      case Artifact.OfImage image ->
          image.identity() == null ? null : Identity.selected(image.identity(), image);
      case Artifact.OfStage stage -> {
        String result = stage.step().isEmpty() ? Identity.NOTHING : results.get(stage.step());
        yield result == null ? null : Identity.selected(result, stage);
      }
    };
  }
}
