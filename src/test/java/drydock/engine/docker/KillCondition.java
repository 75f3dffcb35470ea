// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Lets tests run only where the environment says how to kill the engine and how to start it again. Nobody else should be
/// using that engine.
final class KillCondition implements ExecutionCondition {
  private static final @Nullable String KILL = System.getenv("DRYDOCK_ENGINE_KILL");
  private static final @Nullable String START = System.getenv("DRYDOCK_ENGINE_START");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return KILL == null || START == null
        ? ConditionEvaluationResult.disabled(
            "DRYDOCK_ENGINE_KILL and DRYDOCK_ENGINE_START do not say how to kill and start an engine")
        : ConditionEvaluationResult.enabled(KILL);
  }

  static void kill() {
    run(String.valueOf(KILL));
  }

  static void start() {
    run(String.valueOf(START));
  }

  private static void run(String command) {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(command + " failed");
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(command, e);
    }
  }
}
