// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.ExecResult;
import drydock.engine.ExecSpec;
import drydock.engine.Output;
import drydock.engine.Session;
import drydock.engine.StreamListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Processes in containers of ours: started, or connected to.
final class Execs {
  private final DockerHttp http;
  private final Guard guard;

  Execs(DockerHttp http, Guard guard) {
    this.http = http;
    this.guard = guard;
  }

  Session exec(String container, ExecSpec spec, StreamListener<Output> listener) {
    return ProcessSession.open(
        http,
        new Exec(http, guard, container, spec),
        Exec.doing(container, spec),
        Call.USUAL_LIMIT,
        listener);
  }

  Session attach(String container, StreamListener<Output> listener) {
    return ProcessSession.open(
        http,
        new MainProcess(http, guard, container),
        MainProcess.doing(container),
        Call.USUAL_LIMIT,
        listener);
  }

  ExecResult execute(String container, List<String> command, Duration most) {
    long until = System.nanoTime() + most.toNanos();
    ExecSpec spec = new ExecSpec(command, false, Map.of(), "", "");
    String doing = Exec.doing(container, spec);
    Exec exec = new Exec(http, guard, container, spec);
    Gathered output = new Gathered();
    try (Session _ = ProcessSession.open(http, exec, doing, most, output)) {
      if (output.await(until - System.nanoTime())) {
        Duration left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
        var exitCode = exec.exitCode(left);
        if (exitCode.isPresent()) {
          return output.result(exitCode.getAsInt());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(new EngineProblem.ConnectionLost(doing, "interrupted"), e);
    }
    throw new EngineException(new EngineProblem.TimedOut(doing, most));
  }
}
