// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Scopes;
import drydock.dockerfile.Span;
import drydock.dockerfile.check.CheckContext;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Help with one state of a Dockerfile; make a new one for a new text. What is asked for first is
/// worked out then, so that one of these belongs to one thread.
public final class Assist {
  private final Dockerfile file;
  private final CheckContext known;
  private final Surroundings around;
  private final Scopes scopes;
  private @Nullable Variables variables;
  private @Nullable StageNames stages;

  /// @param known build arguments, `.dockerignore` and base images, as the checks have them
  public Assist(Dockerfile file, CheckContext known, Surroundings around) {
    this.file = file;
    this.known = known;
    this.around = around;
    this.scopes = Scopes.of(file, known.buildArgs(), known.environments());
  }

  public Dockerfile file() {
    return file;
  }

  /// What could stand at an offset of the text.
  public Completion completion(int offset) {
    NameWords names = new NameWords(file, offset, around);
    VariableWords variables = new VariableWords(file, scopes, offset);
    return switch (Place.of(file, offset)) {
      case Place.Nowhere _ -> Completion.none(offset);
      case Place.Directive directive -> new DirectiveWords(file, offset).in(directive.line());
      case Place.Keyword keyword -> keyword(keyword, offset);
      case Place.Body body -> {
        Completion completion = variables.at(body);
        yield completion == null ? Completion.none(offset) : completion;
      }
      case Place.Operand operand -> {
        Completion completion = variables.at(operand);
        yield completion == null
            ? new OperandWords(file, scopes, names, new PathWords(around, known.ignored()))
                .at(operand)
            : completion;
      }
    };
  }

  /// What the word at an offset means; null when there is nothing to say.
  public @Nullable Hover hover(int offset) {
    return new Hovers(this, offset).hover();
  }

  /// The stage or variable whose name touches an offset; null when none does.
  public @Nullable Symbol symbol(int offset) {
    Span variable = variables().spanAt(offset);
    return variable == null ? stages().at(offset) : variables().symbol(variable);
  }

  /// Where the name stands that [#symbol(int)] finds; null when it finds none.
  public @Nullable Span nameAt(int offset) {
    Span variable = variables().spanAt(offset);
    return variable == null ? stages().spanAt(offset) : variable;
  }

  /// Where to go from a name: to the nearest declaration above it, else to the first; null when
  /// there is none.
  public @Nullable Span definition(int offset) {
    Symbol symbol = symbol(offset);
    Span found = null;
    if (symbol != null) {
      for (Symbol.Occurrence declaration : symbol.declarations()) {
        if (found == null || declaration.span().end() < offset) {
          found = declaration.span();
        }
      }
    }
    return found;
  }

  /// What another name for the stage or variable at an offset comes to.
  public Rename rename(int offset, String name) {
    Symbol symbol = symbol(offset);
    return symbol == null
        ? new Rename.Refusal(Messages.get("assist.rename.nothing"))
        : new Renamer(this, symbol).to(name);
  }

  /// The same help with another text.
  Assist of(Dockerfile other) {
    return new Assist(other, known, around);
  }

  Scopes scopes() {
    return scopes;
  }

  Surroundings around() {
    return around;
  }

  Variables variables() {
    if (variables == null) {
      variables = new Variables(file, scopes);
    }
    return variables;
  }

  StageNames stages() {
    if (stages == null) {
      stages = new StageNames(file, scopes);
    }
    return stages;
  }

  private Completion keyword(Place.Keyword place, int offset) {
    List<Proposal> all = new ArrayList<>(new KeywordWords(file, offset).at(place));
    if (place.isTop() && place.word().length() == 0) {
      all.addAll(new DirectiveWords(file, offset).names(place.word(), false, "# "));
    }
    return Completion.of(place.word(), file.text().substring(place.word().start(), offset), all);
  }
}
