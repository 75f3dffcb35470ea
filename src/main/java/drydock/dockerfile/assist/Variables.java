// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Base;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Form;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Pair;
import drydock.dockerfile.Predefined;
import drydock.dockerfile.Scopes;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Word;
import drydock.dockerfile.assist.Symbol.Kind;
import drydock.dockerfile.assist.Symbol.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which names of variables in a file belong together.
///
/// An ARG above the first FROM and the bare ARG lines that pass it on are one; so are the lines of
/// one kind, ARG or ENV, that set it in a stage and in stages that start from it. An ENV of the
/// name of an ARG is another variable, which hides it. CMD, ENTRYPOINT and HEALTHCHECK run when
/// only ENV is left.
final class Variables {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

  /// The variables in force, those of them that stay in the image, and whether its shell is one
  /// that knows `$name`.
  private static final class State {
    final Map<String, Joined> all = new HashMap<>();
    final Map<String, Joined> env = new HashMap<>();

    /// What CMD and its like say; they are carried out with the variables of the end.
    final List<Instruction> commands = new ArrayList<>();

    boolean posix = true;

    /// What a stage has that starts from this one.
    State copy() {
      State copy = new State();
      copy.all.putAll(all);
      copy.env.putAll(env);
      copy.posix = posix;
      return copy;
    }
  }

  /// One variable, or what was found to be another name of it.
  private static final class Joined {
    final Kind kind;
    private @Nullable Joined other;
    boolean fixed;

    Joined(Kind kind, boolean fixed) {
      this.kind = kind;
      this.fixed = fixed;
    }

    Joined root() {
      Joined at = this;
      while (at.other != null) {
        at = at.other;
      }
      return at;
    }

    void join(Joined added) {
      Joined root = root();
      Joined from = added.root();
      if (from != root) {
        from.other = root;
        root.fixed |= from.fixed;
      }
    }
  }

  private record Place(String name, Role role, Joined variable) {}

  private final Dockerfile file;
  private final Map<Span, Place> places = new LinkedHashMap<>();
  private final Map<Span, String> unknown = new LinkedHashMap<>();
  private final Map<String, Joined> globals = new HashMap<>();
  private final List<State> ends = new ArrayList<>();

  Variables(Dockerfile file, Scopes scopes) {
    this.file = file;
    for (String name : Predefined.PLATFORM) {
      globals.put(name, new Joined(Kind.ARG, true));
    }
    for (Instruction instruction : file.globals()) {
      if (instruction instanceof Instruction.Arg arg) {
        globals(arg);
      }
    }
    for (Stage stage : file.stages()) {
      stage(stage, scopes);
    }
  }

  /// The variable whose name stands at a span that [#spanAt(int)] gave.
  Symbol symbol(Span span) {
    Place place = place(span);
    Joined root = place.variable().root();
    List<Symbol.Occurrence> occurrences = new ArrayList<>();
    places.forEach(
        (at, other) -> {
          if (other.variable().root() == root) {
            occurrences.add(new Symbol.Occurrence(at, other.role()));
          }
        });
    boolean fixed = root.fixed || !NAME.matcher(place.name()).matches();
    return new Symbol(root.kind, place.name(), fixed, occurrences);
  }

  private Place place(Span span) {
    Place place = places.get(span);
    if (place == null) {
      throw new IllegalArgumentException("no variable at " + span);
    }
    return place;
  }

  /// The name that touches an offset, its `$` and brace included; the one that begins there rather
  /// than the one that ends there.
  @Nullable Span spanAt(int offset) {
    return spanAt(offset, places.keySet());
  }

  /// The same for names that no line of the file declares for their place.
  @Nullable Span unknownAt(int offset) {
    return spanAt(offset, unknown.keySet());
  }

  private @Nullable Span spanAt(int offset, Set<Span> spans) {
    Span found = null;
    for (Span span : spans) {
      int start = span.start();
      start -= start > 0 && file.text().charAt(start - 1) == '{' ? 1 : 0;
      start -= start > 0 && file.text().charAt(start - 1) == '$' ? 1 : 0;
      if (start <= offset
          && offset <= span.end()
          && (found == null || offset == start || found.end() == offset)) {
        found = span;
      }
    }
    return found;
  }

  /// The places where names are declared: line by line, all names.
  List<Symbol.Occurrence> declarations(String name) {
    List<Symbol.Occurrence> found = new ArrayList<>();
    places.forEach(
        (span, place) -> {
          if (place.role() == Role.DECLARATION && place.name().equals(name)) {
            found.add(new Symbol.Occurrence(span, place.role()));
          }
        });
    return found;
  }

  private void add(Span span, String name, Role role, Joined variable) {
    Place present = places.putIfAbsent(span, new Place(name, role, variable));
    if (present != null) {
      present.variable().join(variable);
    }
  }

