// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.OptionalInt;

/// A connection to a process in a container. It stands when it is handed out, or came to nothing, which its listener was told
/// as every stream's end is. Closing it leaves the process alone; only to one that was started with a terminal the end of
/// input is typed first, because Docker tells it nothing and a shell would wait for ever.
///
/// Input goes only to a process with a terminal: the end of input is a character there (Ctrl-D), which works over every
/// kind of connection. Without a terminal it would be one half of a connection that is closed, and a named pipe has no
/// halves.
public interface Session extends Subscription {
  /// Types `text`. Returns when it is on its way; waits while the process reads slower than is typed.
  ///
  /// @throws EngineException with Conflict when the session is over, with Unsupported when the process reads no input, with
  ///     TimedOut when it has not read for a while
  void write(String text);

  /// Types Ctrl-D, as [#write]: at the beginning of a line the end of input.
  void endInput();

  /// Tells the terminal's size, in characters.
  ///
  /// @throws EngineException with Conflict when the session is over, with Unsupported when there is no terminal
  void resize(int columns, int rows);

  /// How the process ended: known when the listener was told the end, unless the session was closed before. Of an
  /// attached container it is the container's exit code.
  OptionalInt exitCode();
}
