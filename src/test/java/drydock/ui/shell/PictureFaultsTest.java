// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Scene;
import drydock.diagram.export.TextTwin;
import drydock.engine.docker.Crowd;
import drydock.engine.docker.DockerMonitor;
import drydock.engine.docker.Fault;
import drydock.engine.docker.RealEngine;
import drydock.ui.kit.Background;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.kit.Theme;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Engines that break while somebody looks at a picture: it says so in words, and goes on by itself
/// when they are well again.
class PictureFaultsTest {
  private static final List<PictureModel.Kind> KINDS =
      List.of(
          PictureModel.Kind.STACK,
          PictureModel.Kind.NAMESPACES,
          PictureModel.Kind.LIMITS,
          PictureModel.Kind.NETWORK,
          PictureModel.Kind.LIFE);

  private final Crowd crowd = new Crowd("faults").set("web", "running");
  private final Background background = new FxBackground();
  private final PictureModel pictures = Fx.get(() -> new PictureModel(background));
  private final PicturePane pane = Fx.get(() -> new PicturePane(pictures, false));
  private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
  private final Stage stage = Fx.show(pane.node(), 620, 900, Theme.LIGHT);
  private DockerMonitor monitor;
  private EngineWatch watch;
  private PictureFeeds feeds;

  @BeforeEach
  void look(@TempDir Path folder) {
    readable("web");
    monitor = new DockerMonitor(RealEngine.finder(crowd.fake.host()));
    feeds =
        Fx.get(
            () ->
                PictureServices.feeds(
                    PictureServices.of(monitor, background, folder), pictures, pane));
    watch = Fx.get(() -> new EngineWatch(monitor, background));
    Fx.run(
        () -> {
          Thread.currentThread().setUncaughtExceptionHandler((_, e) -> thrown.set(e));
          watch.statusProperty().addListener((_, _, status) -> feeds.update(status));
          feeds.update(watch.statusProperty().get());
        });
    for (PictureModel.Kind kind : KINDS) {
      shows(kind, "web");
    }
  }

  @AfterEach
  void close() throws IOException {
    Fx.run(
        () -> {
          watch.close();
          feeds.close();
        });
    Fx.close(stage);
    monitor.close();
    crowd.close();
    assertThat(thrown.get()).isNull();
  }

  @Test
  void anEngineThatIsGoneForAWhile() {
    crowd.fake.line(_ -> OutputStream.nullOutputStream());
    crowd.cutStreams();
    for (PictureModel.Kind kind : KINDS) {
      shows(kind, "ngine answers");
      assertThat(read()).as("%s is stale", kind).doesNotContain("web");
    }
    crowd.fake.line(out -> out);
    eachFollows();
  }

  @Test
  void anEngineThatAnswersLate() {
    crowd.fake.line(out -> new Late(out, 1500));
    crowd.set("late", "running").tell("start", "late");
    readable("late");
    for (PictureModel.Kind kind : KINDS) {
      shows(kind, "late");
      assertThat(read()).as("%s", kind).doesNotContain("Exception");
    }
    crowd.fake.line(out -> out);
    eachFollows();
  }

  @Test
  void answersThatEndInTheMiddle() {
    for (String part : List.of("top", "stats", "exec")) {
      crowd.fake.on("/containers/web/" + part, Fault.HANGS_UP_IN_THE_BODY.script);
    }
    crowd.cutStreams(); // those of measurements too
    shows(PictureModel.Kind.NAMESPACES, "What is shown here was read at ");
    assertThat(read()).contains("connection", "web");
    shows(PictureModel.Kind.LIMITS, "measuring");
    shows(PictureModel.Kind.STACK, "web");
    readable("web");
    shows(PictureModel.Kind.NAMESPACES, "web");
    says("nothing is wrong", () -> !read().contains("What is shown here was read at "));
    shows(PictureModel.Kind.LIMITS, "21 MiB");
    eachFollows();
  }

  @Test
  void aContainerThatDiesWhileItIsLookedAt() {
    crowd.set("brief", "running");
    for (String part : List.of("json", "top", "stats")) {
      crowd.fake.on("/containers/brief/" + part, 404, "{\"message\":\"No such container: brief\"}");
    }
    crowd.tell("start", "brief");
    eachFollows();
    assertThat(read()).doesNotContain("No such container");
  }

