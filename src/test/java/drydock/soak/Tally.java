// SPDX-License-Identifier: Apache-2.0
package drydock.soak;

import drydock.engine.BuildOutcome;
import drydock.engine.EngineProblem;
import drydock.messages.Problems;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts what a soak did and met.
final class Tally {
  private final Map<String, Integer> faults = new TreeMap<>();
  private final Map<String, Integer> builds = new TreeMap<>();
  private final Map<String, Integer> problems = new TreeMap<>();
  private final List<String> unexpected = new ArrayList<>();
  private int loops;

  synchronized void loop() {
    loops++;
  }

  synchronized void fault(Meddler.Fault fault) {
    faults.merge(fault.name(), 1, Integer::sum);
  }

  synchronized void build(BuildOutcome outcome) {
    builds.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
    if (outcome instanceof BuildOutcome.Broken(EngineProblem problem)) {
      problem(problem);
    }
  }

  /// A problem that was told; it has to read as a sentence.
  synchronized void problem(EngineProblem problem) {
    problems.merge(problem.getClass().getSimpleName(), 1, Integer::sum);
    String sentence = Problems.sentence(problem);
    if (!sentence.matches("(?s)\\p{Lu}.+") || sentence.contains("Exception")) {
      unexpected.add("no sentence for people: " + sentence);
    }
    if (problem instanceof EngineProblem.NotOurs) {
      unexpected.add("not ours: " + sentence);
    }
  }

  synchronized void unexpected(String what) {
    unexpected.add(what);
  }

  void unexpected(String what, Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    unexpected(what + ": " + trace);
  }

  synchronized List<String> unexpected() {
    return List.copyOf(unexpected);
  }

  @Override
  public synchronized String toString() {
    int all = builds.values().stream().mapToInt(Integer::intValue).sum();
    return "%d loops; %d builds %s; faults %s; problems %s"
        .formatted(loops, all, builds, faults, problems);
  }
}
