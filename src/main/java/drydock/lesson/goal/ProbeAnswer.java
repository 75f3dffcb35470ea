// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

/// What came of a [Probe].
public sealed interface ProbeAnswer {
  /// The longest text that is kept, in characters.
  int MAX_TEXT = 65_536;

  /// @param code HTTP's status; a script's exit code; 0 for a file that was read and a name that leads somewhere
  /// @param text the answer's body, the file's or the script's output as UTF-8, the address; at most [#MAX_TEXT] of it
  record Came(int code, String text) implements ProbeAnswer {
    public Came {
      text = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }
  }

  /// There is no such file, the name leads nowhere, nobody answers at the port.
  record Absent() implements ProbeAnswer {}

  /// It could not be asked.
  ///
  /// @param sentence why, for people
  record Failed(String sentence) implements ProbeAnswer {}
}
