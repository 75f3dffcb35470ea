// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Span;
import java.util.Comparator;
import java.util.List;

/// A mechanical change that removes a finding; one undo step.
///
/// @param edits in the order of the file, none overlapping another
public record Fix(List<Edit> edits) {
  /// @param replacement what stands at `span` afterwards
  public record Edit(Span span, String replacement) {}

  public Fix {
    edits = edits.stream().sorted(Comparator.comparingInt(e -> e.span().start())).toList();
  }

  public static Fix replace(Span span, String replacement) {
    return new Fix(List.of(new Edit(span, replacement)));
  }

  public static Fix insert(int offset, String text) {
    return replace(new Span(offset, offset), text);
  }

  /// The file with the change made.
  public String applyTo(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (Edit edit : edits.reversed()) {
      changed.replace(edit.span().start(), edit.span().end(), edit.replacement());
    }
    return changed.toString();
  }
}
