// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.shell;

import drydock.dockerfile.shell.Command.Joint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Splits a script into commands, once through, without looking back.
final class ScriptReader {
  private static final Set<String> OPENING = Set.of("if", "while", "until", "{");
  private static final Set<String> BETWEEN = Set.of("then", "elif", "else", "do", "!");
  private static final Set<String> CLOSING = Set.of("fi", "done", "}");

  /// What can do anything, or needs a grammar of its own.
  private static final Set<String> BEYOND = Set.of("case", "function", "select", "eval", "[[");

  private final String text;
  private final Script.Place place;
  private final WordReader words;
  private final List<Command> commands = new ArrayList<>();
  private final Set<String> sets = new HashSet<>();
  private CommandBuilder open = new CommandBuilder();
  private Joint before = Joint.EDGE;
  private int depth;
  private int at;
  private boolean beyond;
  private boolean commented;

  ScriptReader(String text, Script.Place place) {
    this.text = text;
    this.place = place;
    this.words = new WordReader(text);
  }

  Script read() {
    while (at < text.length() && !beyond) {
      step(text.charAt(at));
    }
    if (!beyond) {
      close(Joint.EDGE);
    }
    boolean complete = !beyond && depth == 0 && !words.isBroken();
    return new Script(text, commands, complete, words.uses(), sets, commented);
  }

  private void step(char c) {
    switch (c) {
      case ' ', '\t', '\r' -> at++;
      case '\n', ';' -> sequence();
      case '&' -> ampersand();
      case '|' -> bar();
      case '(' -> bracket();
      case ')' -> {
        close(Joint.EDGE);
        before = Joint.EDGE;
        depth--;
        beyond |= depth < 0;
        at++;
      }
      case '#' -> {
        int end = text.indexOf('\n', at);
        commented = end < 0;
        at = end < 0 ? text.length() : end;
      }
      case '<', '>' -> redirect();
      case '\\' -> {
        if (text.startsWith("\\\n", at)) {
          at += 2;
        } else {
          word();
        }
      }
      default -> word();
    }
  }

  private void sequence() {
    beyond |= text.startsWith(";;", at);
    joint(Joint.SEQUENCE, 1);
  }

  private void ampersand() {
    if (text.startsWith("&&", at)) {
      joint(Joint.AND, 2);
    } else if (text.startsWith("&>", at)) {
      at++;
    } else {
      joint(Joint.BACKGROUND, 1);
    }
  }

  private void bar() {
    joint(
        text.startsWith("||", at) ? Joint.OR : Joint.PIPE,
        text.startsWith("||", at) || text.startsWith("|&", at) ? 2 : 1);
  }

  private void bracket() {
    if (!open.isEmpty()) {
      beyond = true; // a function, or an array
      return;
    }
    depth++;
    before = Joint.EDGE;
    at++;
  }

  /// Empty lines and the ends of lines behind an operator change nothing.
  private void joint(Joint joint, int length) {
    boolean empty = open.isEmpty();
    close(joint);
    if (!empty || joint != Joint.SEQUENCE) {
      before = joint;
    }
    at += length;
  }

  private void close(Joint after) {
    if (!open.isEmpty()) {
      commands.add(open.command(before, after, depth, place));
      open = new CommandBuilder();
    }
  }

  private void redirect() {
    boolean in = text.charAt(at) == '<';
    if (text.startsWith("<<", at) && !text.startsWith("<<<", at)) {
      hereDocument();
      return;
    }
    open.begin(at);
    if (text.startsWith("<(", at) || text.startsWith(">(", at)) {
      beyond = true;
      return;
    }
    while (at < text.length() && "<>&|".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean descriptor = text.charAt(at - 1) == '&';
    at = skipBlanks(at);
    WordReader.Read read = words.read(at);
    if (read.end() == at) {
      beyond = true;
      return;
    }
    if (!descriptor) {
      (in ? open.inputs : open.outputs).add(argument(read));
    }
    open.end(read.end());
    at = read.end();
  }

  /// In the instruction its text is kept apart already, in the body of another one it would have to
  /// be skipped.
  private void hereDocument() {
    int start = at;
    while (at < text.length() && "<-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    at = skipBlanks(at);
    at = words.read(at).end();
    open.begin(start);
    open.end(at);
    beyond |= text.indexOf('\n', at) >= 0;
  }

  private void word() {
    WordReader.Read read = words.read(at);
    if (read.end() == at) {
      beyond = true;
      return;
    }
    String raw = text.substring(at, read.end());
    if (open.words.isEmpty() && open.assignments.isEmpty() && keyword(raw, read.end())) {
      return;
    }
    if (isDescriptor(raw, read.end())) {
      open.begin(at);
      at = read.end();
      return;
    }
    open.begin(at);
    int name = open.words.isEmpty() ? assignment(raw) : 0;
    if (name > 0) {
      sets.add(raw.substring(0, name));
      open.assignments.add(raw);
      beyond |= raw.length() == name + 1 && text.startsWith("(", read.end());
    } else {
      open.words.add(argument(read));
      if (open.declares() && assignment(raw) > 0) {
        sets.add(raw.substring(0, assignment(raw)));
      } else if (open.words.size() > 1 && open.reads()) {
        sets.add(raw);
      }
    }
    open.end(read.end());
    at = read.end();
  }

  /// The `2` of `2>file`.
  private boolean isDescriptor(String raw, int end) {
    return end < text.length()
        && (text.charAt(end) == '>' || text.charAt(end) == '<')
        && raw.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private boolean keyword(String raw, int end) {
    if (BEYOND.contains(raw)) {
      beyond = true;
      return true;
    }
    if (raw.equals("for")) {
      loop(end);
      return true;
    }
    if (OPENING.contains(raw)) {
      depth++;
    } else if (CLOSING.contains(raw)) {
      depth--;
      beyond |= depth < 0;
    } else if (!BETWEEN.contains(raw)) {
      return false;
    }
    if (!raw.equals("!")) {
      before = Joint.EDGE;
    }
    at = end;
    return true;
  }

  /// `for NAME in words` up to its `do`.
  private void loop(int end) {
    depth++;
    at = skipBlanks(end);
    WordReader.Read name = words.read(at);
    sets.add(name.text());
    at = name.end();
    while (at < text.length() && ";\n".indexOf(text.charAt(at)) < 0) {
      int next = words.read(skipBlanks(at)).end();
      if (next <= at) {
        beyond |= at < text.length() && text.charAt(at) == '(';
        at++;
      } else {
        at = next;
      }
    }
    before = Joint.EDGE;
  }

  private Argument argument(WordReader.Read read) {
    return new Argument(read.text(), read.known(), place.span(read.start(), read.end()));
  }

  private int skipBlanks(int from) {
    int to = from;
    while (to < text.length() && (text.charAt(to) == ' ' || text.charAt(to) == '\t')) {
      to++;
    }
    return to;
  }

  /// The length of the name in `NAME=value`; 0 when it is none.
  private static int assignment(String word) {
    int i = 0;
    while (i < word.length() && isName(word.charAt(i))) {
      i++;
    }
    boolean name = i > 0 && i < word.length() && !Character.isDigit(word.charAt(0));
    return name && word.charAt(i) == '=' ? i : 0;
  }

  static boolean isName(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
