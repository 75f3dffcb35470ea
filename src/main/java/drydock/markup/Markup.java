// SPDX-License-Identifier: Apache-2.0
package drydock.markup;

import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads Markdown (CommonMark and tables). Text is untrusted: HTML is shown as text, links lead to `https:` or to
/// lessons, what is too long or too deep is not followed.
public final class Markup {
  /// Longest text that is read, in characters.
  public static final int MAX_LENGTH = 200_000;

  /// Deepest nesting of lists, quotes, emphasis.
  static final int MAX_DEPTH = 24;

  /// A text with more cells in its tables is shown without tables.
  private static final int MAX_CELLS = 5_000;

  private Markup() {}

  /// Never throws. A text beyond [#MAX_LENGTH] is cut, and its last paragraph says so.
  public static List<Block> parse(String markdown) {
    boolean cut = markdown.length() > MAX_LENGTH;
    String text = cut ? markdown.substring(0, MAX_LENGTH) : markdown;
    Node document;
    try {
      document = parser(List.of(TablesExtension.builder().maxCells(MAX_CELLS).build())).parse(text);
    } catch (IllegalArgumentException tooManyCells) {
      document = parser(List.of()).parse(text);
    }
    List<Block> blocks = new ArrayList<>(BlockReader.children(document));
    if (cut) {
      blocks.add(
          new Block.Paragraph(
              List.of(new Inline.Text(Messages.get("lesson.markup.cut", MAX_LENGTH)))));
    }
    return List.copyOf(blocks);
  }

  private static Parser parser(List<Extension> extensions) {
    return Parser.builder()
        .extensions(extensions)
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .maxOpenBlockParsers(MAX_DEPTH)
        .maxInlineNesting(MAX_DEPTH)
        .build();
  }
}
