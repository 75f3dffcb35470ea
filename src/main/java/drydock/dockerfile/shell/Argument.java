// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.shell;

import drydock.dockerfile.Span;

/// A word of a command.
///
/// @param text without quotes and escapes; variables as written
/// @param known whether the shell takes it as it stands: no variable and no command in it
/// @param span where it stands in the file, quotes included
public record Argument(String text, boolean known, Span span) {
  public boolean isOption() {
    return text.length() > 1 && text.startsWith("-");
  }
}
