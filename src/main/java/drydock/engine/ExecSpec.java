// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.List;
import java.util.Map;

/// A process to start in a container.
///
/// @param terminal whether it gets a terminal, and with it input
/// @param workingDir the container's own when empty
/// @param user the container's own when empty
public record ExecSpec(
    List<String> command,
    boolean terminal,
    Map<String, String> env,
    String workingDir,
    String user) {
  public ExecSpec {
    command = List.copyOf(command);
    env = Map.copyOf(env);
  }

  public static ExecSpec of(String... command) {
    return new ExecSpec(List.of(command), false, Map.of(), "", "");
  }

  public ExecSpec withTerminal() {
    return new ExecSpec(command, true, env, workingDir, user);
  }
}
