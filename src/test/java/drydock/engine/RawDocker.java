// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The engine without Drydock in between: tests hold Drydock's answers against these, and make and remove objects with
/// it that are not Drydock's. One HTTP/1.0 request a connection.
public final class RawDocker {
  public static final String HOST = host();
  private static final ObjectMapper JSON = new ObjectMapper();

  private RawDocker() {}

  /// An answer: HTTP status and body.
  public record Answer(int status, String text) {
    public JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (IOException e) {
        throw new IllegalStateException(text(), e);
      }
    }
  }

  private static String host() {
    String set = System.getenv("DOCKER_HOST");
    if (set != null && !set.isBlank()) {
      return set;
    }
    String home = System.getProperty("user.home");
    return Stream.of(
            "/var/run/docker.sock",
            home + "/.docker/run/docker.sock",
            home + "/.docker/desktop/docker.sock")
        .filter(p -> Files.exists(Path.of(p)))
        .findFirst()
        .map(p -> "unix://" + p)
        .orElse("unix:///var/run/docker.sock");
  }

  /// Why engine tests cannot run; empty when they can.
  static String problem() {
    try {
      Answer ping = request("GET", "/_ping", null);
      return ping.status() == 200 ? "" : HOST + " answered " + ping.status();
    } catch (RuntimeException e) {
      return "no Docker engine answers at " + HOST;
    }
  }

  public static Answer get(String path) {
    return request("GET", path, null);
  }

  public static Answer post(String path, String json) {
    return request("POST", path, json.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer delete(String path) {
    return request("DELETE", path, null);
  }

  /// Sends one request with an unversioned path and reads the answer to its end.
  public static Answer request(String method, String path, byte @Nullable [] body) {
    byte[] payload = body == null ? new byte[0] : body;
    String type =
        payload.length > 0 && payload[0] == '{' ? "application/json" : "application/x-tar";
    String head =
        method
            + " "
            + path
            + " HTTP/1.0\r\nHost: docker\r\nContent-Type: "
            + type
            + "\r\nX-Registry-Auth: e30=" // {}: nobody's credentials, without which nothing is
            // pushed
            + "\r\nContent-Length: "
            + payload.length
            + "\r\n\r\n";
    try (SocketChannel channel = connect()) {
      write(channel, head.getBytes(StandardCharsets.US_ASCII));
      write(channel, payload);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
      while (channel.read(buffer) >= 0) {
        all.write(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
      byte[] answer = all.toByteArray();
      String text = new String(answer, StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n");
      int status = Integer.parseInt(text.substring(9, 12));
      return new Answer(
          status, new String(answer, end + 4, answer.length - end - 4, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// A connection to the engine.
  public static SocketChannel connect() throws IOException {
    URI uri = URI.create(HOST);
    return "unix".equals(uri.getScheme())
        ? SocketChannel.open(UnixDomainSocketAddress.of(uri.getPath()))
        : SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
  }

  private static void write(SocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
