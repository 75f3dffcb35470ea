// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.TextStyle;
import java.util.ArrayList;
import java.util.List;

/// What is written in a step's box, and how high that makes it. A narrow box gets two lines for the instruction.
record StepText(List<Label> labels, double height) {
  private static final double RIGHT = 8;
  private static final double TOP = 20;
  private static final double LINE = 17;
  private static final double BELOW = 11;
  private static final double NARROW = 200;

  static StepText of(Step step, double width) {
    double left = step.isContext() ? 12 : 18;
    double room = width - left - RIGHT;
    TextStyle code = width < NARROW ? TextStyle.CODE_NARROW : TextStyle.CODE;
    TextStyle style = step.isContext() ? TextStyle.SMALL_STRONG : code;
    List<Label> labels = new ArrayList<>();
    double baseline = TOP;
    for (String line : style.wrap(shortName(step.name()), room, width < NARROW ? 2 : 1)) {
      labels.add(
          Label.start(
              line,
              left,
              baseline,
              style,
              step.isContext() || step.isUnused() ? Ink.MUTED : Ink.STRONG));
      baseline += LINE;
    }
    Ink ink = statusInk(step);
    for (String line : step.words().lines()) {
      labels.add(
          Label.start(TextStyle.SMALL.fit(line, room), left, baseline, TextStyle.SMALL, ink));
      baseline += LINE;
      ink = Ink.MUTED;
    }
    return new StepText(labels, baseline - LINE + BELOW);
  }

  private static Ink statusInk(Step step) {
    return switch (step.role()) {
      case NEUTRAL, WAITING, UNUSED -> Ink.MUTED;
      default -> Ink.ROLE;
    };
  }

  /// As people write it: Docker Hub's own images without its address.
  static String shortName(String name) {
    return name.replace("docker.io/library/", "").replace("docker.io/", "");
  }
}
