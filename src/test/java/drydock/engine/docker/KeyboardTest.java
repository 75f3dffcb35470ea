// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class KeyboardTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private final Keyboard keyboard = new Keyboard();

  @Test
  void whatIsTypedIsReadAtOnce() throws InterruptedException {
    assertThat(keyboard.type("hello".getBytes(UTF_8), SHORT)).isTrue();
    byte[] into = new byte[10];
    assertThat(keyboard.read(into, 2, 8)).isEqualTo(5);
    assertThat(new String(into, 2, 5, UTF_8)).isEqualTo("hello");
    assertThat(keyboard.type(new byte[] {(byte) 200}, SHORT)).isTrue();
    assertThat(keyboard.read()).isEqualTo(200);
  }

  @Test
  void muchGoesThroughInOrder() throws InterruptedException {
    byte[] much = new byte[3 << 20];
    new Random(3).nextBytes(much);
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    Thread reader =
        Thread.ofVirtual()
            .start(
                () -> {
                  byte[] chunk = new byte[1000];
                  for (int read = keyboard.read(chunk, 0, 1000);
                      read >= 0;
                      read = keyboard.read(chunk, 0, 1000)) {
                    got.write(chunk, 0, read);
                  }
                });
    assertThat(keyboard.type(much, Duration.ofSeconds(15))).isTrue();
    keyboard.sent(Duration.ofSeconds(5));
    keyboard.close();
    reader.join();
    assertThat(got.toByteArray()).isEqualTo(much);
  }

  @Test
  void whatNobodyReadsIsBounded() throws InterruptedException {
    assertThat(keyboard.type(new byte[1 << 16], SHORT)).isTrue();
    assertThat(keyboard.type(new byte[1], SHORT)).isFalse();
    assertThat(keyboard.type(new byte[0], SHORT)).isTrue();
    keyboard.sent(SHORT);
    assertThat(keyboard.read(new byte[1 << 16], 0, 1 << 16)).isEqualTo(1 << 16);
  }

  @Test
  void closingFreesBothSides() throws InterruptedException {
    int[] read = {0};
    Thread reader = Thread.ofVirtual().start(() -> read[0] = keyboard.read());
    keyboard.sent(Duration.ofSeconds(5));
    keyboard.close();
    reader.join();
    assertThat(read[0]).isEqualTo(-1);
    assertThat(keyboard.type(new byte[1], SHORT)).isFalse();
    assertThat(keyboard.read(new byte[5], 0, 5)).isEqualTo(-1);
    keyboard.close();

    Keyboard full = new Keyboard();
    assertThat(full.type(new byte[1 << 16], SHORT)).isTrue();
    boolean[] typed = {true};
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    typed[0] = full.type(new byte[1], Duration.ofSeconds(15));
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    full.close();
    writer.join();
    assertThat(typed[0]).isFalse();
  }
}
