// SPDX-License-Identifier: Apache-2.0
package drydock.evidence;

import drydock.diagram.Evidence;
import drydock.engine.EngineInfo;

/// Turns what an element of a picture was drawn from into lines for a terminal that ask this very
/// engine again.
public final class AskAgain {
  private final EngineInfo engine;
  private final Terminal terminal;

  /// @param engine that answered
  public AskAgain(EngineInfo engine, Terminal terminal) {
    this.engine = engine;
    this.terminal = terminal;
  }

  /// The line of the docker command, with the options that lead it to this engine.
  public String docker(Evidence evidence) {
    String command = evidence.command();
    String to = new DockerOptions(engine.endpoint(), terminal).text();
    return to.isEmpty() || !command.startsWith("docker ")
        ? command
        : "docker " + to + command.substring("docker".length());
  }

  /// The line that sends the request itself.
  public Curl curl(Evidence evidence) {
    return new CurlLine(engine, terminal).of(evidence);
  }

  /// A line, or why there is none.
  public sealed interface Curl {}

  public record Line(String text) implements Curl {}

  /// @param why a sentence for people
  public record None(String why) implements Curl {}
}
