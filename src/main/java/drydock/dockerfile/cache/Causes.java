// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why each step has its fate.
final class Causes {
  private final Map<String, Fate> fates;
  private final LastBuild last;
  private final boolean noCache;
  private final Map<String, StepKey> steps = new java.util.HashMap<>();

  Causes(List<StepKey> steps, Map<String, Fate> fates, LastBuild last, boolean noCache) {
    this.fates = fates;
    this.last = last;
    this.noCache = noCache;
    steps.forEach(s -> this.steps.put(s.step().key(), s));
  }

  StepPrediction predict(StepKey step) {
    Verdict verdict = verdict(step);
    List<Cause> causes =
        switch (verdict) {
          case REUSED -> step.isBase() ? ofBase(step) : ofReuse(step);
          case RUNS, UNKNOWN -> ofRun(step, verdict);
        };
    return new StepPrediction(step.step(), verdict, causes);
  }

  private Verdict verdict(StepKey step) {
    if (step.isBase() && step.unknown() instanceof Cause.ImageMissing) {
      return Verdict.RUNS;
    }
    return fate(step.step().key()).verdict();
  }

  private Fate fate(String step) {
    return fates.getOrDefault(step, Fate.ANY);
  }

  private List<Cause> ofBase(StepKey step) {
    Cause other = otherBase(step);
    String name = image(step.parts());
    return List.of(other == null ? new Cause.ImagePresent(name) : other);
  }

  private static String image(List<Part> parts) {
    return parts.stream()
        .filter(p -> p.kind() == Part.Kind.IMAGE)
        .map(Part::name)
        .findFirst()
        .orElse("");
  }

  /// What is new about a base image; null when nothing is.
  private @Nullable Cause otherBase(StepKey base) {
    LastBuild.Step before = last.counterpart(base);
    if (before == null || before.operation().equals(base.operation())) {
      return null;
    }
    String was = image(before.parts());
    String is = image(base.parts());
    return was.equals(is) ? new Cause.BaseChanged(is) : new Cause.OtherBase(was, is);
  }

  private List<Cause> ofReuse(StepKey step) {
    LastBuild.Step before = last.counterpart(step);
    boolean same =
        before != null && before.completed() && before.operation().equals(step.operation());
    return List.of(same ? new Cause.Unchanged() : new Cause.BuiltEarlier());
  }

  private List<Cause> ofRun(StepKey step, Verdict verdict) {
    Set<Cause> causes = new LinkedHashSet<>();
    Cause unknown = step.unknown();
    if (unknown != null) {
      causes.add(unknown);
    }
    if (noCache && verdict == Verdict.RUNS) {
      causes.add(new Cause.CacheOff());
    }
    LastBuild.Step before = last.counterpart(step);
    if (before != null && unknown == null) {
      causes.addAll(Differences.between(before, step));
    }
    if (!step.apart()) {
      parent(step, causes);
    }
    step.artifacts().forEach(a -> artifact(a, verdict, causes));
    if (causes.isEmpty()) {
      causes.add(
          before == null
              ? new Cause.NeverBuilt()
              : before.completed()
                  ? new Cause.EarlierDiffers(step.parent())
                  : new Cause.NotCompleted());
    }
    return new ArrayList<>(causes);
  }

  private void parent(StepKey step, Set<Cause> causes) {
    StepKey parent = steps.get(step.parent());
    if (parent == null) {
      return;
    }
    if (parent.isBase()) {
      Cause why = parent.unknown() == null ? otherBase(parent) : parent.unknown();
      if (why != null) {
        causes.add(why);
      }
      return;
    }
    switch (verdict(parent)) {
      case RUNS -> causes.add(new Cause.EarlierRuns(step.parent()));
      case UNKNOWN -> causes.add(new Cause.EarlierUnknown(step.parent()));
      case REUSED -> {}
    }
  }

  private void artifact(Artifact artifact, Verdict verdict, Set<Cause> causes) {
    switch (artifact) {
      case Artifact.OfNetwork network -> causes.add(new Cause.AsksNetwork(network.address()));
      case Artifact.OfImage image -> {
        if (image.identity() == null) {
          causes.add(new Cause.ImageMissing(image.reference()));
        }
      }
      case Artifact.OfStage stage -> {
        if (verdict == Verdict.UNKNOWN && fate(stage.step()).verdict() != Verdict.REUSED) {
          causes.add(new Cause.ArtifactDecides(stage.stage()));
        }
      }
    }
  }
}
