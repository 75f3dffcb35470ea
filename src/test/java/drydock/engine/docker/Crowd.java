// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An engine full of containers, which a test lets do what it wants; its events are told, held back or garbled.
public final class Crowd implements AutoCloseable {
  private static final Pattern SINCE = Pattern.compile("[?&]since=(\\d+)\\.(\\d{9})");
  private static final long FIRST = 1_700_000_000_000_000_000L;

  private record Line(long nanos, String text) {}

  public final FakeEngine fake = new FakeEngine();
  private final Map<String, String> containers = new ConcurrentSkipListMap<>();
  private final List<Line> ring = new ArrayList<>();
  private final List<String> live = new ArrayList<>();
  private final String id;
  private long clock = FIRST;
  private int cuts;

  public Crowd(String id) {
    this.id = id;
    fake.on("/_ping", 200, "OK")
        .on(
            "/version",
            200,
            "{\"ApiVersion\":\"1.45\",\"MinAPIVersion\":\"1.24\",\"Os\":\"linux\",\"Version\":\"26.1\"}")
        .read("/info", (_, out) -> answer(out, info()))
        .read("/images/json", (_, out) -> answer(out, "[{\"Id\":\"sha256:app\"}]"))
        .on("/images/sha256:app/json", 200, "{\"Id\":\"sha256:app\",\"RepoTags\":[\"app:1\"]}")
        .on("/networks", 200, "[{\"Id\":\"net\"}]")
        .on("/networks/net", 200, "{\"Id\":\"net\",\"Name\":\"bridge\",\"Scope\":\"local\"}")
        .on("/volumes", 200, "{\"Volumes\":null}")
        .read("/events", this::events);
    lists();
  }

  /// Lists its containers when asked.
  void lists() {
    fake.read("/containers/json", (_, out) -> answer(out, list()));
  }

  private String info() {
    return "{\"ID\":\"" + id + "\",\"OSType\":\"linux\",\"SystemTime\":\"2023-11-14T22:13:20Z\"}";
  }

  private String list() {
    return "["
        + String.join(",", containers.keySet().stream().map("{\"Id\":\"%s\"}"::formatted).toList())
        + "]";
  }

  /// Makes a container what `status` says, without a word.
  public Crowd set(String container, String status) {
    if (containers.put(container, status) == null) {
      fake.read("/containers/" + container + "/json", (_, out) -> answer(out, inspect(container)));
    }
    return this;
  }

  private String inspect(String container) {
    return ("{\"Id\":\"%s\",\"Name\":\"/%s\",\"Image\":\"sha256:app\",\"State\":{\"Status\":\"%s\"},"
            + "\"NetworkSettings\":{\"Networks\":{\"bridge\":{\"NetworkID\":\"net\"}}}}")
        .formatted(container, container, containers.get(container));
  }

  public void tell(String action, String container) {
    say(remember(action, container));
  }

  /// What a dropped event leaves: the engine knows it, and no open stream heard it.
  String remember(String action, String container) {
    synchronized (ring) {
      clock += 1000;
      String line =
          "{\"Type\":\"container\",\"Action\":\"%s\",\"Actor\":{\"ID\":\"%s\"},\"timeNano\":%d}\n"
              .formatted(action, container, clock);
      ring.add(new Line(clock, line));
      return line;
    }
  }

  /// Writes to every open stream, whatever it is.
  void say(String text) {
    synchronized (ring) {
      live.add(text);
      ring.notifyAll();
    }
  }

  void forgetEvents() {
    synchronized (ring) {
      ring.clear();
    }
  }

  public void cutStreams() {
    synchronized (ring) {
      cuts++;
      ring.notifyAll();
    }
  }

  public long requests(String start) {
    return fake.requests.stream()
        .filter(r -> r.replaceFirst("/v1\\.\\d+", "").startsWith(start))
        .count();
  }

  private void events(String request, OutputStream out) throws IOException, InterruptedException {
    write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
    Matcher since = SINCE.matcher(request);
    long from = since.find() ? Long.parseLong(since.group(1) + since.group(2)) : Long.MAX_VALUE;
    StringBuilder text = new StringBuilder();
    int next;
    int cut;
    synchronized (ring) {
      ring.stream().filter(line -> line.nanos >= from).forEach(line -> text.append(line.text));
      next = live.size();
      cut = cuts;
    }
    while (true) {
      write(out, text.toString());
      text.setLength(0);
      synchronized (ring) {
        if (next == live.size() && cut == cuts) {
          ring.wait(50);
          text.append('\n'); // no event; what it is written to may be gone
        }
        while (next < live.size()) {
          text.append(live.get(next++));
        }
        if (cut != cuts) {
          write(out, text.toString());
          return;
        }
      }
    }
  }

  private static void answer(OutputStream out, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + bytes.length);
    write(out, "\r\n\r\n" + json);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    cutStreams();
    fake.close();
  }
}
