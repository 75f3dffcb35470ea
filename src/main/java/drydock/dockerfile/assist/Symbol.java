// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Span;
import java.util.Comparator;
import java.util.List;

/// A stage or variable, and everywhere it stands.
///
/// @param name a stage's in lower case, or its number
/// @param isFixed whether the builder gives the name its meaning, or it is put together from
///   others: it cannot be renamed
/// @param occurrences in the order of the file
public record Symbol(Kind kind, String name, boolean isFixed, List<Occurrence> occurrences) {
  public enum Kind {
    STAGE,
    /// An ARG, or an ARG that passes on one above the first FROM.
    ARG,
    ENV
  }

  public enum Role {
    DECLARATION,
    USE,
    /// A use that does not say the name: a stage by its number, or through a variable.
    HIDDEN_USE
  }

  /// @param span of the name alone
  public record Occurrence(Span span, Role role) {}

  public Symbol {
    occurrences =
        occurrences.stream().sorted(Comparator.comparingInt(o -> o.span().start())).toList();
  }

  /// Where it gets its name or a value.
  public List<Occurrence> declarations() {
    return occurrences.stream().filter(o -> o.role() == Role.DECLARATION).toList();
  }
}
