// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextStyleTest {
  @Test
  void whatDoesNotFitEndsInAnEllipsis() {
    String fitted = TextStyle.CODE.fit("RUN pip install -r requirements.txt", 120);
    assertThat(fitted).startsWith("RUN pip in").endsWith("…");
    assertThat(TextStyle.CODE.width(fitted)).isLessThanOrEqualTo(120);
    assertThat(TextStyle.CODE.fit("short", 120)).isEqualTo("short");
    assertThat(TextStyle.CODE.fit("😀😀😀", 20)).doesNotContain("\ufffd").endsWith("…");
    assertThat(TextStyle.CODE.fit("anything", 2)).isEmpty();
  }

  @Test
  void namesThatBeginAlikeStayApart() {
    String one = TextStyle.HEADING.fitName("shop-frontend-production-web-1", 110);
    String two = TextStyle.HEADING.fitName("shop-frontend-production-web-2", 110);
    assertThat(one).startsWith("shop").contains("…").endsWith("web-1").isNotEqualTo(two);
    assertThat(TextStyle.HEADING.width(one)).isLessThanOrEqualTo(110);
    assertThat(TextStyle.HEADING.fitName("web", 110)).isEqualTo("web");
    assertThat(TextStyle.HEADING.fitName("😀😀😀😀😀", 40)).doesNotContain("\ufffd").contains("…");
    assertThat(TextStyle.HEADING.fitName("anything", 2)).isEmpty();
  }

  @Test
  void whatOthersWroteIsShownAsOneHarmlessLine() {
    assertThat(TextStyle.BODY.fit("a\n\tb\u0007\u001b[31m  c", 300)).isEqualTo("a b[31m c");
    assertThat(TextStyle.BODY.fit("safe\u202egpj.exe\u2066\u200f", 300)).isEqualTo("safegpj.exe");
    assertThat(TextStyle.BODY.fit("שלום 👩‍🔧", 300)).isEqualTo("שלום 👩‍🔧");
    assertThat(TextStyle.BODY.fit("W".repeat(1_000_000), 100)).matches("W+…");
    assertThat(TextStyle.BODY.wrap("n ".repeat(1_000_000), 100, 3)).hasSize(3);
  }

  @Test
  void wrappedLinesFitAndLoseNothing() {
    String text = "One word after another, until averyveryverylongwordthatfitsnowhere comes along.";
    List<String> lines = TextStyle.BODY.wrap(text, 90, 20);
    assertThat(lines).allMatch(l -> TextStyle.BODY.width(l) <= 90).hasSizeGreaterThan(4);
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    assertThat(TextStyle.BODY.wrap(text, 90, 2)).hasSize(2).last().asString().endsWith("…");
  }
}
