// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Scene;
import drydock.diagram.export.TextTwin;
import drydock.engine.EngineTest;
import drydock.engine.docker.DockerMonitor;
import drydock.engine.docker.Forwarder;
import drydock.engine.docker.RealEngine;
import drydock.ui.kit.Background;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.kit.Theme;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Live pictures over a real engine that answers late, in parts, or not at all for a while.
@EngineTest
class SlowEngineTest {
  private static final List<PictureModel.Kind> KINDS =
      List.of(
          PictureModel.Kind.STACK,
          PictureModel.Kind.NAMESPACES,
          PictureModel.Kind.LIMITS,
          PictureModel.Kind.NETWORK,
          PictureModel.Kind.LIFE);

  private final RealEngine real = new RealEngine();
  private final Background background = new FxBackground();
  private final PictureModel pictures = Fx.get(() -> new PictureModel(background));
  private final PicturePane pane = Fx.get(() -> new PicturePane(pictures, false));
  private final Stage stage = Fx.show(pane.node(), 620, 900, Theme.LIGHT);
  private Forwarder forwarder;
  private DockerMonitor monitor;
  private EngineWatch watch;
  private PictureFeeds feeds;

  @BeforeEach
  void look(@TempDir Path folder) throws IOException {
    forwarder = new Forwarder(folder);
    forwarder.lay();
    monitor = new DockerMonitor(RealEngine.finder(forwarder.host()));
    feeds =
        Fx.get(
            () ->
                PictureServices.feeds(
                    PictureServices.of(monitor, background, folder), pictures, pane));
    watch = Fx.get(() -> new EngineWatch(monitor, background));
    Fx.run(
        () -> {
          watch.statusProperty().addListener((_, _, status) -> feeds.update(status));
          feeds.update(watch.statusProperty().get());
        });
    follows();
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
    forwarder.close();
    real.close();
  }

  @Test
  void answersThatAreFiveSecondsLate() throws IOException {
    forwarder.slow(Duration.ofSeconds(5));
    follows();
    forwarder.slow(Duration.ZERO);
    follows();
  }

  @Test
  void answersThatAreCutOffAndAnEngineThatIsRestarted() throws IOException {
    forwarder.cutAnswersAfter(300);
    forwarder.breakConnections();
    goneInWords();
    forwarder.cutAnswersAfter(Integer.MAX_VALUE);
    follows();
    forwarder.cut();
    goneInWords();
    forwarder.lay();
    follows();
  }

  /// A new container comes into each picture.
  private void follows() {
    String id = real.ours("sleep 300");
    String name = real.engine.containers().inspect(id).name();
    for (PictureModel.Kind kind : KINDS) {
      Fx.run(() -> pictures.kindProperty().set(kind));
      RealEngine.eventually(kind + " shows it", () -> read().contains(name), 60);
    }
  }

  private void goneInWords() {
    for (PictureModel.Kind kind : KINDS) {
      Fx.run(() -> pictures.kindProperty().set(kind));
      RealEngine.eventually(kind + " says so", () -> read().contains("ngine answers"), 60);
    }
    assertThat(read()).doesNotContain("Exception");
  }

  private String read() {
    return Fx.get(
        () -> {
          Scene scene = pictures.sceneProperty().get();
          return scene == null ? "" : TextTwin.of(scene);
        });
  }
}
