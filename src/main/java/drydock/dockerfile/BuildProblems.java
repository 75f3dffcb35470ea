// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.Problem.Code;
import drydock.dockerfile.Problem.Phase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the builder refuses when it carries out a file whose text is right: variables that cannot be expanded, stages that
/// cannot be found. Only what the text and the build arguments prove: with unknown variables nothing is said.
public final class BuildProblems {
  private final Dockerfile file;
  private final Scopes scopes;
  private final List<Problem> problems = new ArrayList<>();

  private BuildProblems(Dockerfile file, Scopes scopes) {
    this.file = file;
    this.scopes = scopes;
  }

  /// In the order in which the builder finds them; it stops at the first one. None, if the text itself is refused already.
  ///
  /// @param target the stage to build, its name or number; null: the last one. Stages that it does not need are not
  ///     looked at, as by the builder
  public static List<Problem> of(
      Dockerfile file, Map<String, String> buildArgs, @Nullable String target) {
    if (!file.problems().isEmpty()) {
      return List.of();
    }
    Scopes scopes = Scopes.of(file, buildArgs);
    BuildProblems checks = new BuildProblems(file, scopes);
    checks.globals(buildArgs);
    file.stages().forEach(checks::from);
    file.stages().forEach(checks::copySources);
    checks.circles();
    BitSet needed = checks.needed(target);
    file.stages().stream().filter(stage -> needed.get(stage.index())).forEach(checks::stage);
    return List.copyOf(checks.problems);
  }

  private void globals(Map<String, String> buildArgs) {
    for (Instruction instruction : file.globals()) {
      if (instruction instanceof Instruction.Arg arg) {
        new ExpansionChecks(arg, scopes.before(arg), file.text(), this::add)
            .arg(arg, buildArgs.keySet());
      }
    }
  }

  private void from(Stage stage) {
    Instruction.From from = stage.from();
    Word image = from.image();
    if (image == null) {
      return;
    }
    Expansion name = scopes.globals().expand(image.text());
    if (name.error() != null) {
      add(code(name.error()), from, image, name.error());
    } else if (name.known() && name.text().isEmpty()) {
      add(Code.BLANK_BASE, from, image, "base name (" + image.text() + ") should not be blank");
    }
    for (Flag flag : from.flags()) {
      String value = flag.value();
      if (flag.name().equals("platform") && value != null && !value.isEmpty()) {
        platform(from, flag, value);
      }
    }
  }

  private void platform(Instruction.From from, Flag flag, String value) {
    Expansion platform = scopes.globals().expand(value);
    if (platform.error() != null) {
      String sentence = "failed to process arguments for platform : " + platform.error();
      add(Code.PLATFORM, from, flag.word(), sentence);
    } else if (platform.known() && platform.text().isEmpty()) {
      List<String> names = scopes.globals().variables().stream().map(Variable::name).toList();
      String suggestion =
          platform.unset().stream()
              .map(name -> Suggestion.words(Suggestion.nearest(name, names)))
              .findFirst()
              .orElse("");
      String sentence = "empty platform value from expression " + value + suggestion;
      add(Code.PLATFORM, from, flag.word(), sentence);
    } else if (platform.known()) {
      String mistake = Platforms.mistake(platform.text());
      if (mistake != null) {
        String sentence = "failed to parse platform " + value + ": " + mistake;
        add(Code.PLATFORM, from, flag.word(), sentence);
      }
    }
  }

  private void copySources(Stage stage) {
    Scope nothing = new Scope(Bindings.NONE, true, file.escape(), 0);
    for (Instruction instruction : stage.instructions()) {
      Flag flag = instruction instanceof Instruction.Copy copy ? copy.from() : null;
      String from = flag == null ? null : flag.value();
      if (flag == null || from == null || from.isEmpty()) {
        continue;
      }
      Expansion expanded = nothing.expand(from);
      if (expanded.error() != null) {
        add(code(expanded.error()), instruction, flag.word(), expanded.error());
      } else if (!expanded.text().equals(from)) {
        add(
            Code.FROM_VARIABLE,
            instruction,
            flag.word(),
            "variable expansion is not supported for --from, define a new stage with FROM using"
                + " ARG from global scope as a workaround");
      } else if (Scopes.isNumber(from) && scopes.copySource(from) instanceof Base.Invalid) {
        int index = Integer.parseInt(from);
        add(Code.STAGE_INDEX, instruction, flag.word(), "invalid stage index " + index);
      }
    }
  }

