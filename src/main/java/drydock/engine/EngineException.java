// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import org.jspecify.annotations.Nullable;

/// The one exception of the port. What happened is its [#problem]; the message is for logs, not for people.
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient EngineProblem problem;

  public EngineException(EngineProblem problem) {
    this(problem, null);
  }

  public EngineException(EngineProblem problem, @Nullable Throwable cause) {
    super(problem.toString(), cause);
    this.problem = problem;
  }

  public EngineProblem problem() {
    return problem;
  }
}
