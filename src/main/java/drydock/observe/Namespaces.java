// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// The namespaces that a container's processes are in, and the processes.
///
/// @param method how they were read
/// @param inodes those that could be read; the same inode is the same namespace
/// @param processes empty when the engine could not list them
public record Namespaces(
    Method method, Map<Namespace, Long> inodes, List<Task> processes, Instant at) {
  public Namespaces {
    inodes = Map.copyOf(inodes);
    processes = List.copyOf(processes);
  }

  /// Where the inodes come from.
  public enum Method {
    /// The `ps` of the engine's machine told them: `docker top`.
    TOP,
    /// A process in the container read its `/proc/1/ns`.
    EXEC,
    /// A helper container that shares its processes read them.
    HELPER,
    /// This engine's `ps` cannot tell, and nothing may be run in a container that is not Drydock's.
    NOT_OURS,
    /// This engine's `ps` cannot tell, and the container has no shell that could.
    NO_SHELL,
    /// The engine was asked, and has not answered yet.
    ASKED,
    /// A container that does not run has no process, so no namespace.
    NOT_RUNNING
  }

  /// A process, as the engine's machine counts it and as the container does.
  ///
  /// @param parent the parent's number outside
  /// @param inside its number in the container; empty when it could not be asked
  public record Task(int pid, int parent, OptionalInt inside, String command) {}

  /// Of a container that was not read yet.
  public static Namespaces unread(Container container, Instant at) {
    return none(container.running() ? Method.ASKED : Method.NOT_RUNNING, at);
  }

  /// Nothing could be read.
  static Namespaces none(Method why, Instant at) {
    return new Namespaces(why, Map.of(), List.of(), at);
  }

  /// Whether a namespace is the machine's own, as far as the kernel's numbers tell.
  public boolean isInitial(Namespace kind) {
    Long inode = inodes.get(kind);
    return inode != null && kind.initial().isPresent() && kind.initial().getAsLong() == inode;
  }
}
