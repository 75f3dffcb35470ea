// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Looks once whether an engine answers.
public final class EngineCondition implements ExecutionCondition {
  private static final String PROBLEM = RawDocker.problem();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (PROBLEM.isEmpty()) {
      return ConditionEvaluationResult.enabled("an engine answers at " + RawDocker.HOST);
    }
    if (System.getProperty("drydock.engineTests", "auto").equals("required")) {
      // not tried one by one: some would wait for the engine for ever
      throw new IllegalStateException("engine tests are required, but " + PROBLEM);
    }
    return ConditionEvaluationResult.disabled(PROBLEM);
  }
}
