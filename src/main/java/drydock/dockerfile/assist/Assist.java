// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Scopes;
import drydock.dockerfile.check.CheckContext;
import java.util.ArrayList;
import java.util.List;

/// Help with one state of a Dockerfile. Nothing here changes; make a new one for a new text.
public final class Assist {
  private final Dockerfile file;
  private final CheckContext known;
  private final Surroundings around;
  private final Scopes scopes;

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

  private Completion keyword(Place.Keyword place, int offset) {
    List<Proposal> all = new ArrayList<>(new KeywordWords(file, offset).at(place));
    if (place.isTop() && place.word().length() == 0) {
      all.addAll(new DirectiveWords(file, offset).names(place.word(), false, "# "));
    }
    return Completion.of(place.word(), file.text().substring(place.word().start(), offset), all);
  }
}
