// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.app.Composition;
import drydock.app.Places;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.docker.EngineFinder;
import drydock.lesson.pack.PackReader;
import drydock.ui.kit.Fx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// From a container's start, as the engine's own event dates it, to the pixels that show it in the whole app's window: a
/// hundred containers are there, and some are started one after the other. Beside it, in the same run, when a bare reader of
/// the event stream heard of it, which nothing that waits for events can beat.
final class StartBench {
  private static final String LESSON = "#lesson-open-first-dockerfile";
  private static final int CONTAINERS = 100;
  private static final int STARTS = 40;
  private static final double TARGET_MILLIS = 100;
  private static final int PATIENCE_SECONDS = 60;

  private final String run = "drydock-bench-" + UUID.randomUUID().toString().substring(0, 8);
  private final List<String> ids = new ArrayList<>();

  private StartBench() {}

  static void run() throws Exception {
    StartBench bench = new StartBench();
    try {
      bench.create();
      bench.measure();
    } finally {
      for (String id : bench.ids) {
        RawDocker.delete("/containers/" + id + "?force=1&v=1");
      }
    }
  }

  private void create() {
    String labels =
        new ObjectMapper().valueToTree(Ownership.PLAIN.labels(Ownership.Kind.CONTAINER)).toString();
    for (int i = 0; i < CONTAINERS; i++) {
      String spec =
          "{\"Image\":\"busybox:1.37\",\"Cmd\":[\"sleep\",\"3600\"],\"Labels\":%s}"
              .formatted(labels);
      ids.add(
          RawDocker.post("/containers/create?name=%s-%d".formatted(run, i), spec)
              .json()
              .path("Id")
              .asText());
    }
  }

  private void measure() throws Exception {
    Path home = Files.createTempDirectory("drydock-bench");
    Places places =
        new Places(home.resolve("settings"), home.resolve("work"), home.resolve("scratch"));
    Fx.start();
    Stage stage = Fx.get(Stage::new);
    Composition app =
        Fx.get(
            () -> {
              Composition made =
                  new Composition(
                      stage,
                      places,
                      EngineFinder.ofThisSystem(),
                      PackReader.bundled(),
                      Clock.systemUTC(),
                      _ -> {});
              made.window().show();
              return made;
            });
    try (Reader reader = new Reader()) {
      Parent root = Fx.get(() -> stage.getScene().getRoot());
      Fx.await("a lesson", 60, () -> root.lookup(LESSON) != null);
      Fx.run(() -> ((ButtonBase) root.lookup(LESSON)).fire());
      Fx.await("its files", 60, () -> root.lookup("#editor-text") != null);
      Fx.run(() -> showContainers(root));
      Fx.await("all containers", 120, () -> cards(stage).size() >= CONTAINERS);
      Pixels pixels = Fx.get(() -> new Pixels(stage));
      List<Double> shown = new ArrayList<>();
      List<Double> heard = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        String name = run + "-" + i;
        Fx.run(() -> pixels.lookFor(name));
        RawDocker.request("POST", "/containers/" + name + "/start", null);
        Reader.Start start = reader.next();
        Instant seen = pixels.seen();
        heard.add(millis(start.at(), start.heard()));
        shown.add(millis(start.at(), seen));
        Thread.sleep(300); // nothing of the one before is left to do
      }
      print("a bare reader of the events", heard);
      print("pixels", shown);
      double p95 = percentile(shown, 0.95);
      System.out.printf(
          Locale.ROOT,
          "start: %d containers there, %d started; pixels p95 - reader p95: %.0f ms; target p95 <"
              + " %.0f ms: %s%n",
          CONTAINERS,
          STARTS,
          p95 - percentile(heard, 0.95),
          TARGET_MILLIS,
          p95 < TARGET_MILLIS ? "met" : "missed");
    } finally {
      Fx.run(app::close);
      Fx.close(stage);
      BuildBench.delete(home);
    }
  }

  private static void showContainers(Parent root) {
    TabPane tabs = (TabPane) root.lookup("#bottom-tabs");
    tabs.getTabs().stream()
        .filter(tab -> "tab-containers".equals(tab.getId()))
        .forEach(tab -> tabs.getSelectionModel().select(tab));
  }

  private static List<Node> cards(Stage stage) {
    Node status = stage.getScene().getRoot().lookup(".container-status");
    return status == null ? List.of() : status.getParent().getParent().getChildrenUnmodifiable();
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }

  private static void print(String what, List<Double> millis) {
    System.out.printf(
        Locale.ROOT,
        "start: from the event to %s: p50 %.1f ms, p95 %.1f ms, max %.1f ms%n",
        what,
        percentile(millis, 0.5),
        percentile(millis, 0.95),
        percentile(millis, 1));
  }

  private static double percentile(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }

  /// Tells when a card showed its container running: at the begin of the pulse after the one that drew it.
  private static final class Pixels extends AnimationTimer {
    private final Stage stage;
    private final BlockingQueue<Instant> times = new LinkedBlockingQueue<>();
    private @Nullable String wanted;
    private boolean drawn;

    Pixels(Stage stage) {
      this.stage = stage;
      stage.getScene().addPostLayoutPulseListener(this::laidOut);
      start();
    }

    void lookFor(String name) {
      drawn = false;
      wanted = name;
    }

    Instant seen() throws InterruptedException {
      Instant time = times.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (time == null) {
        throw new IllegalStateException("a container that was started is not shown");
      }
      return time;
    }

    private void laidOut() {
      if (wanted != null && !drawn) {
        drawn = cards(stage).stream().anyMatch(card -> shows(card, wanted));
      }
    }

    @Override
    public void handle(long now) {
      if (drawn && wanted != null) {
        times.add(Instant.now());
        wanted = null;
      }
    }

    private static boolean shows(Node card, String name) {
      return card.lookup(".container-name") instanceof Labeled label
          && label.getText().equals(name)
          && card.lookup(".container-status.running") != null;
    }
  }

  /// Reads the starts from the event stream, and nothing else.
  private static final class Reader implements AutoCloseable {
    record Start(Instant at, Instant heard) {}

    private final ObjectMapper json = new ObjectMapper();
    private final BlockingQueue<Start> starts = new LinkedBlockingQueue<>();
    private final SocketChannel channel;

    Reader() throws IOException {
      URI uri = URI.create(RawDocker.HOST);
      channel =
          "unix".equals(uri.getScheme())
              ? SocketChannel.open(UnixDomainSocketAddress.of(uri.getPath()))
              : SocketChannel.open(new InetSocketAddress(uri.getHost(), uri.getPort()));
      String request =
          String.join(
              "\r\n",
              "GET /events?filters=%7B%22event%22%3A%5B%22start%22%5D%7D HTTP/1.0",
              "Host: docker",
              "",
              "");
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      Thread.ofPlatform().daemon().start(this::read);
    }

    private void read() {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          Instant heard = Instant.now();
          if (line.startsWith("{")) {
            JsonNode event = json.readTree(line);
            starts.add(new Start(Instant.ofEpochSecond(0, event.path("timeNano").asLong()), heard));
          }
        }
      } catch (IOException e) {
        // closed
      }
    }

    Start next() throws InterruptedException {
      Start start = starts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (start == null) {
        throw new IllegalStateException("no event of a start came");
      }
      return start;
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
