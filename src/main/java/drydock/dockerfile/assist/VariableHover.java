// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Predefined;
import drydock.dockerfile.Scope;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Variable;
import drydock.messages.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values of variables and where they come from, for people.
final class VariableHover {
  private final Assist assist;
  private final Dockerfile file;
  private final int offset;

  VariableHover(Assist assist, int offset) {
    this.assist = assist;
    this.file = assist.file();
    this.offset = offset;
  }

  /// Null when no variable is there.
  @Nullable Hover hover() {
    Span span = assist.variables().spanAt(offset);
    if (span == null) {
      Span unknown = assist.variables().unknownAt(offset);
      return unknown == null ? null : undeclared(unknown);
    }
    Symbol symbol = assist.variables().symbol(span);
    String name = span.of(file.text());
    Instruction instruction = file.instructionAt(span.start());
    if (instruction instanceof Instruction.Onbuild) {
      return new Hover(span, name, "", Messages.get("assist.hover.later"));
    }
    boolean declares = symbol.declarations().stream().anyMatch(o -> o.span().equals(span));
    Variable variable = instruction == null ? null : scope(instruction, declares).find(name);
    return variable == null ? null : declared(span, variable);
  }

  private Hover declared(Span span, Variable variable) {
    String value = variable.value();
    String says =
        switch (variable.state()) {
          case SET ->
              value == null || value.isEmpty()
                  ? Messages.get("assist.hover.empty")
                  : Messages.get("assist.hover.value", NameWords.shortened(value));
          case UNSET -> Messages.get("assist.hover.unset", variable.name());
          case UNKNOWN ->
              Predefined.PLATFORM.contains(variable.name())
                  ? Messages.get("assist.hover.platform", Meanings.platform(variable.name()))
                  : Messages.get("assist.hover.unknown");
        };
    return new Hover(span, variable.name(), "", says + "\n" + origin(variable));
  }

  private Hover undeclared(Span span) {
    String name = span.of(file.text());
    Instruction instruction = file.instructionAt(span.start());
    if (instruction instanceof Instruction.Onbuild) {
      return new Hover(span, name, "", Messages.get("assist.hover.later"));
    }
    Variable brought = instruction == null ? null : scope(instruction, false).find(name);
    boolean container =
        instruction instanceof Instruction.Cmd
            || instruction instanceof Instruction.Entrypoint
            || instruction instanceof Instruction.Healthcheck;
    if (brought != null && !(container && brought.kind() != Variable.Kind.BASE_IMAGE)) {
      return declared(span, brought);
    }
    String says =
        brought != null
            ? Messages.get("assist.hover.gone")
            : Predefined.PLATFORM.contains(name)
                ? Messages.get("assist.hover.declarePlatform", name)
                : instruction instanceof Instruction.Run || container
                    ? Messages.get("assist.hover.shell")
                    : Messages.get("assist.hover.undeclared");
    return new Hover(span, name, "", says);
  }

  /// What an instruction sees; with its own declarations, what the next one would see. Commands of
  /// the container see the end of the stage.
  private Scope scope(Instruction instruction, boolean after) {
    Stage stage = file.stageOnLine(instruction.firstLine());
    List<Instruction> all = stage == null ? file.globals() : stage.instructions();
    boolean container =
        instruction instanceof Instruction.Cmd
            || instruction instanceof Instruction.Entrypoint
            || instruction instanceof Instruction.Healthcheck;
    if (container && stage != null) {
      return assist.scopes().after(stage);
    }
    if (!after) {
      return assist.scopes().before(instruction);
    }
    for (int i = 0; i + 1 < all.size(); i++) {
      if (all.get(i).firstLine() == instruction.firstLine()) {
        return assist.scopes().before(all.get(i + 1));
      }
    }
    return stage == null ? assist.scopes().globals() : assist.scopes().after(stage);
  }

  /// "ENV on line 3"
  static String origin(Variable variable) {
    Instruction by = variable.declaredBy();
    int line = by == null ? 0 : by.firstLine();
    return switch (variable.kind()) {
      case ENV -> Messages.get("assist.variable.env", line);
      case ARG -> Messages.get("assist.variable.arg", line);
      case GLOBAL_ARG -> Messages.get("assist.variable.globalArg", line);
      case PLATFORM -> Messages.get("assist.variable.platform");
      case BASE_IMAGE -> Messages.get("assist.variable.baseImage");
    };
  }
}
