// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.engine.Output;
import drydock.engine.Output.Channel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputDecoderTest {
  private static final String TEXT = "é ü → 漢字 🐳\n";

  private final List<Output> got = new ArrayList<>();
  private final OutputDecoder decoder = new OutputDecoder(got::add);

  @Test
  void charactersCutByFramesComeOutWhole() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    byte[] out = TEXT.getBytes(StandardCharsets.UTF_8);
    byte[] err = TEXT.toUpperCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    // one byte a frame, both channels in turn: each has to remember its own half characters
    for (int i = 0; i < Math.max(out.length, err.length); i++) {
      if (i < out.length) {
        stream.write(frame(1, new byte[] {out[i]}));
      }
      if (i < err.length) {
        stream.write(frame(2, new byte[] {err[i]}));
      }
    }
    decoder.readFrames(slow(stream.toByteArray()));
    assertThat(text(Channel.STDOUT)).isEqualTo(TEXT);
    assertThat(text(Channel.STDERR)).isEqualTo(TEXT.toUpperCase(java.util.Locale.ROOT));
    assertThat(got).allMatch(o -> !o.text().contains("�"));
  }

  @Test
  void terminalsHaveNoFrames() throws IOException {
    decoder.readPlain(slow(("\u0001" + TEXT).getBytes(StandardCharsets.UTF_8)));
    assertThat(text(Channel.STDOUT)).isEqualTo("\u0001" + TEXT);
  }

  @Test
  void bytesThatAreNoTextAreReplacedAndNotLost() throws IOException {
    decoder.readPlain(new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xe6}));
    assertThat(text(Channel.STDOUT)).isEqualTo("a�b�");
  }

  @Test
  void aFrameLargerThanAnyBufferStreamsThrough() throws IOException {
    byte[] much = "0123456789abcdef".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    decoder.readFrames(new ByteArrayInputStream(frame(1, much)));
    assertThat(text(Channel.STDOUT)).isEqualTo(new String(much, StandardCharsets.US_ASCII));
    assertThat(got).allMatch(o -> o.text().length() <= 1 << 15);
  }

  @Test
  void brokenFramesAreAnErrorAfterWhatWasReadable() {
    byte[] huge = {1, 0, 0, 0, -1, -1, -1, -1, 'x'};
    assertThatThrownBy(() -> decoder.readFrames(new ByteArrayInputStream(huge)))
        .isInstanceOf(EOFException.class);
    assertThat(text(Channel.STDOUT)).isEqualTo("x");
    assertThatThrownBy(() -> decoder.readFrames(new ByteArrayInputStream(new byte[] {1, 0, 0})))
        .isInstanceOf(EOFException.class);
    assertThatThrownBy(
            () ->
                decoder.readFrames(
                    new ByteArrayInputStream("plain text".getBytes(StandardCharsets.US_ASCII))))
        .hasMessage("not a frame of output");
  }

  private String text(Channel channel) {
    StringBuilder all = new StringBuilder();
    got.stream().filter(o -> o.channel() == channel).forEach(o -> all.append(o.text()));
    return all.toString();
  }

  private static byte[] frame(int channel, byte[] payload) {
    return ByteBuffer.allocate(8 + payload.length)
        .put((byte) channel)
        .put(new byte[3])
        .putInt(payload.length)
        .put(payload)
        .array();
  }

  /// Gives at most three bytes a read, as a network may.
  private static InputStream slow(byte[] bytes) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return super.read(into, from, Math.min(3, length));
      }
    };
  }
}