  private void use(List<Texts.Named> named, Map<String, Joined> variables) {
    for (Texts.Named use : named) {
      Joined variable = variables.get(use.name());
      if (variable == null) {
        unknown.put(use.span(), use.name());
      } else {
        add(use.span(), use.name(), Role.USE, variable);
      }
    }
  }

  private void globals(Instruction.Arg arg) {
    for (Pair pair : arg.pairs()) {
      use(Texts.in(pair, file.text(), file.escape()), globals);
      String name = pair.name().text();
      Joined variable = globals.computeIfAbsent(name, _ -> new Joined(Kind.ARG, false));
      declare(pair.name(), name, variable);
    }
  }

  private void declare(Word word, String name, Joined variable) {
    if (!word.isEmpty()) {
      variable.root().fixed |= !word.text().equals(name);
      add(word.span(), name, Role.DECLARATION, variable);
    }
  }

  private void stage(Stage stage, Scopes scopes) {
    use(Texts.replaced(stage.from(), file.text(), file.escape()), globals);
    State state =
        scopes.base(stage) instanceof Base.OfStage base
            ? ends.get(base.stage().index()).copy()
            : new State();
    for (Scopes.Execution execution : scopes.executions(stage)) {
      instruction(execution.instruction(), state, scopes);
    }
    atRunTime(state);
    ends.add(state);
    // triggers that no stage of the file carries out are read as if one did
    State later = state.copy();
    for (Instruction instruction : stage.instructions()) {
      if (instruction instanceof Instruction.Onbuild onbuild && onbuild.trigger() != null) {
        instruction(onbuild.trigger(), later, scopes);
      }
    }
    atRunTime(later);
  }

  private void atRunTime(State state) {
    for (Instruction command : state.commands) {
      use(Texts.inShell(command, file.text(), file.escape()), state.env);
    }
  }

  private void instruction(Instruction instruction, State state, Scopes scopes) {
    use(Texts.replaced(instruction, file.text(), file.escape()), state.all);
    switch (instruction) {
      case Instruction.Arg arg -> arg(arg, state);
      case Instruction.Env env -> env(env, state, scopes);
      case Instruction.Shell shell -> state.posix = isPosix(shell.command());
      case Instruction.Run run -> {
        if (state.posix) {
          use(Texts.inShell(run, file.text(), file.escape()), state.all);
        }
      }
      case Instruction.Cmd _, Instruction.Entrypoint _, Instruction.Healthcheck _ -> {
        if (state.posix) {
          state.commands.add(instruction);
        }
      }
      case Instruction.From _,
          Instruction.Transfer _,
          Instruction.Label _,
          Instruction.Workdir _,
          Instruction.User _,
          Instruction.Expose _,
          Instruction.Volume _,
          Instruction.Stopsignal _,
          Instruction.Onbuild _,
          Instruction.Maintainer _,
          Instruction.Unknown _ -> {}
    }
  }

  /// Windows' shells write variables in another way.
  private static boolean isPosix(Form command) {
    return command instanceof Form.Exec exec
        && !exec.words().isEmpty()
        && !exec.words().getFirst().text().matches("(?i).*(?:powershell|pwsh|cmd)(?:\\.exe)?");
  }

  private void arg(Instruction.Arg arg, State state) {
    for (Pair pair : arg.pairs()) {
      use(Texts.in(pair, file.text(), file.escape()), state.all);
      String name = pair.name().text();
      Joined inner = state.all.get(name);
      Joined outer = globals.get(name);
      Joined variable;
      if (pair.value() == null && outer != null) {
        variable = outer;
      } else if (inner != null && (pair.value() == null || inner.root().kind == Kind.ARG)) {
        variable = inner;
      } else {
        variable = new Joined(Kind.ARG, false);
      }
      if (inner != null && inner.root().kind == Kind.ARG) {
        variable.join(inner);
      }
      declare(pair.name(), name, variable);
      state.all.put(name, variable);
    }
  }

  /// The names of one line count from the next on.
  private void env(Instruction.Env env, State state, Scopes scopes) {
    Map<String, Joined> set = new HashMap<>();
    for (Pair pair : env.pairs()) {
      if (pair.value() != null && !pair.name().isEmpty()) {
        String written = pair.name().text();
        String name = written.matches("\\w+") ? written : scopes.globals().expand(written).text();
        Joined present = state.env.get(name);
        Joined variable = present == null ? new Joined(Kind.ENV, false) : present;
        variable.root().fixed |= written.contains("$") || name.equals("PATH");
        declare(pair.name(), written, variable);
        set.put(name, variable);
      }
    }
    state.all.putAll(set);
    state.env.putAll(set);
  }
}
