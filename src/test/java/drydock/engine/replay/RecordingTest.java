// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.Output;
import drydock.engine.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordingTest {
  private static final String TEXT = Tapes.unpacked(Tapes.bytes(Tapes.recording()));

  @Test
  void everythingComesBackButWhatIsMasked() throws IOException {
    Recording written = Tapes.recording();
    Recording read = Tapes.read(Tapes.bytes(written));
    assertThat(read.notes()).isEmpty();
    assertThat(read.header()).isEqualTo(written.header());
    assertThat(read.end()).isEqualTo(written.end());
    assertThat(read.entries()).hasSameSizeAs(written.entries());
    for (int i = 0; i < written.entries().size(); i++) {
      Entry was = written.entries().get(i);
      if (!masked(was)) {
        assertThat(read.entries().get(i)).isEqualTo(was);
      }
    }
    assertThat(TEXT)
        .doesNotContain("s3cret", "hush")
        .contains("CONF=" + Masking.MASK, "HOME=/root");
  }

  private static boolean masked(Entry entry) {
    return entry instanceof Entry.Answered answered
        && switch (answered.question()) {
          case Question.OfImage _, Question.OfHistory _, Question.OfCommand _ -> true;
          case Question.OfProcesses _,
              Question.OfChanges _,
              Question.OfStats _,
              Question.OfDiskUsage _ ->
              false;
        };
  }

  @Test
  void statesShareWhatDidNotChange() throws IOException {
    List<EngineState> states = new ArrayList<>();
    for (Entry entry : Tapes.read(Tapes.bytes(Tapes.recording())).entries()) {
      if (entry instanceof Entry.State state) {
        states.add(state.state());
      }
    }
    assertThat(states.get(1).networks()).isSameAs(states.get(0).networks());
    assertThat(states.get(2).images()).isSameAs(states.get(1).images());
  }

  @Test
  void aChangeIsWrittenAloneAndNotTheWholeState() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<Container> all = new ArrayList<>();
      for (int c = 0; c < 50; c++) {
        boolean runs = c != 7 || i % 2 == 0;
        all.add(
            Samples.container(
                "c" + c,
                "web" + c,
                "app:1",
                Tapes.APP_ID,
                runs ? Container.Status.RUNNING : Container.Status.EXITED,
                0,
                Tapes.START,
                true));
      }
      entries.add(new Entry.State(Tapes.second(i), Tapes.state(i, List.of(), all)));
    }
    Recording recording = new Recording(Tapes.recording().header(), entries, List.of());
    String text = Tapes.unpacked(Tapes.bytes(recording));
    List<String> lines = text.lines().toList();
    assertThat(lines.get(1).length()).isGreaterThan(20_000);
    assertThat(lines.subList(2, 100)).allMatch(line -> line.length() < 1_500);
  }

  @Test
  void oneThatIsCutOffIsReadUpToItsLastWholeLine() throws IOException {
    byte[] whole = Tapes.bytes(Tapes.recording());
    int before = -1;
    for (int length = 200; length < whole.length; length += 37) {
      Recording read;
      try {
        read = Tapes.read(Arrays.copyOf(whole, length));
      } catch (UnreadableRecording e) {
        continue; // not even the head
      }
      assertThat(read.entries().size()).isGreaterThanOrEqualTo(before);
      before = read.entries().size();
      if (length < whole.length - 12) {
        assertThat(read.notes()).as("cut at " + length).isNotEmpty();
      }
    }
    assertThat(before).isGreaterThan(10);
  }

  @Test
  void whatStandsInTheFileAfterASecondSurvivesACrash() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Recording tape = Tapes.recording();
    RecordingWriter writer = new RecordingWriter(out, tape.header(), _ -> {});
    writer.take(tape.entries().get(0));
    Thread.sleep(1_050);
    writer.take(tape.entries().get(1));
    Recording read = Tapes.read(out.toByteArray()); // never closed
    assertThat(read.entries()).hasSize(2);
    assertThat(read.notes()).hasSize(1).first().asString().contains("ends in the middle");
  }

  @Test
  void aFullFileSaysSo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Random random = new Random(1);
    try (RecordingWriter writer =
        new RecordingWriter(out, Tapes.recording().header(), _ -> {}, 200_000)) {
      for (int i = 0; i < 1_000; i++) {
        byte[] noise = new byte[3_000];
        random.nextBytes(noise);
        writer.take(
            new Entry.Happened(
                Tapes.second(i),
                Tapes.event("e", i, Map.of("x", new String(noise, StandardCharsets.ISO_8859_1)))));
      }
      assertThat(writer.full()).isTrue();
    }
    assertThat(out.size()).isLessThan(210_000);
    Recording read = Tapes.read(out.toByteArray());
    assertThat(read.entries()).hasSizeGreaterThan(20);
    assertThat(read.notes()).hasSize(1).first().asString().contains("largest size");
  }

  @Test
  void aDiskThatIsFullIsToldOnce() throws IOException {
    List<IOException> told = new ArrayList<>();
    java.io.OutputStream disk =
        new java.io.OutputStream() {
          private int left = 100_000;

          @Override
          public void write(int b) throws IOException {
            if (left-- <= 0) {
              throw new IOException("No space left on device");
            }
          }
        };
    RecordingWriter writer = new RecordingWriter(disk, Tapes.recording().header(), told::add);
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[3_000];
      random.nextBytes(noise);
      writer.take(
          new Entry.Happened(
              Tapes.second(i),
              Tapes.event("e", i, Map.of("x", new String(noise, StandardCharsets.ISO_8859_1)))));
    }
    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).hasMessageContaining("No space");
  }

  @Test
  void kindsAndFieldsOfLaterVersionsArePassedOver() throws IOException {
    String later =
        TEXT.lines()
            .map(l -> l.replaceFirst("\\{", "{\"brandNew\":[1,{}],"))
            .reduce("", (a, b) -> a + b + "\n")
            .replace("\"minor\":0", "\"minor\":7");
    Recording plain = Tapes.read(Tapes.packed(later));
    assertThat(plain.entries()).hasSameSizeAs(Tapes.recording().entries());
    assertThat(plain.notes()).isEmpty();
    String withKinds = later.replaceFirst("\n", "\n{\"is\":\"Weather\",\"rain\":true}\n");
    assertThat(Tapes.read(Tapes.packed(withKinds)).notes())
        .containsExactly("One line of a kind that this version does not know was passed over.");
  }

  /// Written by Drydock when it recorded no logs.
  @Test
  void filesOfTheFirstVersionAreRead() throws Exception {
    Path file =
        Path.of(
            Objects.requireNonNull(
                    RecordingTest.class.getResource("/recordings/version-1.0.drydock-recording"))
                .toURI());
    Recording read = RecordingReader.read(file);
    assertThat(read.notes()).isEmpty();
    assertThat(read.header()).isEqualTo(Tapes.recording().header());
    assertThat(read.entries()).hasSize(Tapes.recording().entries().size() - 1);
    Replay replay = new Replay(read);
    replay.seek(replay.end());
    assertThat(replay.status()).isInstanceOf(EngineStatus.Ready.class);
    assertThat(replay.build()).isPresent();
  }

  /// A log is read by several, and again from its beginning.
  @Test
  void everyPieceOfALogIsTakenOnce() {
    LogTaker logs = new LogTaker();
    LogTaker.Reading first = logs.read("id");
    LogTaker.Reading second = logs.read("id");
    assertThat(first.take(out("one\n"))).contains(out("one\n"));
    assertThat(second.take(out("one\ntwo\n"))).contains(out("two\n"));
    assertThat(first.take(out("two\n"))).isEmpty();
    assertThat(logs.read("other").take(out("one\n"))).contains(out("one\n"));
    assertThat(first.take(out("x".repeat(LogTaker.MOST_EACH))).orElseThrow().text())
        .hasSize(LogTaker.MOST_EACH - 8);
    assertThat(first.take(out("more"))).as("there is no room for more").isEmpty();
    assertThat(second.take(out("x".repeat(LogTaker.MOST_EACH)))).isEmpty();
  }

  private static Output out(String text) {
    return new Output(Output.Channel.STDOUT, text);
  }
}
