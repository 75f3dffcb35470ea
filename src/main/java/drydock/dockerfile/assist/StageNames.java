// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Base;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Flag;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Mount;
import drydock.dockerfile.Scopes;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Word;
import drydock.dockerfile.assist.Symbol.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where stages are named: in their own FROM, in the FROM of others, in `--from` and in mounts.
final class StageNames {
  private record Place(Span span, Role role, int stage) {}

  private final Dockerfile file;
  private final Scopes scopes;
  private final List<Place> places = new ArrayList<>();

  StageNames(Dockerfile file, Scopes scopes) {
    this.file = file;
    this.scopes = scopes;
    for (Stage stage : file.stages()) {
      from(stage);
      stage.instructions().forEach(this::sources);
    }
  }

  /// The stage whose name touches an offset; null when none does.
  @Nullable Symbol at(int offset) {
    Place found = null;
    for (Place place : places) {
      if (place.span().touches(offset)) {
        found = place;
      }
    }
    return found == null ? null : symbol(file.stages().get(found.stage()));
  }

  /// The span of the name at an offset.
  @Nullable Span spanAt(int offset) {
    return places.stream()
        .map(Place::span)
        .filter(span -> span.touches(offset))
        .reduce(null, (_, last) -> last);
  }

  Symbol symbol(Stage stage) {
    List<Symbol.Occurrence> occurrences =
        places.stream()
            .filter(place -> place.stage() == stage.index())
            .map(place -> new Symbol.Occurrence(place.span(), place.role()))
            .toList();
    String name = stage.name();
    return new Symbol(
        Symbol.Kind.STAGE,
        name == null ? String.valueOf(stage.index()) : name,
        name == null,
        occurrences);
  }

  private void from(Stage stage) {
    Word image = stage.from().image();
    if (image != null && scopes.base(stage) instanceof Base.OfStage base) {
      boolean named = image.text().equals(base.stage().name());
      add(image.span(), named ? Role.USE : Role.HIDDEN_USE, base.stage());
    }
    Word name = stage.from().name();
    Span declared = name == null ? stage.from().source().keyword().span() : name.span();
    add(declared, Role.DECLARATION, stage);
  }

  private void add(Span span, Role role, Stage stage) {
    places.add(new Place(span, role, stage.index()));
  }

  private void sources(Instruction outer) {
    Instruction instruction = drydock.dockerfile.assist.Place.owner(outer);
    if (instruction instanceof Instruction.Copy copy) {
      Flag from = copy.from();
      String value = from == null ? null : from.value();
      if (from != null && value != null && scopes.copySource(value) instanceof Base.OfStage base) {
        name(from, value, base.stage(), Pattern.compile("(" + Pattern.quote(value) + ")"));
      }
    } else if (instruction instanceof Instruction.Run run) {
      for (Mount mount : run.mounts()) {
        String value = mount.from();
        if (value != null && scopes.mountSource(value) instanceof Base.OfStage base) {
          Pattern field =
              Pattern.compile(
                  "(?<![\\w-])(?i:from)=\"?(" + Pattern.quote(value) + ")(?![^,\"'\\s])");
          name(mount.flag(), value, base.stage(), field);
        }
      }
    }
  }

  private void name(Flag flag, String value, Stage stage, Pattern pattern) {
    Word word = flag.valueWord();
    Matcher matcher = word == null ? null : pattern.matcher(word.text());
    if (word == null || matcher == null || !matcher.find()) {
      add(flag.word().span(), Role.HIDDEN_USE, stage);
      return;
    }
    Span span = word.part(matcher.start(1), matcher.end(1)).span();
    boolean named = value.equalsIgnoreCase(stage.name());
    add(span, named ? Role.USE : Role.HIDDEN_USE, stage);
  }
}
