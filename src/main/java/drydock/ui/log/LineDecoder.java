// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns what a process writes into lines of styled text, as a terminal of one line would: colours are kept, carriage
/// return, backspace, tab and "erase in line" work, all other escape sequences (ECMA-48) are swallowed, also when a chunk
/// ends within one. Characters that would break a line's layout become U+FFFD. Never throws.
final class LineDecoder {
  private static final int LONGEST_SEQUENCE = 4096;
  private static final int MOST_STYLES = 1000;

  private enum State {
    GROUND,
    ESCAPE,
    /// ESC, then intermediate characters: one more ends it.
    INTERMEDIATE,
    /// `ESC [`
    CONTROL,
    /// `ESC ]` and its like, until BEL or `ESC \`.
    STRING,
    STRING_ESCAPE
  }

  private final OpenLine line = new OpenLine();
  private final StringBuilder parameters = new StringBuilder();
  private final Map<Style, Style> styles = new HashMap<>();
  private State state = State.GROUND;
  private Style style = Style.PLAIN;
  private int swallowed;

  /// Takes the next piece; gives the lines that it completes.
  List<StyledText> feed(String chunk) {
    List<StyledText> done = new ArrayList<>();
    int i = 0;
    while (i < chunk.length()) {
      if (state == State.GROUND && printable(chunk.charAt(i))) {
        int end = i + 1;
        while (end < chunk.length() && printable(chunk.charAt(end))) {
          end++;
        }
        put(chunk, i, end, done);
        i = end;
      } else {
        step(chunk.charAt(i++), done);
      }
    }
    return done;
  }

  /// Whether a line has begun that is not complete yet.
  boolean hasOpenLine() {
    return !line.isEmpty();
  }

  StyledText openLine() {
    return line.snapshot();
  }

  private void put(CharSequence source, int from, int to, List<StyledText> done) {
    int at = from;
    while (at < to) {
      if (line.room() == 0) {
        finish(done);
      }
      int end = Math.min(to, at + line.room());
      line.put(source, at, end, style);
      at = end;
    }
  }

  private void finish(List<StyledText> done) {
    done.add(line.snapshot());
    line.clear();
  }

  private void step(char c, List<StyledText> done) {
    switch (state) {
      case GROUND -> control(c, done);
      case ESCAPE -> escape(c, done);
      case INTERMEDIATE -> {
        if (c < 0x20 || c > 0x7e) {
          abandon(c, done);
        } else if (c >= 0x30) {
          state = State.GROUND;
        }
      }
      case CONTROL -> controlSequence(c, done);
      case STRING -> string(c, done);
      case STRING_ESCAPE -> {
        if (c == '\\') {
          state = State.GROUND;
        } else {
          escape(c, done);
        }
      }
    }
  }

  private void control(char c, List<StyledText> done) {
    switch (c) {
      case '\n' -> finish(done);
      case '\r' -> line.home();
      case '\b' -> line.back(1);
      case '\t' -> {
        if (line.room() == 0) {
          finish(done);
        }
        line.tab();
      }
      case 0x1b -> state = State.ESCAPE;
      case 0x07 -> {} // the bell
      default -> put("\uFFFD", 0, 1, done);
    }
  }

  private void escape(char c, List<StyledText> done) {
    switch (c) {
      case '[' -> {
        parameters.setLength(0);
        swallowed = 0;
        state = State.CONTROL;
      }
      case ']', 'P', 'X', '^', '_' -> {
        swallowed = 0;
        state = State.STRING;
      }
      default -> {
        if (c >= 0x20 && c <= 0x2f) {
          state = State.INTERMEDIATE;
        } else if (c >= 0x30 && c <= 0x7e) {
          state = State.GROUND;
        } else {
          abandon(c, done);
        }
      }
    }
  }

  private void controlSequence(char c, List<StyledText> done) {
    if (c < 0x20 || c > 0x7e || ++swallowed > LONGEST_SEQUENCE) {
      abandon(c, done);
    } else if (c >= 0x40) {
      state = State.GROUND;
      execute(c);
    } else {
      parameters.append(c);
    }
  }

  private void string(char c, List<StyledText> done) {
    if (c == 0x07 || c == 0x9c) {
      state = State.GROUND;
    } else if (c == 0x1b) {
      state = State.STRING_ESCAPE;
    } else if (c == '\n' || ++swallowed > LONGEST_SEQUENCE) {
      abandon(c, done);
    }
  }

  /// A sequence that breaks off: what broke it counts again.
  private void abandon(char c, List<StyledText> done) {
    state = State.GROUND;
    if (printable(c)) {
      put(String.valueOf(c), 0, 1, done);
    } else {
      control(c, done);
    }
  }

  private void execute(char command) {
    switch (command) {
      case 'm' -> {
        if (parameters.isEmpty() || parameters.charAt(0) <= ';') {
          style = kept(Sgr.apply(style, parameters));
        }
      }
      case 'K' -> {
        switch (number(0)) {
          case 0 -> line.eraseToEnd();
          case 1 -> line.eraseToStart();
          case 2 -> line.eraseAll();
          default -> {}
        }
      }
      case 'C' -> line.forward(Math.max(1, number(1)));
      case 'D' -> line.back(Math.max(1, number(1)));
      case 'G' -> line.column(Math.max(1, number(1)) - 1);
      default -> {} // other moves, screens, modes
    }
  }

  /// The same object for the same style: a log of many lines has few styles.
  private Style kept(Style next) {
    if (styles.size() > MOST_STYLES) {
      styles.clear();
    }
    return styles.computeIfAbsent(next, s -> s);
  }

  /// The only parameter, or `missing`; columns are bounded.
  private int number(int missing) {
    int value = 0;
    for (int i = 0; i < parameters.length(); i++) {
      int digit = parameters.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return missing;
      }
      value = Math.min(1000, value * 10 + digit);
    }
    return parameters.isEmpty() ? missing : value;
  }

  /// Whether `c` takes part in a line as it is: no control, line or paragraph separator, or change of direction.
  static boolean printable(char c) {
    if (c < 0x7f) {
      return c >= 0x20;
    }
    return c > 0x9f
        && !(c >= 0x2028 && c <= 0x202e)
        && !(c >= 0x2066 && c <= 0x2069)
        && c != 0xfeff;
  }
}
