// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PipeTest {
  private final Pipe pipe = new Pipe();

  @Test
  void bytesArriveInOrder() throws Exception {
    byte[] all = new byte[5 << 20];
    new Random(1).nextBytes(all);
    Thread writer =
        write(
            out -> {
              out.write(all, 0, 100);
              out.write(all[100]);
              out.write(all, 101, all.length - 101);
            });
    try (InputStream in = pipe.input()) {
      assertThat(in.readAllBytes()).isEqualTo(all);
      assertThat(in.read()).isEqualTo(-1);
    }
    writer.join();
  }

  @Test
  void theReaderLearnsThatTheWriterFailed() throws Exception {
    Thread writer =
        write(
            out -> {
              out.write(1);
              throw new IOException("unreadable");
            });
    try (InputStream in = pipe.input()) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class).hasMessage("unreadable");
    }
    writer.join();
  }

  @Test
  void aWriterThatWaitsLearnsThatTheReaderLeft() throws Exception {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    pipe.run(
                        out -> {
                          while (true) {
                            out.write(new byte[1 << 16]);
                          }
                        });
                  } catch (IOException e) {
                    failure.set(e);
                  }
                });
    InputStream in = pipe.input();
    in.readNBytes(1000);
    while (writer.getState() != Thread.State.WAITING) {
      Thread.sleep(5);
    }
    in.close();
    writer.join();
    assertThat(failure.get()).hasMessage("nobody reads any more");
    assertThat(pipe.readerGone()).isTrue();
  }

  private Thread write(Pipe.Writer writer) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                pipe.run(writer);
              } catch (IOException e) {
                // the reader is asked
              }
            });
  }
}
