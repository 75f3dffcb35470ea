// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// BuildKit's rule (its `solver` package): each step is looked up by what it does and by the
/// results that it builds on. A result that was built before is reused, whatever happened in
/// between; only where files come from another stage may the builder find out while it builds that
/// they are as they were.
final class BuildKitRule {
  /// More possibilities than this count as all.
  private static final int MOST = 100;

  private final BuiltSteps built;
  private final boolean noCache;
  private final Map<String, Fate> fates = new LinkedHashMap<>();

  /// Whether there was no engine to ask.
  private boolean blind;

  BuildKitRule(BuiltSteps built, boolean noCache) {
    this.built = built;
    this.noCache = noCache;
  }

  /// The fate of each step by its key.
  Map<String, Fate> fates(List<StepKey> steps) {
    blind = steps.stream().anyMatch(s -> s.unknown() instanceof Cause.ImageUnknown);
    for (StepKey step : steps) {
      fates.put(step.step().key(), step.isBase() ? base(step) : fate(step));
    }
    return fates;
  }

  private static Fate base(StepKey step) {
    return step.unknown() == null ? Fate.of(step.operation()) : Fate.ANY;
  }

  private Fate of(String step) {
    return step.isEmpty() ? Fate.of(Identity.NOTHING) : fates.getOrDefault(step, Fate.ANY);
  }

  private Fate fate(StepKey step) {
    Fate parent = of(step.parent());
    if (noCache && (!step.step().instruction().equals("WORKDIR") || parent.results().isEmpty())) {
      return Fate.NEW;
    }
    if (step.unknown() != null || blind) {
      return Fate.ANY;
    }
    if (step.apart()) {
      return merged(step, parent);
    }
    if (parent.any()) {
      return Fate.of(built.ofOperation(step.operation()), true);
    }
    Set<String> results = new LinkedHashSet<>();
    boolean mayBeNew = parent.mayBeNew();
    for (String on : parent.results()) {
      Found found = find(step, on);
      mayBeNew |= !found.certain;
      results.addAll(found.identities);
    }
    return results.size() > MOST ? Fate.ANY : Fate.of(results, mayBeNew);
  }

  /// `COPY --link`: the copy itself does not depend on the parent, what is made of both does.
  private Fate merged(StepKey step, Fate parent) {
    Found found = find(step, "");
    Set<String> results = new LinkedHashSet<>();
    for (String on : parent.results()) {
      found.identities.forEach(id -> results.add(Identity.result(step, on, id)));
    }
    return new Fate(
        Fate.verdict(found.identities, !found.certain),
        results,
        parent.any(),
        parent.mayBeNew() || !found.certain);
  }

  /// @param certain whether it leads nowhere else
  private record Found(Set<String> identities, boolean certain) {}

  private Found find(StepKey step, String parent) {
    String base = Identity.base(step, parent);
    List<String> artifacts = new ArrayList<>();
    for (Artifact artifact : step.artifacts()) {
      String identity = certain(artifact);
      if (identity == null) {
        return new Found(built.ofBase(base), false);
      }
      artifacts.add(identity);
    }
    String identity = built.identity(Identity.key(base, artifacts));
    if (identity != null) {
      return new Found(Set.of(identity), true);
    }
    return new Found(artifacts.isEmpty() ? Set.of() : built.ofBase(base), false);
  }

  /// The identity of files from elsewhere; null when it is not certain.
  private @Nullable String certain(Artifact artifact) {
    return switch (artifact) {
      case Artifact.OfNetwork _ -> null;
      case Artifact.OfImage image ->
          image.identity() == null ? null : Identity.selected(image.identity(), image);
      case Artifact.OfStage stage -> {
        Fate fate = of(stage.step());
        boolean one = !fate.any() && !fate.mayBeNew() && fate.results().size() == 1;
        yield one ? Identity.selected(fate.results().iterator().next(), stage) : null;
      }
    };
  }
}
