// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import java.time.Instant;
import java.util.List;

/// What one container found out when it was asked to reach another.
///
/// @param from id of the container in which the question was asked
/// @param to id of the other
/// @param answer of the address
/// @param address the one that answered, else the first that was asked; empty when there is none
/// @param naming whether the other's name is known there
/// @param named the address that the name stands for; empty when it is not known
/// @param ports TCP ports of the address that were asked; empty where none was
public record Reach(
    String from,
    String to,
    Answer answer,
    String address,
    Naming naming,
    String named,
    List<Port> ports,
    Instant at) {
  public Reach {
    ports = List.copyOf(ports);
  }

  /// Without asking ports.
  public Reach(
      String from,
      String to,
      Answer answer,
      String address,
      Naming naming,
      String named,
      Instant at) {
    this(from, to, answer, address, naming, named, List.of(), at);
  }

  /// @param open whether something accepts connections there
  public record Port(int number, boolean open) {}

  /// The ports at which it answers.
  public List<Integer> open() {
    return ports.stream().filter(Port::open).map(Port::number).toList();
  }

  /// Whether an address answers.
  public enum Answer {
    ANSWERED,
    SILENT,
    /// The other has no address that could be asked.
    NO_ADDRESS,
    /// There is no shell in the container to ask with.
    NO_SHELL,
    /// There is no `ping` in it, or it may not be used.
    NO_PING,
    /// The question was not answered in time.
    TOO_LATE,
    /// The container does not run any more.
    ENDED
  }

  /// What the container's own resolver makes of a name.
  public enum Naming {
    KNOWN,
    /// The name stands for something else.
    ANOTHER,
    UNKNOWN,
    NOT_ASKED
  }

  /// Whether it was found out at all.
  public boolean told() {
    return answer == Answer.ANSWERED || answer == Answer.SILENT;
  }

  /// Whether the other answers to its name.
  public boolean byName() {
    return answer == Answer.ANSWERED && naming == Naming.KNOWN;
  }
}
