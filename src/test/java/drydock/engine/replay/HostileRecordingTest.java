// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import drydock.engine.Container;
import drydock.engine.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Recordings of another version, damaged ones, and those that somebody made to do harm.
class HostileRecordingTest {
  private static final String TEXT = Tapes.unpacked(Tapes.bytes(Tapes.recording()));
  private static final String HEAD = TEXT.lines().findFirst().orElseThrow();

  @Test
  void aNewerMajorVersionIsRefusedWithASentence() {
    assertThatExceptionOfType(UnreadableRecording.class)
        .isThrownBy(() -> Tapes.read(Tapes.packed(TEXT.replace("\"major\":1", "\"major\":2"))))
        .withMessageContaining("newer Drydock (1.2.3)");
  }

  @Test
  void whatIsNoRecordingIsRefusedWithASentence() {
    for (byte[] none :
        List.of(
            new byte[0],
            new byte[] {0x1f, (byte) 0x8b},
            "hello".getBytes(StandardCharsets.UTF_8),
            Tapes.packed(""),
            Tapes.packed("hello\n"),
            Tapes.packed("{}\n"),
            Tapes.packed("[]\n"),
            Tapes.packed("null\n"),
            Tapes.packed("{\"format\":\"drydock-recording\"}\n"),
            Tapes.packed("{\"format\":\"drydock-recording\",\"major\":1,\"minor\":0}\n"),
            Tapes.packed(HEAD.replace("\"started\":", "\"begun\":") + "\n"),
            Tapes.packed("[".repeat(100_000) + "\n"))) {
      assertThatExceptionOfType(UnreadableRecording.class)
          .isThrownBy(() -> Tapes.read(none))
          .withMessageMatching(".*\\.");
    }
  }

  @Test
  void hostileLinesArePassedOver() throws IOException {
    List<String> lines =
        List.of(
            "null",
            "[[[[[[[[",
            "{\"is\":\"Event\"}",
            "{\"is\":\"Event\",\"at\":\"2026-11-20T14:00:01Z\",\"event\":null}",
            "{\"is\":\"Event\",\"at\":\"2026-11-20T14:00:01Z\",\"event\":{\"type\":null,"
                + "\"action\":\"a\",\"detail\":\"\",\"id\":\"\",\"attributes\":{},\"timeNanos\":1}}",
            "{\"is\":\"Event\",\"at\":\"2026-11-20T14:00:01Z\",\"event\":{\"type\":\"t\","
                + "\"action\":\"a\",\"detail\":\"\",\"id\":\"\",\"attributes\":{\"x\":null},"
                + "\"timeNanos\":1}}",
            "{\"is\":\"Lost\",\"at\":\"+999999999-12-31T23:59:59Z\"}",
            "{\"is\":\"Lost\",\"at\":\"yesterday\"}",
            "{\"is\":\"Lost\",\"at\":12}",
            "{\"is\":\"Delta\",\"at\":\"2026-11-20T14:00:01Z\",\"seen\":\"2026-11-20T14:00:01Z\","
                + "\"here\":[],\"gone\":[]}",
            "{\"is\":\"java.lang.Runtime\",\"at\":\"2026-11-20T14:00:01Z\"}",
            "{\"is\":\"Whole\",\"at\":\"2026-11-20T14:00:01Z\",\"state\":"
                + "{\"a\":".repeat(5_000)
                + "1"
                + "}".repeat(5_000)
                + "}",
            "{\"is\":\"Reply\",\"at\":\"2026-11-20T14:00:01Z\",\"question\":{\"is\":\"OfDiskUsage\"},"
                + "\"answer\":{\"is\":\"Used\",\"usage\":{\"layers\":1e999999}}}",
            "\u0000\u0001");
    Recording read = Tapes.read(Tapes.packed(HEAD + "\n" + String.join("\n", lines) + "\n"));
    assertThat(read.entries()).isEmpty();
    assertThat(read.notes()).anyMatch(note -> note.contains("could not be understood"));
  }

