// SPDX-License-Identifier: Apache-2.0
package drydock.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void blocksOfEveryKind() {
    assertThat(
            Markup.parse(
                """
                ## Build *it* {#build-it}

                One `docker` **line**,
                wrapped.\\
                Next.

                - a
                  1. b
                3. c

                > quoted

                ```dockerfile title
                FROM busybox
                ```

                | Line | Layer |
                |------|-------|
                | RUN  | one   |

                ---

                ![The shop](shop.png)
                """))
        .containsExactly(
            new Block.Heading(
                2,
                "build-it",
                List.of(text("Build "), new Inline.Emphasis(List.of(text("it")))),
                1),
            new Block.Paragraph(
                List.of(
                    text("One "),
                    new Inline.Code("docker"),
                    text(" "),
                    new Inline.Strong(List.of(text("line"))),
                    text(", wrapped."),
                    new Inline.LineBreak(),
                    text("Next."))),
            new Block.BulletList(
                List.of(
                    List.of(
                        paragraph("a"),
                        new Block.OrderedList(1, List.of(List.of(paragraph("b"))))))),
            new Block.OrderedList(3, List.of(List.of(paragraph("c")))),
            new Block.Quote(List.of(paragraph("quoted"))),
            new Block.CodeBlock("dockerfile title", "FROM busybox", 13),
            new Block.Table(
                List.of(List.of(text("Line")), List.of(text("Layer"))),
                List.of(List.of(List.of(text("RUN")), List.of(text("one"))))),
            new Block.Rule(),
            new Block.Image("shop.png", "The shop", 23));
  }

  @Test
  void htmlIsText() {
    assertThat(Markup.parse("a <b onclick='x()'>b</b>\n\n<script>\nalert(1)\n</script>"))
        .containsExactly(
            paragraph("a <b onclick='x()'>b</b>"), paragraph("<script>\nalert(1)\n</script>"));
  }

  @Test
  void keysAreKeysOnlyWhenWhole() {
    assertThat(Markup.parse("Press <kbd>Ctrl+B</kbd>, not <kbd>"))
        .containsExactly(
            new Block.Paragraph(
                List.of(text("Press "), new Inline.Key("Ctrl+B"), text(", not <kbd>"))));
  }

  @Test
  void onlyHarmlessLinksLead() {
    assertThat(Markup.parse("[a](https://docs.docker.com/x) [b](lesson:build-cache)"))
        .containsExactly(
            new Block.Paragraph(
                List.of(
                    new Inline.Link("https://docs.docker.com/x", List.of(text("a"))),
                    text(" "),
                    new Inline.Link("lesson:build-cache", List.of(text("b"))))));
    for (String bad :
        List.of(
            "javascript:alert(1)",
            "http://plain",
            "file:///etc/passwd",
            "HTTPS://x",
            "https://user@evil.example/",
            "lesson:../../x y",
            "data:text/html,x",
            "//x",
            "")) {
      assertThat(Markup.parse("see [a](<" + bad + ">) there"))
          .as(bad)
          .containsExactly(paragraph("see a there"));
    }
  }

  @Test
  void anImageInASentenceIsItsDescription() {
    assertThat(Markup.parse("look: ![a hull](http://x/y.png)!"))
        .containsExactly(paragraph("look: a hull!"));
  }

  @Test
  void hugeAndDeepTextsAreBounded() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          List<Block> cut = Markup.parse("word ".repeat(Markup.MAX_LENGTH));
          assertThat(cut).hasSize(2);
          assertThat(cut.getLast().toString()).contains("200,000");
          for (String deep :
              List.of(
                  "> ".repeat(50_000),
                  "- ".repeat(50_000),
                  "*a ".repeat(30_000),
                  "[".repeat(60_000) + "a" + "](b)".repeat(30_000),
                  "**_".repeat(20_000) + "x" + "_**".repeat(20_000),
                  "`".repeat(90_000),
                  "<a ".repeat(50_000),
                  "![".repeat(50_000),
                  "|a".repeat(5_000)
                      + "\n"
                      + "|-".repeat(5_000)
                      + "\n|b|"
                      + "\n|c|".repeat(3000))) {
            assertThatCode(() -> Markup.parse(deep))
                .as(deep.substring(0, 9))
                .doesNotThrowAnyException();
          }
        });
  }

  private static Inline text(String text) {
    return new Inline.Text(text);
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(List.of(text(text)));
  }
}
