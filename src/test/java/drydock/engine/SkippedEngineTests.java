// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Ends a test run with one plain line when engine tests were skipped: how many, and why.
public final class SkippedEngineTests implements TestExecutionListener {
  private @Nullable TestPlan plan;
  private long skipped;
  private String why = "";

  @Override
  public void testPlanExecutionStarted(TestPlan testPlan) {
    plan = testPlan;
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    if (test.getTags().contains(TestTag.create("engine"))) {
      long inside =
          Objects.requireNonNull(plan).getDescendants(test).stream()
              .filter(TestIdentifier::isTest)
              .count();
      skipped += test.isTest() ? 1 : inside;
      why = reason;
    }
  }

  @Override
  public void testPlanExecutionFinished(TestPlan testPlan) {
    if (skipped > 0) {
      System.out.println(skipped + " engine tests were skipped: " + why);
    }
  }
}
