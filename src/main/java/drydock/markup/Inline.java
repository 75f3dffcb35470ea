// SPDX-License-Identifier: Apache-2.0
package drydock.markup;

import java.util.List;
import java.util.stream.Collectors;

/// A piece of running text.
public sealed interface Inline {
  record Text(String text) implements Inline {}

  record Code(String text) implements Inline {}

  /// A key to press, written `<kbd>Ctrl+B</kbd>`.
  record Key(String text) implements Inline {}

  record Emphasis(List<Inline> content) implements Inline {
    public Emphasis {
      content = List.copyOf(content);
    }
  }

  record Strong(List<Inline> content) implements Inline {
    public Strong {
      content = List.copyOf(content);
    }
  }

  /// @param target `https://…` or `lesson:ID`, nothing else
  record Link(String target, List<Inline> content) implements Inline {
    public Link {
      content = List.copyOf(content);
    }
  }

  record LineBreak() implements Inline {}

  /// The words alone, for accessible names and titles.
  static String plain(List<Inline> content) {
    return content.stream()
        .map(
            inline ->
                switch (inline) {
                  case Text t -> t.text();
                  case Code c -> c.text();
                  case Key k -> k.text();
                  case Emphasis e -> plain(e.content());
                  case Strong s -> plain(s.content());
                  case Link l -> plain(l.content());
                  case LineBreak _ -> "\n";
                })
        .collect(Collectors.joining());
  }
}
