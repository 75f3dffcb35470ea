// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PipeTest {
  private final Pipe pipe = new Pipe();
  private final AtomicReference<Exception> told = new AtomicReference<>();

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
    Pipe.join(writer);
    assertThat(told.get()).hasMessage("unreadable");
  }

  @Test
  void aWriterThatWaitsLearnsThatTheReaderLeftAndNobodyElseIsTold() throws Exception {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread writer =
        write(
            out -> {
              try {
                while (true) {
                  out.write(new byte[1 << 16]);
                }
              } catch (IOException e) {
                failure.set(e);
                throw e;
              }
            });
    InputStream in = pipe.input();
    in.readNBytes(1000);
    while (writer.getState() != Thread.State.WAITING) {
      Thread.sleep(5);
    }
    in.close();
    Pipe.join(writer);
    assertThat(failure.get()).hasMessage("nobody reads any more");
    assertThat(told.get()).isNull();
  }

  @Test
  void whatTheWriterSaysInTheEnginesWordsIsToldToTheEnd() throws Exception {
    EngineException refusal =
        new EngineException(new EngineProblem.BadContext("a", "it is no file"));
    InputStream in = pipe.input();
    in.close();
    Thread writer =
        write(
            _ -> {
              throw refusal;
            });
    Pipe.join(writer);
    assertThat(told.get()).isSameAs(refusal);
  }

  private Thread write(Pipe.Writer writer) {
    return pipe.start("writer", writer, told::set);
  }
}
