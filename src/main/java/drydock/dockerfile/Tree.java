// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.Problem.Code;
import drydock.dockerfile.Problem.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Groups instructions into stages, and looks at each of them.
record Tree(
    String text,
    Lines lines,
    List<Token> tokens,
    List<Directive> directives,
    char escape,
    List<Instruction> instructions,
    List<Problem> found) {

  Dockerfile read() {
    List<Instruction> globals = new ArrayList<>();
    List<Stage> stages = new ArrayList<>();
    Instruction.From open = null;
    List<Instruction> inside = globals;
    for (Instruction instruction : instructions) {
      if (instruction instanceof Instruction.From from) {
        if (open != null) {
          stages.add(new Stage(stages.size(), open, inside));
        }
        open = from;
        inside = new ArrayList<>();
      } else {
        inside.add(instruction);
      }
    }
    if (open != null) {
      stages.add(new Stage(stages.size(), open, inside));
    }
    return new Dockerfile(
        text, lines, tokens, directives, escape, instructions, globals, stages, problems(stages));
  }

  private List<Problem> problems(List<Stage> stages) {
    List<Problem> all = new ArrayList<>();
    Span begin = new Span(0, Math.min(1, text.length()));
    if (text.isEmpty()) {
      all.add(
          new Problem(Code.EMPTY_FILE, Phase.PARSE, begin, 1, "the Dockerfile cannot be empty"));
      return all;
    }
    all.addAll(CheckOptions.problems(directives));
    all.addAll(found);
    if (instructions.isEmpty()) {
      all.add(
          new Problem(Code.NO_INSTRUCTIONS, Phase.PARSE, begin, 1, "file with no instructions"));
      return all;
    }
    FlagTable flags = FlagTable.of(directives);
    int staged =
        stages.isEmpty() ? instructions.size() : instructions.indexOf(stages.getFirst().from());
    for (int i = 0; i < instructions.size(); i++) {
      Instruction instruction = instructions.get(i);
      all.addAll(new Checks(instruction, flags).problems());
      if (i < staged
          && !(instruction instanceof Instruction.Arg)
          && !(instruction instanceof Instruction.Unknown)) {
        all.add(
            new Problem(
                Code.BEFORE_FROM,
                Phase.INSTRUCTION,
                instruction.source().keyword().span(),
                instruction.firstLine(),
                "no build stage in current context"));
      }
    }
    if (stages.isEmpty()) {
      all.add(
          new Problem(
              Code.NO_STAGES,
              Phase.INSTRUCTION,
              begin,
              1,
              "dockerfile contains no stages to build"));
    }
    all.sort(Comparator.comparing(Problem::phase));
    return all;
  }
}
