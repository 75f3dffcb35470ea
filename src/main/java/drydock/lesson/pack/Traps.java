// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// What Markdown allows and lessons do not: HTML, links that lead anywhere but to the web or to lessons, pictures from
/// elsewhere. None of it would be shown or followed; the author is told why.
final class Traps {
  private static final Pattern KEY = Pattern.compile("(?i)</?kbd>");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*-->\\s*");
  private static final Pattern TARGET =
      Pattern.compile("https://[^\\s/@]+(/\\S*)?|lesson:[a-z0-9][a-z0-9./#-]{0,127}");
  private static final Parser PARSER =
      Parser.builder()
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(24)
          .maxInlineNesting(24)
          .build();

  private final Source source;

  Traps(Source source) {
    this.source = source;
  }

  /// The vars that the text names are the lesson's.
  void vars(String text, int lineOffset) {
    int line = lineOffset;
    for (String words : text.split("\n", -1)) {
      line++;
      if (words.contains("{{")) {
        source.example(words, line, words.indexOf("{{") + 1);
      }
    }
  }

  void look(String markdown, int lineOffset) {
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(HtmlBlock html) {
                if (!COMMENT.matcher(html.getLiteral()).matches()) {
                  problem(Rule.HTML, html, html.getLiteral());
                }
              }

              @Override
              public void visit(HtmlInline html) {
                if (!KEY.matcher(html.getLiteral()).matches()) {
                  problem(Rule.HTML, html, html.getLiteral());
                }
              }

              @Override
              public void visit(Link link) {
                if (!TARGET.matcher(link.getDestination()).matches()) {
                  problem(Rule.LINK_TARGET, link, link.getDestination());
                }
                visitChildren(link);
              }

              @Override
              public void visit(Image image) {
                Node parent = image.getParent();
                if (!(parent instanceof Paragraph)
                    || image.getPrevious() != null
                    || image.getNext() != null) {
                  problem(Rule.PICTURE, image, image.getDestination());
                }
              }

              private void problem(Rule rule, Node node, String what) {
                List<SourceSpan> spans = node.getSourceSpans();
                int line = spans.isEmpty() ? 0 : spans.getFirst().getLineIndex();
                int column = spans.isEmpty() ? 0 : spans.getFirst().getColumnIndex();
                source.problem(
                    rule,
                    line + 1 + lineOffset,
                    column + 1,
                    YamlReader.shown(what.strip().lines().findFirst().orElse("")));
              }
            });
  }
}
