// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The variables that an instruction may use, with the values that they have before it. One instruction sees only what
/// stood before it: `ENV a=1 b=$a` uses the old a.
public final class Scope {
  private static final ShellLexer.Mode BODY = new ShellLexer.Mode('\\', false, false, false);

  private final Bindings bindings;
  private final boolean complete;
  private final ShellLexer.Mode mode;
  private final int room;

  /// @param room how long a value may be to be used; a longer one is taken as unknown
  Scope(Bindings bindings, boolean complete, char escape, int room) {
    this.bindings = bindings;
    this.complete = complete;
    this.mode = new ShellLexer.Mode(escape, false, false, true);
    this.room = room;
  }

  private Scope(Bindings bindings, Scope other) {
    this.bindings = bindings;
    this.complete = other.complete;
    this.mode = other.mode;
    this.room = other.room;
  }

  /// All of them, those included that have no value or none that is known, in the order in which they first came.
  public List<Variable> variables() {
    return List.copyOf(bindings.all());
  }

  /// The variable of this name; null when none is declared.
  public @Nullable Variable find(String name) {
    return bindings.find(name);
  }

  /// Whether these are all variables that there are: false when the base image may have more.
  public boolean isComplete() {
    return complete;
  }

  /// A word as ADD, COPY, ENV, EXPOSE, FROM, LABEL, STOPSIGNAL, USER, VOLUME, WORKDIR, ARG defaults and flags of these take
  /// it.
  public Expansion expand(String word) {
    return ShellLexer.expand(word, mode, this, room);
  }

  /// A heredoc's body as COPY and ADD take it: quotes mean nothing there, and `\` is always the escape character.
  public Expansion expandBody(String body) {
    return ShellLexer.expand(body, BODY, this, room);
  }

  Bindings bindings() {
    return bindings;
  }

  Scope with(Bindings other) {
    return other == bindings ? this : new Scope(other, this);
  }
}
