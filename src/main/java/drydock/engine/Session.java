// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.OptionalInt;

/// A connection to a process in a container. Closing it leaves the process alone; one that waits for input from a terminal
/// learns that nobody is there any more.
///
/// Input goes only to a process with a terminal: the end of input is a character there (Ctrl-D), which works over every
/// kind of connection. Without a terminal it would be one half of a connection that is closed, and a named pipe has no
/// halves.
public interface Session extends Subscription {
  /// Types `text`. Returns when it is on its way.
  ///
  /// @throws EngineException when the session is over, or has no terminal
  void write(String text);

  /// Types Ctrl-D: at the beginning of a line the end of input.
  void endInput();

  /// Tells the terminal's size, in characters.
  void resize(int columns, int rows);

  /// How the process ended: known when the listener was told the end, unless the session was closed before. Of an
  /// attached container it is the container's exit code.
  OptionalInt exitCode();
}
