// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/// The containers of an engine. An `id` is an id or a name. Looking is allowed at every container; whatever changes one,
/// runs something in it or writes to it, only at containers of ours.
public interface Containers {
  /// All of them, running or not.
  List<Container> list();

  Container inspect(String id);

  /// Creates a container, without starting it; its id is returned.
  String create(ContainerSpec spec);

  void start(String id);

  /// Creates and starts; the id is returned. A container that cannot be started is removed again.
  String run(ContainerSpec spec);

  /// Asks the container's process to end, and kills it after `grace`.
  void stop(String id, Duration grace);

  /// @param signal "SIGKILL", "SIGTERM", …
  void kill(String id, String signal);

  void pause(String id);

  void unpause(String id);

  /// As [#stop] and then [#start].
  void restart(String id, Duration grace);

  /// Sets limits of a container, running or not; what is 0 in `limits` stays as it is. With the memory alone, its swap
  /// goes along: there is as much of it as before.
  void update(String id, Limits limits);

  /// Removes a container with its unnamed volumes; a running one is killed.
  void remove(String id);

  /// Waits until the container does not run.
  ///
  /// @return its exit code
  /// @throws EngineException with [EngineProblem.TimedOut] when it still runs after `most`
  int waitFor(String id, Duration most);

  /// What the container wrote so far and, when `follow`, what it writes until it ends.
  Subscription logs(String id, boolean follow, StreamListener<Output> listener);

  /// Starts a process in a running container and stays connected to it. Blocks until the connection stands; whatever is in
  /// its way, the listener is told, as [Subscription]s tell it.
  ///
  /// Of a command that does not exist, the engine writes a sentence, and the exit code is 126 or 127.
  Session exec(String id, ExecSpec spec, StreamListener<Output> listener);

  /// Runs a process in a container to its end, without input or a terminal. What it writes beyond a megabyte is dropped.
  ///
  /// @throws EngineException with [EngineProblem.TimedOut] when it has not ended after `most`; the process may go on
  ExecResult execute(String id, List<String> command, Duration most);

  /// Connects, as [#exec], to the container's own process, which may be started later: what it writes from now on, and input when the container was created with
  /// [ContainerSpec#interactive]. Closing lets the process be.
  Session attach(String id, StreamListener<Output> listener);

  /// The processes of a running container, as the `ps` of the engine's machine tells them.
  ///
  /// @param psArguments of `ps`, such as "-eo pid,ppid,args"; the engine's own choice when empty
  ProcessTable top(String id, String psArguments);

  /// The last results of its health check, the oldest first; Docker keeps five. Empty without a
  /// check, and where nobody kept them.
  default List<HealthResult> healthResults(String id) {
    return List.of();
  }

  /// What differs from the image. Costs the engine a walk over the whole file system with some storage drivers.
  List<PathChange> changes(String id);

  /// How many bytes a container's own layer takes, on top of its image. Costs the engine a walk over
  /// that layer; with the containerd image store it counts blocks of its disk, so that an untouched
  /// container has some.
  ///
  /// @return empty where nobody counted
  default OptionalLong ownBytes(String id) {
    return OptionalLong.empty();
  }

  /// A measurement about every second, until the container is removed. One that does not run measures nothing.
  Subscription stats(String id, StreamListener<Stats> listener);

  /// Writes a file or folder of the container as a tar archive. Of `/proc` and `/sys` there is none. `out` stays open; what
  /// was written when an exception comes is no archive.
  ///
  /// @throws EngineException with NotFound of a path, with [EngineProblem.LocalFile] when `out` fails
  void getArchive(String id, String path, OutputStream out);

  /// Unpacks a tar archive in a folder of the container.
  ///
  /// @throws EngineException with NotFound of a path, with [EngineProblem.LocalFile] when `archive` fails
  /// @param folder an absolute path that exists
  void putArchive(String id, String folder, ArchiveWriter archive);
}
