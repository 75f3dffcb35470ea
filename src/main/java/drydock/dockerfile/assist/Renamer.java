// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Predefined;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import drydock.dockerfile.assist.Symbol.Kind;
import drydock.dockerfile.assist.Symbol.Occurrence;
import drydock.dockerfile.assist.Symbol.Role;
import drydock.dockerfile.check.Fix;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Renames a symbol, and makes sure by reading the outcome that nothing else changes its meaning.
final class Renamer {
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern STAGE = Pattern.compile("[a-z][a-z0-9-_.]*");
  private static final Set<String> RESERVED = Set.of("scratch", "context");

  private final Assist assist;
  private final Symbol symbol;

  Renamer(Assist assist, Symbol symbol) {
    this.assist = assist;
    this.symbol = symbol;
  }

  Rename to(String name) {
    if (symbol.isFixed()) {
      return refuse(
          symbol.kind() == Kind.STAGE
              ? Messages.get("assist.rename.noName")
              : Messages.get("assist.rename.fixed", symbol.name()));
    }
    String mistake = symbol.kind() == Kind.STAGE ? stageMistake(name) : variableMistake(name);
    if (mistake != null) {
      return refuse(mistake);
    }
    List<Fix.Edit> edits = new ArrayList<>();
    for (Occurrence occurrence : symbol.occurrences()) {
      if (occurrence.role() != Role.HIDDEN_USE) {
        edits.add(new Fix.Edit(occurrence.span(), name));
      }
    }
    Fix fix = new Fix(edits);
    if (!isSame(fix.applyTo(assist.file().text()), name)) {
      return refuse(Messages.get("assist.rename.captured", name));
    }
    return new Rename.Change(fix, edits.size(), caution(name));
  }

  private static Rename refuse(String sentence) {
    return new Rename.Refusal(sentence);
  }

  private @Nullable String stageMistake(String name) {
    if (!STAGE.matcher(name).matches()) {
      return Messages.get("assist.rename.stageName");
    }
    if (RESERVED.contains(name)) {
      return Messages.get("assist.rename.reserved", name);
    }
    for (Stage stage : assist.file().stages()) {
      if (name.equals(stage.name()) && !name.equals(symbol.name())) {
        return Messages.get("assist.rename.taken", name, stage.from().firstLine());
      }
    }
    return null;
  }

  private @Nullable String variableMistake(String name) {
    if (!VARIABLE.matcher(name).matches()) {
      return Messages.get("assist.rename.variableName");
    }
    if (name.equals(symbol.name())) {
      return null;
    }
    if (Predefined.PLATFORM.contains(name)
        || Predefined.PROXY.contains(name)
        || name.equals("PATH")) {
      return Messages.get("assist.rename.reserved", name);
    }
    List<Integer> stages = symbol.occurrences().stream().map(o -> stage(o.span())).toList();
    for (Occurrence other : assist.variables().declarations(name)) {
      if (stages.contains(stage(other.span()))) {
        int line = assist.file().lines().line(other.span().start());
        return Messages.get("assist.rename.taken", name, line);
      }
    }
    return null;
  }

  private int stage(Span span) {
    Stage stage = assist.file().stageOnLine(assist.file().lines().line(span.start()));
    return stage == null ? -1 : stage.index();
  }

  /// Whether the symbol stands in the same places afterwards, and only there.
  private boolean isSame(String text, String name) {
    Assist after = assist.of(Dockerfile.parse(text));
    List<Occurrence> expected = moved(name);
    Symbol found = after.symbol(expected.getFirst().span().start());
    return found != null
        && found.occurrences().equals(expected)
        && (symbol.kind() == Kind.STAGE || Objects.equals(found.name(), name));
  }

  private List<Occurrence> moved(String name) {
    List<Occurrence> moved = new ArrayList<>();
    int shift = 0;
    for (Occurrence occurrence : symbol.occurrences()) {
      boolean changes = occurrence.role() != Role.HIDDEN_USE;
      int start = occurrence.span().start() + shift;
      int length = changes ? name.length() : occurrence.span().length();
      moved.add(new Occurrence(new Span(start, start + length), occurrence.role()));
      shift += length - occurrence.span().length();
    }
    return moved;
  }

  private String caution(String name) {
    return switch (symbol.kind()) {
      case STAGE -> Messages.get("assist.rename.cautionStage", symbol.name(), name);
      case ARG -> Messages.get("assist.rename.cautionArg", symbol.name(), name);
      case ENV -> Messages.get("assist.rename.cautionEnv", symbol.name());
    };
  }
}
