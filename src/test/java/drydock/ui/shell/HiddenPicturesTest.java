// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.Containers;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.Samples;
import drydock.engine.StandIn;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A picture that nobody can see asks the engine for nothing, whatever happens and however much time
/// passes; and goes on when it is seen again.
class HiddenPicturesTest {
  /// Ways to hide it, and to bring it back.
  enum Hiding {
    ANOTHER_TAB,
    MINIMISED,
    COVERED,
    TAKEN_AWAY
  }

  private final Held background = new Held();
  private final PictureModel pictures = Fx.get(() -> new PictureModel(background));
  private final PicturePane pane = Fx.get(() -> new PicturePane(pictures, false));
  private final StackPane around = Fx.get(() -> new StackPane(pane.node()));
  private final Stage stage = Fx.show(around, 620, 900, Theme.LIGHT);
  private int streams;
  private int run;
  private @Nullable PictureFeeds feeds;

  @AfterEach
  void close() {
    Fx.run(() -> Objects.requireNonNull(feeds).close());
    Fx.close(stage);
  }

  @ParameterizedTest
  @EnumSource(
      value = PictureModel.Kind.class,
      names = {"STACK", "NAMESPACES", "LIMITS", "NETWORK", "LIFE"})
  void asksNothingWhileItIsHidden(PictureModel.Kind kind, @TempDir Path folder) {
    Fx.run(
        () -> {
          feeds =
              PictureServices.feeds(
                  PictureServices.of(new Silent(), background, folder), pictures, pane);
          somethingHappens();
          pictures.kindProperty().set(kind);
          assertThat(background.held()).as("it is read while it is seen").isPositive();
        });
    for (Hiding hiding : Hiding.values()) {
      Fx.run(
          () -> {
            finish();
            hide(kind, hiding, true);
            finish();
            assertThat(streams).as("open streams while %s", hiding).isZero();
            for (int i = 0; i < 5; i++) {
              background.passTime();
              somethingHappens();
              assertThat(background.held()).as("asked while %s", hiding).isZero();
            }
            hide(kind, hiding, false);
            assertThat(background.held()).as("after %s", hiding).isPositive();
          });
    }
  }

  private void hide(PictureModel.Kind kind, Hiding hiding, boolean hidden) {
    switch (hiding) {
      case ANOTHER_TAB -> pictures.kindProperty().set(hidden ? PictureModel.Kind.BUILD : kind);
      case MINIMISED -> stage.setIconified(hidden);
      case COVERED -> around.setVisible(!hidden);
      case TAKEN_AWAY -> {
        if (hidden) {
          around.getChildren().clear();
        } else {
          around.getChildren().add(pane.node());
        }
      }
    }
  }

  /// Lets all that was asked come to its end.
  private void finish() {
    while (background.held() > 0) {
      background.next();
    }
  }

  /// A container was started anew from a new image.
  private void somethingHappens() {
    run++;
    Map<String, Container> containers = new LinkedHashMap<>();
    Container plain =
        Samples.container(
            "c1",
            "web",
            "app:" + run,
            "sha256:app" + run,
            Container.Status.RUNNING,
            0,
            Instant.now(),
            true);
    containers.put("c1", healthy(plain));
    EngineState state = Samples.state(Map.of(), containers);
    Objects.requireNonNull(feeds).update(Samples.ready(state));
  }

  private static Container healthy(Container c) {
    Container.State s = c.state();
    return new Container(
        c.id(),
        c.name(),
        c.image(),
        c.imageId(),
        c.command(),
        c.env(),
        c.user(),
        c.created(),
        new Container.State(
            s.status(),
            0,
            false,
            "",
            s.pid(),
            Container.Health.HEALTHY,
            0,
            s.started(),
            s.finished()),
        false,
        c.labels(),
        c.ports(),
        c.networks(),
        c.mounts(),
        c.limits(),
        c.modes(),
        c.restartPolicy());
  }

  /// Answers nothing but streams that say nothing.
  private final class Silent extends StandIn.Engine implements EngineMonitor {
    @Override
    public Containers containers() {
      return new StandIn.OfContainers() {
        @Override
        public Subscription stats(String id, StreamListener<Stats> listener) {
          streams++;
          return () -> streams--;
        }
      };
    }

    @Override
    public EngineStatus status() {
      return new EngineStatus.Searching();
    }

    @Override
    public Subscription subscribe(Consumer<EngineStatus> listener) {
      return () -> {};
    }

    @Override
    public ContainerEngine engine() {
      return this;
    }

    @Override
    public void retryNow() {}

    @Override
    public void prefer(@Nullable String uri) {}
  }
}
