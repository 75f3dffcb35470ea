// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Predefined;
import drydock.dockerfile.Scope;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Variable;
import drydock.dockerfile.Word;
import drydock.dockerfile.assist.Proposal.Kind;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Names that stand for something: stages, images, variables.
final class NameWords {
  private static final int LONGEST = 60;

  private final Dockerfile file;
  private final int offset;
  private final Surroundings around;

  NameWords(Dockerfile file, int offset, Surroundings around) {
    this.file = file;
    this.offset = offset;
    this.around = around;
  }

  /// What `--from` may name: stages above this one, by number those without a name, and images.
  List<Proposal> sources() {
    List<Proposal> proposals = new ArrayList<>(stages(true));
    images().forEach(proposals::add);
    return proposals;
  }

  /// What FROM may name.
  List<Proposal> bases() {
    List<Proposal> proposals = new ArrayList<>(stages(false));
    proposals.addAll(images());
    proposals.add(
        Proposal.of(Kind.IMAGE, "scratch", "", Messages.get("assist.proposal.scratch"), "scratch"));
    return proposals;
  }

  private List<Proposal> stages(boolean numbers) {
    int line = file.lines().line(offset);
    Stage here = file.stageOnLine(line);
    List<Proposal> proposals = new ArrayList<>();
    for (Stage stage : file.stages().reversed()) {
      String name = stage.name();
      boolean above = here != null && stage.index() < here.index();
      if (above && (name != null || numbers)) {
        Word image = stage.from().image();
        String label = name == null ? String.valueOf(stage.index()) : name;
        proposals.add(
            Proposal.of(
                Kind.STAGE,
                label,
                image == null ? "" : "FROM " + image.text(),
                Messages.get("assist.proposal.stage", stage.from().firstLine()),
                label));
      }
    }
    return proposals;
  }

  private List<Proposal> images() {
    return around.images().stream()
        .map(
            image ->
                Proposal.of(
                    Kind.IMAGE,
                    image.reference(),
                    image.detail(),
                    Messages.get("assist.proposal.image"),
                    image.reference()))
        .toList();
  }

  /// The variables that can be used, the file's own first and the latest of them first.
  ///
  /// @param suffix what follows the name, such as a closing brace
  static List<Proposal> variables(Scope scope, Predicate<Variable> usable, String suffix) {
    List<Proposal> own = new ArrayList<>();
    List<Proposal> given = new ArrayList<>();
    for (Variable variable : scope.variables()) {
      if (usable.test(variable)) {
        boolean platform = variable.kind() == Variable.Kind.PLATFORM;
        (variable.declaredBy() == null ? given : own)
            .add(
                Proposal.of(
                    Kind.VARIABLE,
                    variable.name(),
                    value(variable),
                    platform ? Meanings.platform(variable.name()) : VariableHover.origin(variable),
                    variable.name() + suffix));
      }
    }
    List<Proposal> all = new ArrayList<>(own.reversed());
    all.addAll(given);
    return all;
  }

  static String value(Variable variable) {
    String value = variable.value();
    return switch (variable.state()) {
      case SET -> "= " + shortened(value == null ? "" : value);
      case UNSET -> Messages.get("assist.variable.unset");
      case UNKNOWN -> Messages.get("assist.variable.unknown");
    };
  }

  static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  /// What a bare ARG of a stage can take over: ARG lines above the first FROM, and what the builder
  /// sets.
  static List<Proposal> declarable(Scope globals) {
    List<Proposal> proposals = new ArrayList<>();
    for (Variable variable : globals.variables()) {
      if (variable.kind() == Variable.Kind.GLOBAL_ARG) {
        proposals.add(
            Proposal.of(
                Kind.VARIABLE,
                variable.name(),
                value(variable),
                VariableHover.origin(variable),
                variable.name()));
      }
    }
    for (String name : Predefined.PLATFORM) {
      proposals.add(Proposal.of(Kind.VARIABLE, name, "", Meanings.platform(name), name));
    }
    return proposals;
  }
}
