// SPDX-License-Identifier: Apache-2.0
package drydock.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// CommonMark's inline nodes -> [Inline]s. Neighbouring texts become one.
final class InlineReader {
  private static final Pattern ALLOWED =
      Pattern.compile("https://[^\\s/@]+(/\\S*)?|lesson:[a-z0-9][a-z0-9./#-]{0,127}");

  private InlineReader() {}

  static List<Inline> children(Node parent) {
    List<Inline> content = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      String key = key(node);
      if (key != null) {
        content.add(new Inline.Key(key));
        node = node.getNext().getNext();
        continue;
      }
      switch (node) {
        case Text text -> addText(content, text.getLiteral());
        case SoftLineBreak _ -> addText(content, " ");
        case HtmlInline html -> addText(content, html.getLiteral());
        case HardLineBreak _ -> content.add(new Inline.LineBreak());
        case Code code -> content.add(new Inline.Code(code.getLiteral()));
        case Emphasis e -> content.add(new Inline.Emphasis(children(e)));
        case StrongEmphasis s -> content.add(new Inline.Strong(children(s)));
        case Link link -> addLink(content, link);
        // an image inside a sentence is its description
        default -> children(node).forEach(inline -> add(content, inline));
      }
    }
    return content;
  }

  private static void addLink(List<Inline> content, Link link) {
    List<Inline> inside = children(link);
    if (ALLOWED.matcher(link.getDestination()).matches()) {
      content.add(new Inline.Link(link.getDestination(), inside));
    } else {
      inside.forEach(inline -> add(content, inline));
    }
  }

  private static void add(List<Inline> content, Inline inline) {
    if (inline instanceof Inline.Text(String text)) {
      addText(content, text);
    } else {
      content.add(inline);
    }
  }

  private static void addText(List<Inline> content, String text) {
    if (!content.isEmpty() && content.getLast() instanceof Inline.Text(String before)) {
      content.set(content.size() - 1, new Inline.Text(before + text));
    } else {
      content.add(new Inline.Text(text));
    }
  }

  /// The one tag with a meaning: the text between `<kbd>` and `</kbd>`.
  private static @Nullable String key(Node node) {
    if (node instanceof HtmlInline open
        && open.getLiteral().equals("<kbd>")
        && node.getNext() instanceof Text text
        && text.getNext() instanceof HtmlInline close
        && close.getLiteral().equals("</kbd>")) {
      return text.getLiteral();
    }
    return null;
  }
}