  private void circles() {
    Set<Integer> visited = new HashSet<>();
    for (Stage stage : file.stages()) {
      Instruction culprit = circle(stage, visited, new HashSet<>());
      if (culprit != null) {
        String sentence = "circular dependency detected on stage: " + stage.displayName();
        add(Code.CIRCULAR_STAGES, culprit, culprit.source().keyword(), sentence);
        return;
      }
    }
  }

  /// The instruction that closes a circle, when one begins here.
  private @Nullable Instruction circle(Stage stage, Set<Integer> visited, Set<Integer> path) {
    if (path.size() > StageGraph.DEEPEST || !visited.add(stage.index())) {
      return null;
    }
    path.add(stage.index());
    for (Instruction instruction : stage.instructions()) {
      for (Stage source : StageGraph.sources(instruction, scopes)) {
        Instruction found =
            path.contains(source.index()) ? instruction : circle(source, visited, path);
        if (found != null) {
          return found;
        }
      }
    }
    path.remove(stage.index());
    return null;
  }

  private BitSet needed(@Nullable String target) {
    return new StageGraph(file, scopes).needed(target);
  }

  private void stage(Stage stage) {
    Base base = scopes.base(stage);
    if (base instanceof Base.Image image && image.known()) {
      String mistake = ImageName.mistake(image.reference());
      if (mistake != null && stage.from().image() != null) {
        String sentence =
            "failed to parse stage name " + Chars.quote(image.reference()) + ": " + mistake;
        add(Code.IMAGE_NAME, stage.from(), stage.from().image(), sentence);
      }
    }
    for (Scopes.Execution execution : scopes.executions(stage)) {
      Instruction instruction = execution.instruction();
      if (execution.onbuild() != null) {
        trigger(stage, instruction, execution.scope());
        continue;
      }
      Flag copied = instruction instanceof Instruction.Copy copy ? copy.from() : null;
      String image = copied == null ? null : copied.value();
      String mistake = image == null || !isImage(image) ? null : ImageName.mistake(image);
      if (copied != null && image != null && mistake != null) {
        String sentence = "failed to parse stage name " + Chars.quote(image) + ": " + mistake;
        add(Code.IMAGE_NAME, instruction, copied.word(), sentence);
      }
      for (Stage source : StageGraph.sources(instruction, scopes)) {
        if (source.index() > stage.index() && instruction instanceof Instruction.Copy copy) {
          Flag flag = copy.from();
          add(
              Code.STAGE_ORDER,
              copy,
              flag == null ? copy.source().keyword() : flag.word(),
              "cannot copy from stage %s, it needs to be defined before current stage %s"
                  .formatted(
                      Chars.quote(String.valueOf(copy.flag("from"))),
                      Chars.quote(stage.displayName())));
        }
      }
      new ExpansionChecks(instruction, execution.scope(), file.text(), this::add).check();
    }
  }

  /// Whether a `--from` that is no variable names an image.
  private boolean isImage(String from) {
    return !from.isEmpty()
        && !(scopes.copySource(from) instanceof Base.OfStage)
        && !Scopes.isNumber(from);
  }

  /// What ONBUILD kept is looked at when it is done, in the stage that starts from its own.
  private void trigger(Stage stage, Instruction trigger, Scope scope) {
    Word image = stage.from().image();
    Word place = image == null ? stage.from().source().keyword() : image;
    for (Problem problem : new Checks(trigger, FlagTable.of(file.directives())).problems()) {
      String sentence =
          problem.sentence().replaceFirst("^dockerfile parse error on line \\d+: ", "");
      add(problem.code(), stage.from(), place, sentence);
    }
    new ExpansionChecks(
            trigger,
            scope,
            file.text(),
            (code, instruction, word, sentence) -> add(code, stage.from(), place, sentence))
        .check();
  }

  /// A variable that must be set is another mistake than a word that cannot be read.
  static Code code(String error) {
    return error.contains(": unsupported modifier")
            || error.contains("syntax error:")
            || error.contains("unexpected end of statement")
            || error.contains("invalid pattern (")
        ? Code.EXPANSION
        : Code.REQUIRED_VARIABLE;
  }

  private void add(Code code, Instruction instruction, Word word, String sentence) {
    problems.add(new Problem(code, Phase.BUILD, word.span(), instruction.firstLine(), sentence));
  }
}
