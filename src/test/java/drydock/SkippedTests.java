// SPDX-License-Identifier: Apache-2.0
package drydock;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Ends a test run with one plain line for each reason why tests were skipped, and how many.
public final class SkippedTests implements TestExecutionListener {
  private final Map<String, Long> skipped = new TreeMap<>();
  private @Nullable TestPlan plan;

  @Override
  public void testPlanExecutionStarted(TestPlan testPlan) {
    plan = testPlan;
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    count(test, reason);
  }

  /// An assumption that did not hold.
  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
      count(test, result.getThrowable().map(t -> String.valueOf(t.getMessage())).orElse("?"));
    }
  }

  private void count(TestIdentifier test, String reason) {
    TestPlan all = Objects.requireNonNull(plan);
    long tests =
        test.isTest()
            ? 1
            : all.getDescendants(test).stream().filter(TestIdentifier::isTest).count();
    String kind = test.getTags().contains(TestTag.create("engine")) ? "engine " : "";
    skipped.merge(kind + "|" + reason, tests, Long::sum);
  }

  @Override
  public void testPlanExecutionFinished(TestPlan testPlan) {
    skipped.forEach(
        (key, tests) -> {
          String kind = key.substring(0, key.indexOf('|'));
          String verb = tests == 1 ? "test was" : "tests were";
          System.out.println(
              tests + " " + kind + verb + " skipped: " + key.substring(key.indexOf('|') + 1));
        });
  }
}