  @Test
  void absurdFigures() {
    crowd.set("odd", "running");
    crowd.fake.on(
        "/containers/odd/json",
        200,
        """
        {"Id":"odd","Name":"/%s","Image":"sha256:app","Created":"9999-12-31T23:59:59Z",
         "State":{"Status":"running","Pid":-5,"ExitCode":-2147483648,
          "StartedAt":"0001-06-01T00:00:00Z","FinishedAt":"+1000000-01-01T00:00:00Z"},
         "NetworkSettings":{"Networks":{"bridge":{"NetworkID":"net","IPAddress":"999.0.0.1"}}},
         "HostConfig":{"Memory":9223372036854775807,"NanoCpus":-1,"PidsLimit":9223372036854775807}}
        """
            .formatted("n\\u202e\\u0000".repeat(3000)));
    crowd
        .fake
        .on(
            "/containers/odd/stats",
            200,
            "{\"read\":\"2026-01-01T00:00:00Z\",\"memory_stats\":{\"usage\":-7,\"limit\":-9223372036854775808},\"pids_stats\":{\"current\":18446744073709551615},\"cpu_stats\":{\"cpu_usage\":{\"total_usage\":1e300}}}\n")
        .on(
            "/containers/odd/top",
            200,
            "{\"Titles\":[\"PID\",\"PPID\",\"NETNS\",\"COMMAND\"],\"Processes\":[[\"-1\"],[\"x\",\"\",\"99999999999999999999\",\"c\"]]}");
    crowd.tell("start", "odd");
    for (PictureModel.Kind kind : KINDS) {
      shows(kind, "nnn");
    }
    eachFollows();
  }

  private void readable(String container) {
    crowd
        .fake
        .on(
            "/containers/" + container + "/top",
            200,
            "{\"Titles\":[\"PID\",\"PPID\",\"PIDNS\",\"NETNS\",\"COMMAND\"],"
                + "\"Processes\":[[\"41\",\"1\",\"4026532001\",\"4026532002\",\"sleep 9\"]]}")
        .on(
            "/containers/" + container + "/stats",
            out -> {
              write(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
              for (int i = 0; i < 600; i++) {
                write(
                    out,
                    "{\"read\":\"2026-01-01T00:00:00Z\",\"memory_stats\":{\"usage\":22020096,\"limit\":67108864,\"stats\":{\"inactive_file\":0}},\"pids_stats\":{\"current\":1}}\n");
                Thread.sleep(200);
              }
            });
  }

  /// Something new happens, and each picture shows it.
  private void eachFollows() {
    crowd.set("new", "running");
    readable("new");
    crowd.tell("start", "new");
    for (PictureModel.Kind kind : KINDS) {
      shows(kind, "new");
      assertThat(read()).as("%s", kind).contains("web");
    }
  }

  private void shows(PictureModel.Kind kind, String words) {
    Fx.run(() -> pictures.kindProperty().set(kind));
    says(kind + " says " + words, () -> read().contains(words));
  }

  private void says(String what, java.util.function.BooleanSupplier condition) {
    try {
      RealEngine.eventually(what, condition, 20);
    } catch (AssertionError e) {
      throw new AssertionError(what + ", but it says: " + read(), e);
    }
  }

  /// All that a person can read.
  private String read() {
    return Fx.get(
        () -> {
          Scene scene = pictures.sceneProperty().get();
          String labels =
              pane.node().lookupAll(".label").stream()
                  .filter(Labeled.class::isInstance)
                  .filter(PictureFaultsTest::visible)
                  .map(n -> ((Labeled) n).getText())
                  .collect(Collectors.joining("\n"));
          return labels + "\n" + (scene == null ? "" : TextTwin.of(scene));
        });
  }

  private static boolean visible(Node node) {
    boolean visible = true;
    for (Node n = node; n != null; n = n.getParent()) {
      visible &= n.isVisible();
    }
    return visible;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /// Each answer begins late.
  private static final class Late extends OutputStream {
    private final OutputStream out;
    private final long millis;
    private boolean begun;

    Late(OutputStream out, long millis) {
      this.out = out;
      this.millis = millis;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (!begun) {
        begun = true;
        try {
          Thread.sleep(millis);
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
      }
      out.write(Arrays.copyOfRange(bytes, from, from + length));
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
