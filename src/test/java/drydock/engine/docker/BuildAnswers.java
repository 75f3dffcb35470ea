// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildEvent;
import drydock.engine.BuildState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// Answers of builders, recorded and made up.
final class BuildAnswers {
  private BuildAnswers() {}

  static List<String> recorded(String name) {
    try (InputStream in = BuildAnswers.class.getResourceAsStream("/fixtures/" + name + ".jsonl")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<BuildEvent> decode(BuildDecoder decoder, List<String> lines) {
    List<BuildEvent> events = new ArrayList<>();
    lines.forEach(line -> events.addAll(decoder.decode(line)));
    return events;
  }

  static BuildState fold(List<BuildEvent> events) {
    BuildState state = BuildState.begin("", Instant.EPOCH);
    for (BuildEvent event : events) {
      state = state.apply(event);
    }
    return state;
  }

  static BuildState.Step step(BuildState state, String key) {
    return Objects.requireNonNull(state.steps().get(key), () -> key + " in " + state.steps());
  }

  static String status(BuildState state, String key) {
    return step(state, key).status().name();
  }

  /// A line of BuildKit's trace around a message.
  static String line(Proto message) {
    String aux = Base64.getEncoder().encodeToString(message.bytes());
    return "{\"id\":\"moby.buildkit.trace\",\"aux\":\"" + aux + "\"}";
  }

  static Proto vertex(String digest, String name, String... inputs) {
    Proto vertex = new Proto().text(1, digest).text(3, name);
    for (String input : inputs) {
      vertex.text(2, input);
    }
    return vertex;
  }

  static Proto time(long millis) {
    return new Proto().number(1, millis / 1000).number(2, millis % 1000 * 1_000_000);
  }

  /// Writes protobuf.
  static final class Proto {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Proto number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Proto text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Proto message(int field, Proto value) {
      return bytes(field, value.bytes());
    }

    Proto bytes(int field, byte[] value) {
      varint((long) field << 3 | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    private void varint(long value) {
      long rest = value;
      while ((rest & ~0x7fL) != 0) {
        out.write((int) (rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      out.write((int) rest);
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
