// SPDX-License-Identifier: Apache-2.0
package drydock.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;

/// CommonMark's block nodes -> [Block]s.
final class BlockReader {
  private static final Pattern HEADING_ID = Pattern.compile("\\s*\\{#([a-z0-9][a-z0-9-]{0,63})}$");

  private BlockReader() {}

  static List<Block> children(Node parent) {
    List<Block> blocks = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Heading heading -> blocks.add(heading(heading));
        case Paragraph paragraph -> blocks.add(paragraph(paragraph));
        case BulletList list -> blocks.add(new Block.BulletList(items(list)));
        case OrderedList list -> blocks.add(new Block.OrderedList(start(list), items(list)));
        case FencedCodeBlock code ->
            blocks.add(code(code, code.getInfo() == null ? "" : code.getInfo(), code.getLiteral()));
        case IndentedCodeBlock code -> blocks.add(code(code, "", code.getLiteral()));
        case BlockQuote quote -> blocks.add(new Block.Quote(children(quote)));
        case TableBlock table -> blocks.add(table(table));
        case ThematicBreak _ -> blocks.add(new Block.Rule());
        case HtmlBlock html ->
            blocks.add(new Block.Paragraph(List.of(new Inline.Text(html.getLiteral()))));
        case LinkReferenceDefinition _ -> {
          // its links carry its target
        }
        default -> blocks.add(new Block.Paragraph(InlineReader.children(node)));
      }
    }
    return blocks;
  }

  private static int start(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    return start == null ? 1 : start;
  }

  private static List<List<Block>> items(Node list) {
    List<List<Block>> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      items.add(children(item));
    }
    return items;
  }

  private static Block paragraph(Paragraph paragraph) {
    Node only = paragraph.getFirstChild();
    if (only instanceof Image image && only.getNext() == null) {
      return new Block.Image(
          image.getDestination(), Inline.plain(InlineReader.children(image)), line(paragraph));
    }
    return new Block.Paragraph(InlineReader.children(paragraph));
  }

  private static Block heading(Heading heading) {
    List<Inline> content = new ArrayList<>(InlineReader.children(heading));
    String id = "";
    if (!content.isEmpty() && content.getLast() instanceof Inline.Text(String text)) {
      Matcher matcher = HEADING_ID.matcher(text);
      if (matcher.find()) {
        id = matcher.group(1);
        content.removeLast();
        String rest = text.substring(0, matcher.start());
        if (!rest.isEmpty()) {
          content.add(new Inline.Text(rest));
        }
      }
    }
    return new Block.Heading(heading.getLevel(), id, content, line(heading));
  }

  private static Block code(Node node, String info, String literal) {
    String text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
    return new Block.CodeBlock(info.strip(), text, line(node));
  }

  private static Block table(TableBlock table) {
    List<List<Inline>> header = new ArrayList<>();
    List<List<List<Inline>>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        List<List<Inline>> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(InlineReader.children(cell));
        }
        if (part instanceof TableHead) {
          header.addAll(cells);
        } else if (part instanceof TableBody) {
          rows.add(List.copyOf(cells));
        }
      }
    }
    return new Block.Table(header, rows);
  }

  private static int line(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    return spans.isEmpty() ? 1 : spans.getFirst().getLineIndex() + 1;
  }
}
