// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildStep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// BuildKit's `StatusResponse` (api/services/control/control.proto): what changed since the one before.
record TraceMessage(
    List<Vertex> vertices, List<Status> statuses, List<Log> logs, List<Warning> warnings) {

  /// @param inputs digests of the vertices that it needs
  record Vertex(
      String digest,
      List<String> inputs,
      String name,
      boolean cached,
      @Nullable Instant started,
      @Nullable Instant completed,
      String error) {}

  record Status(String id, String vertex, String name, long current, long total, boolean done) {}

  /// A piece of output. No record, because it holds an array.
  static final class Log {
    private final String vertex;
    private final long stream;
    private final byte[] bytes;

    Log(String vertex, long stream, byte[] bytes) {
      this.vertex = vertex;
      this.stream = stream;
      this.bytes = bytes;
    }

    String vertex() {
      return vertex;
    }

    /// 1 for standard output, 2 for standard error.
    long stream() {
      return stream;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  record Warning(String summary, List<String> detail, String url, List<BuildStep.Lines> lines) {}

  static TraceMessage read(byte[] bytes) throws IOException {
    TraceMessage message =
        new TraceMessage(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    ProtoReader in = new ProtoReader(bytes);
    while (in.next()) {
      switch (in.field()) {
        case 1 -> message.vertices.add(vertex(in.message()));
        case 2 -> message.statuses.add(status(in.message()));
        case 3 -> message.logs.add(log(in.message()));
        case 4 -> message.warnings.add(warning(in.message()));
        default -> in.skip();
      }
    }
    return message;
  }

  private static Vertex vertex(ProtoReader in) throws IOException {
    String digest = "";
    List<String> inputs = new ArrayList<>();
    String name = "";
    boolean cached = false;
    Instant started = null;
    Instant completed = null;
    String error = "";
    while (in.next()) {
      switch (in.field()) {
        case 1 -> digest = in.text();
        case 2 -> inputs.add(in.text());
        case 3 -> name = in.text();
        case 4 -> cached = in.number() != 0;
        case 5 -> started = in.time();
        case 6 -> completed = in.time();
        case 7 -> error = in.text();
        default -> in.skip();
      }
    }
    return new Vertex(digest, inputs, name, cached, started, completed, error);
  }

  private static Status status(ProtoReader in) throws IOException {
    String id = "";
    String vertex = "";
    String name = "";
    long current = 0;
    long total = 0;
    boolean done = false;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> id = in.text();
        case 2 -> vertex = in.text();
        case 3 -> name = in.text();
        case 4 -> current = in.number();
        case 5 -> total = in.number();
        case 8 -> {
          in.skip();
          done = true;
        }
        default -> in.skip();
      }
    }
    return new Status(id, vertex, name, current, total, done);
  }

  private static Log log(ProtoReader in) throws IOException {
    String vertex = "";
    long stream = 0;
    byte[] bytes = new byte[0];
    while (in.next()) {
      switch (in.field()) {
        case 1 -> vertex = in.text();
        case 3 -> stream = in.number();
        case 4 -> bytes = in.binary();
        default -> in.skip();
      }
    }
    return new Log(vertex, stream, bytes);
  }

  private static Warning warning(ProtoReader in) throws IOException {
    String summary = "";
    List<String> detail = new ArrayList<>();
    String url = "";
    List<BuildStep.Lines> lines = new ArrayList<>();
    while (in.next()) {
      switch (in.field()) {
        case 3 -> summary = new String(in.binary(), StandardCharsets.UTF_8);
        case 4 -> detail.add(new String(in.binary(), StandardCharsets.UTF_8));
        case 5 -> url = in.text();
        case 7 -> lines.add(range(in.message()));
        default -> in.skip();
      }
    }
    return new Warning(summary, detail, url, lines);
  }

  private static BuildStep.Lines range(ProtoReader in) throws IOException {
    int start = 0;
    int end = 0;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> start = line(in.message());
        case 2 -> end = line(in.message());
        default -> in.skip();
      }
    }
    return new BuildStep.Lines(start, Math.max(start, end));
  }

  private static int line(ProtoReader in) throws IOException {
    int line = 0;
    while (in.next()) {
      if (in.field() == 1) {
        line = Math.clamp(in.number(), 0, Integer.MAX_VALUE);
      } else {
        in.skip();
      }
    }
    return line;
  }
}