  @Test
  void timesNeverGoBack() throws IOException {
    Recording read =
        Tapes.read(
            Tapes.packed(
                HEAD
                    + "\n{\"is\":\"Lost\",\"at\":\"2026-11-20T15:00:00Z\"}"
                    + "\n{\"is\":\"Lost\",\"at\":\"2026-11-20T14:00:00Z\"}\n"));
    assertThat(read.entries()).extracting(Entry::at).containsOnly(Tapes.second(3_600));
    assertThat(read.notes()).anyMatch(note -> note.contains("went back"));
  }

  @Test
  void bombsAreBounded() throws IOException {
    String line = "{\"is\":\"Weather\",\"x\":\"" + "x".repeat(1 << 20) + "\"}\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write((HEAD + "\n").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 250; i++) {
        gzip.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(out.size()).isLessThan(1 << 20);
    assertThat(Tapes.read(out.toByteArray()).notes()).anyMatch(n -> n.contains("more than"));

    ByteArrayOutputStream endless = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(endless)) {
      gzip.write((HEAD + "\n").getBytes(StandardCharsets.UTF_8));
      gzip.write(new byte[RecordingFormat.LONGEST_LINE + (1 << 20)]);
    }
    assertThat(Tapes.read(endless.toByteArray()).notes()).anyMatch(n -> n.contains("more than"));
  }

  @Test
  void changesThatWouldFillTheMemoryAreBounded() throws IOException {
    List<Container> many = new ArrayList<>();
    for (int i = 0; i < 8_000; i++) {
      many.add(
          Samples.container("c" + i, "n", "", "", Container.Status.RUNNING, 0, Tapes.START, false));
    }
    String head =
        Tapes.unpacked(
            Tapes.bytes(
                new Recording(
                    Tapes.recording().header(),
                    List.of(new Entry.State(Tapes.second(0), Tapes.state(0, List.of(), many))),
                    List.of())));
    String lines = head.lines().limit(2).reduce("", (a, b) -> a + b + "\n");
    StringBuilder text = new StringBuilder(lines);
    for (int i = 0; i < 8_000; i++) {
      text.append(
          """
          {"is":"Delta","at":"2026-11-20T14:00:01Z","seen":"2026-11-20T14:00:01Z","here":[],\
          "gone":[{"kind":"container","id":"c%d"}]}
          """
              .formatted(i));
    }
    Recording read = Tapes.read(Tapes.packed(text.toString()));
    assertThat(read.entries()).hasSizeBetween(2_900, 3_300);
    assertThat(read.notes()).anyMatch(n -> n.contains("more than"));
  }

  /// Random damage to the packed bytes and to the text: never anything but a recording or a
  /// sentence.
  @Test
  void damageOfAnyKindIsARecordingOrASentence() throws IOException {
    byte[] bytes = Tapes.bytes(Tapes.recording());
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    Random random = new Random(42);
    int read = 0;
    for (int i = 0; i < 1_500; i++) {
      byte[] damaged = i % 3 == 0 ? bytes.clone() : text.clone();
      for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      if (i % 3 == 2) {
        damaged = shuffled(damaged, random);
      }
      try {
        Recording recording =
            Tapes.read(
                i % 3 == 0
                    ? damaged
                    : Tapes.packed(new String(damaged, StandardCharsets.ISO_8859_1)));
        read++;
        Replay replay = new Replay(recording);
        replay.seek(replay.end());
        replay.build().ifPresent(Replay.PastBuild::state);
        assertThat(NoHoles.in(recording.header())).isTrue();
        recording.entries().forEach(entry -> assertThat(NoHoles.in(entry)).isTrue());
      } catch (UnreadableRecording e) {
        assertThat(e.getMessage()).endsWith(".");
      }
    }
    assertThat(read).as("some damage is survived").isGreaterThan(200);
  }

  private static byte[] shuffled(byte[] text, Random random) {
    List<String> lines =
        new ArrayList<>(new String(text, StandardCharsets.ISO_8859_1).lines().toList());
    java.util.Collections.shuffle(lines.subList(1, lines.size()), random);
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }
}
