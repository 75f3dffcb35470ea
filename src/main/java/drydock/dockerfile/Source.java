// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;

/// What every instruction has, whatever it says.
///
/// @param keyword as written
/// @param flags between the keyword and the operands
/// @param arguments behind them, without blanks around it; without heredoc bodies
/// @param comments the comment lines above it, up to the instruction before; an empty `#` line forgets those above
/// @param firstLine counted from 1
/// @param lastLine the last line that belongs to it, heredocs included
/// @param span from the keyword to the end of the last line
/// @param emptyContinuation whether an empty line lies inside a continuation
public record Source(
    Word keyword,
    List<Flag> flags,
    Word arguments,
    List<Heredoc> heredocs,
    List<Comment> comments,
    int firstLine,
    int lastLine,
    Span span,
    boolean emptyContinuation) {
  public Source {
    flags = List.copyOf(flags);
    heredocs = List.copyOf(heredocs);
    comments = List.copyOf(comments);
  }

  /// The whole instruction on one line, continuations joined.
  public LogicalLine line() {
    return keyword.line();
  }
}
