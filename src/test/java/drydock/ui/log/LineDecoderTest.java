// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LineDecoderTest {
  private static final Style RED = Style.PLAIN.withForeground(1);

  private static List<String> lines(String... chunks) {
    LineDecoder decoder = new LineDecoder();
    List<String> lines = new ArrayList<>();
    for (String chunk : chunks) {
      decoder.feed(chunk).forEach(l -> lines.add(l.text()));
    }
    if (decoder.hasOpenLine()) {
      lines.add(decoder.openLine().text());
    }
    return lines;
  }

  private static StyledText styled(String text) {
    return new LineDecoder().feed(text + "\n").getFirst();
  }

  @Test
  void coloursBecomeRuns() {
    StyledText line = styled("a \u001b[31mred\u001b[0m b \u001b[1;4mbold\u001b[22;24m!");
    assertThat(line.text()).isEqualTo("a red b bold!");
    assertThat(line.runs())
        .containsExactly(
            new StyledText.Run(2, 5, RED),
            new StyledText.Run(8, 12, Style.PLAIN.with(Style.BOLD | Style.UNDERLINE)));
  }

  @Test
  void allSpellingsOfColoursAreRead() {
    assertThat(foreground("38;5;208")).isEqualTo(208);
    assertThat(foreground("38:5:208")).isEqualTo(208);
    assertThat(foreground("38;2;1;2;3")).isEqualTo(Style.TRUE_COLOUR | 0x010203);
    assertThat(foreground("38:2::1:2:3")).isEqualTo(Style.TRUE_COLOUR | 0x010203);
    assertThat(foreground("38:2:1:2:3")).isEqualTo(Style.TRUE_COLOUR | 0x010203);
    assertThat(foreground("97")).isEqualTo(15);
    assertThat(foreground("58;5;1;32")).isEqualTo(2);
    assertThat(styled("\u001b[45;1mx").runs().getFirst().style())
        .isEqualTo(new Style(Style.DEFAULT, 5, Style.BOLD));
  }

  private static int foreground(String parameters) {
    return styled("\u001b[" + parameters + "mx").runs().getFirst().style().foreground();
  }

  @Test
  void nonsenseColoursChangeNothing() {
    for (String bad :
        List.of("38;5;256", "38;2;1;2", "38;9", "999999999999", "38", "38;5", "38:2", "1:2:3:::")) {
      StyledText line = styled("\u001b[" + bad + "mx");
      assertThat(line.text()).isEqualTo("x");
      assertThat(line.runs())
          .allMatch(r -> r.style().foreground() == Style.DEFAULT, "no colour from " + bad);
    }
  }

  @Test
  void aStyleOfOneLineDoesNotComeBackInTheNext() {
    LineDecoder decoder = new LineDecoder();
    decoder.feed("\u001b[31mall of it is red\u001b[0m\n");
    StyledText line = decoder.feed("plain plain\r\u001b[32mgreen\u001b[0m\n").getFirst();
    assertThat(line.text()).isEqualTo("green plain");
    assertThat(line.runs())
        .containsExactly(new StyledText.Run(0, 5, Style.PLAIN.withForeground(2)));
  }

  @Test
  void farPlacesAndAllColoursSurvivePacking() {
    String far = "x".repeat(65_530);
    StyledText line = styled(far + "\u001b[38;2;255;255;255;48;2;0;0;0;1;2;3;4;7;9mabc");
    assertThat(line.runs())
        .containsExactly(
            new StyledText.Run(
                65_530, 65_533, new Style(Style.TRUE_COLOUR | 0xffffff, Style.TRUE_COLOUR, 63)));
  }

  @Test
  void styleGoesOnInTheNextLine() {
    List<StyledText> lines = new LineDecoder().feed("\u001b[31ma\nb\u001b[m\nc\n");
    assertThat(lines).extracting(l -> l.runs().size()).containsExactly(1, 1, 0);
  }

  @Test
  void sequencesMayBeSplitAnywhere() {
    String text = "x\u001b[1;31mred\u001b[0m \u001b]0;title\u001b\\y\u001b(Bz\u001b[2Jend";
    for (int i = 0; i <= text.length(); i++) {
      assertThat(lines(text.substring(0, i), text.substring(i))).containsExactly("xred yzend");
    }
  }

  @Test
  void otherSequencesAreSwallowed() {
    assertThat(lines("a\u001b[?25lb\u001b[2Ac\u001b]8;;http://x\u0007link\u001b]8;;\u0007\u001b=d"))
        .containsExactly("abclinkd");
    assertThat(lines("\u001bP1$r0m\u001b\\a\u001b[10;20Hb\u001b7c\u001b#8d"))
        .containsExactly("abcd");
  }

  @Test
  void unfinishedSequencesDoNotSwallowTheNextLine() {
    assertThat(lines("a\u001b]0;never ended\nb")).containsExactly("a", "b");
    assertThat(lines("a\u001b[31\nb")).containsExactly("a", "b");
    assertThat(lines("a\u001b\nb")).containsExactly("a", "b");
  }

  @Test
  void aLineIsRewrittenInPlace() {
    assertThat(lines(" 10%\r 20%\r100%\n")).containsExactly("100%");
    assertThat(lines("downloading 10%\r\u001b[2Kdone\n")).containsExactly("done");
    assertThat(lines("downloading\r\u001b[Kdone\n")).containsExactly("done");
    assertThat(lines("abc\b\bX\n")).containsExactly("aXc");
    assertThat(lines("abcdef\u001b[3D\u001b[1KX\n")).containsExactly("   Xef");
    assertThat(lines("abc\u001b[10Gx\u001b[1Gy\n")).containsExactly("ybc      x");
    assertThat(lines("dos\r\nunix\n")).containsExactly("dos", "unix");
  }

  @Test
  void tabsStopEveryEightColumns() {
    assertThat(lines("a\tb\t\tc\n")).containsExactly("a       b               c");
  }

  @Test
  void whatWouldBreakTheLayoutIsShownAsReplacement() {
    assertThat(lines("a\u0000b\u000bc\u0085d\u2028e\u202ef\u007f\u0007g\n"))
        .containsExactly("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFDg");
    assertThat(lines("lone \ud83d, lone \ude00, pair \ud83d", "\ude00\n"))
        .containsExactly("lone \uFFFD, lone \uFFFD, pair \ud83d\ude00");
  }

  @Test
  void veryLongLinesAreBroken() {
    String text = "x".repeat(3 * OpenLine.MAX + 5);
    List<String> lines = lines(text);
    assertThat(lines).hasSize(4).allMatch(l -> l.length() <= OpenLine.MAX);
    assertThat(String.join("", lines)).isEqualTo(text);
    assertThat(lines("\t".repeat(100_000))).allMatch(l -> l.length() <= OpenLine.MAX);
    assertThat(lines("\u001b[999999999C".repeat(1000) + "x")).allMatch(l -> l.length() <= 1 << 16);
  }

  @Test
  void neverThrowsOnNoise() {
    Random random = new Random(1);
    String alphabet =
        "ab \u001b\u001b[[]]0123456789;:mKGCDJ\r\n\b\t\u0007\\PX?\u009b\ud83d\ude00é\u0000";
    for (int round = 0; round < 3000; round++) {
      LineDecoder decoder = new LineDecoder();
      for (int i = 0; i < 6; i++) {
        StringBuilder chunk = new StringBuilder();
        random
            .ints(random.nextInt(40), 0, alphabet.length())
            .forEach(c -> chunk.append(alphabet.charAt(c)));
        List<StyledText> all = new ArrayList<>(decoder.feed(chunk.toString()));
        all.add(decoder.openLine());
        for (StyledText line : all) {
          assertThat(line.text().chars()).allMatch(c -> c >= 0x20 && c != 0x7f);
          int end = 0;
          for (StyledText.Run run : line.runs()) {
            assertThat(run.from()).isGreaterThanOrEqualTo(end).isLessThan(run.to());
            end = run.to();
          }
          assertThat(end).isLessThanOrEqualTo(line.text().length());
        }
      }
    }
  }

  @Test
  void printableTextIsNeverLost() {
    Random random = new Random(2);
    String[] sequences = {
      "\u001b[0m",
      "\u001b[38;2;9;9;9m",
      "\u001b[2A",
      "\u001b]0;t\u0007",
      "\u001b[?2004h",
      "\u001b(B",
      "\u001bPq\u001b\\"
    };
    for (int round = 0; round < 500; round++) {
      StringBuilder wanted = new StringBuilder();
      StringBuilder sent = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        String word =
            Integer.toString(random.nextInt(), 36) + (random.nextInt(5) == 0 ? "\n" : "é😀 ");
        wanted.append(word);
        sent.append(word);
        if (random.nextBoolean()) {
          sent.append(sequences[random.nextInt(sequences.length)]);
        }
      }
      List<String> chunks = new ArrayList<>();
      for (int at = 0; at < sent.length(); ) {
        int to = Math.min(sent.length(), at + 1 + random.nextInt(12));
        chunks.add(sent.substring(at, to));
        at = to;
      }
      String got = lines(chunks.toArray(String[]::new)).stream().collect(Collectors.joining("\n"));
      assertThat(got).isEqualTo(wanted.toString().replaceAll("\\n$", ""));
    }
  }
}
