// SPDX-License-Identifier: Apache-2.0
package drydock.markup;

import java.util.List;

/// A block of lesson text.
public sealed interface Block {
  /// @param level 1 to 6
  /// @param id what `{#id}` at its end names it, possibly empty
  /// @param line where it stands, counted from 1
  record Heading(int level, String id, List<Inline> content, int line) implements Block {
    public Heading {
      content = List.copyOf(content);
    }
  }

  record Paragraph(List<Inline> content) implements Block {
    public Paragraph {
      content = List.copyOf(content);
    }
  }

  /// @param items each a list of blocks
  record BulletList(List<List<Block>> items) implements Block {
    public BulletList {
      items = List.copyOf(items);
    }
  }

  /// @param start the first number
  record OrderedList(int start, List<List<Block>> items) implements Block {
    public OrderedList {
      items = List.copyOf(items);
    }
  }

  /// @param info what follows the opening fence ("dockerfile", "hint"), possibly empty
  /// @param text without the last line end
  /// @param line where it starts, counted from 1
  record CodeBlock(String info, String text, int line) implements Block {}

  record Quote(List<Block> content) implements Block {
    public Quote {
      content = List.copyOf(content);
    }
  }

  /// @param header one cell a column
  /// @param rows each with as many cells as the header
  record Table(List<List<Inline>> header, List<List<List<Inline>>> rows) implements Block {
    public Table {
      header = List.copyOf(header);
      rows = List.copyOf(rows);
    }
  }

  record Rule() implements Block {}

  /// A picture that stands alone in its paragraph.
  ///
  /// @param path as written; whoever shows it decides whether it may be read
  record Image(String path, String description, int line) implements Block {}
}
