// SPDX-License-Identifier: Apache-2.0
package drydock.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.picture.LayersFacts;
import drydock.engine.Container;
import drydock.engine.Containers;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Images;
import drydock.engine.Ownership;
import drydock.engine.PathChange;
import drydock.engine.Samples;
import drydock.engine.StandIn;
import drydock.ui.kit.Background;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;

class LayersModelTest {
  private final Docker docker = new Docker();
  private final Hand clock = new Hand();
  private final OneReading background = new OneReading();
  private final LayersModel model = new LayersModel(background, () -> docker, clock);

  @Test
  void theTagThatIsBuiltIsShownUntilAPersonChoosesAnother() {
    docker.image("sha256:a", "a:1", "l1");
    docker.image("sha256:k", "kiosk:dev", "l1", "l2");
    model.prefer("kiosk:dev");
    look();
    assertThat(facts().shown().name()).isEqualTo("kiosk:dev");
    model.choose(summary("sha256:a"));
    assertThat(facts().shown().name()).isEqualTo("a:1");
    docker.image("sha256:a2", "a:1", "l1", "l9");
    docker.images.remove("sha256:a");
    look();
    assertThat(facts().shown().image().id()).as("built anew").isEqualTo("sha256:a2");
    assertThat(model.problemProperty().get()).isEmpty();
  }

  @Test
  void eachImageIsInspectedOnce() {
    docker.image("sha256:k", "kiosk:dev", "l1");
    look();
    look();
    assertThat(docker.inspected).containsExactly("sha256:k");
  }

  @Test
  void anImageThatIsRemovedWhileItIsShownIsSaidToBeGone() {
    docker.image("sha256:a", "a:1", "l1");
    docker.image("sha256:k", "kiosk:dev", "l1", "l2");
    model.prefer("kiosk:dev");
    look();
    model.choose(summary("sha256:a"));
    docker.images.remove("sha256:a");
    look();
    assertThat(facts().shown().name()).isEqualTo("kiosk:dev");
    assertThat(model.problemProperty().get()).contains("a:1 is no longer there");
    docker.images.clear();
    look();
    assertThat(model.factsProperty().get()).isNull();
  }

  @Test
  void whatContainersWriteIsReadOnlyWhileSomebodyLooks() {
    docker.image("sha256:k", "kiosk:dev", "l1");
    docker.container("web", "sha256:k", Container.Status.RUNNING);
    model.update(docker.state(), false);
    assertThat(docker.walked).isEmpty();
    assertThat(facts().containers().getFirst().layer()).isNull();
    look();
    assertThat(docker.walked).containsExactly("web");
    assertThat(Objects.requireNonNull(facts().containers().getFirst().layer()).bytes())
        .hasValue(10);
    assertThat(background.delay).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    docker.grown = 20;
    background.passTime();
    assertThat(Objects.requireNonNull(facts().containers().getFirst().layer()).bytes())
        .hasValue(20);
  }

  @Test
  void manyThatComeAtOnceAreNotLookedAtOneByOne() {
    docker.image("sha256:k", "kiosk:dev", "l1");
    look();
    for (int i = 0; i < 5; i++) {
      docker.container("web" + i, "sha256:k", Container.Status.RUNNING);
      look();
    }
    assertThat(docker.walked).as("a reading has just been").isEmpty();
    clock.later(Duration.ofSeconds(1));
    look();
    assertThat(docker.walked).hasSize(5);
    clock.later(Duration.ofSeconds(1));
    look();
    assertThat(docker.walked).as("all are known").hasSize(5);
  }

  @Test
  void onlyAFewContainersAreReadThoseThatRunFirst() {
    docker.image("sha256:k", "kiosk:dev", "l1");
    for (int i = 0; i < 6; i++) {
      docker.container("ended-" + i, "sha256:k", Container.Status.EXITED);
      docker.container("runs-" + i, "sha256:k", Container.Status.RUNNING);
    }
    docker.container("stranger", "sha256:other", Container.Status.RUNNING);
    look();
    assertThat(docker.walked)
        .hasSize(LayersModel.MOST_CONTAINERS)
        .contains("runs-0", "runs-5", "ended-0")
        .doesNotContain("stranger");
    assertThat(facts().notDrawn()).isEqualTo(12 - LayersModel.MOST_CONTAINERS);
  }

  @Test
  void oneThatCannotBeToldKeepsTheOthersAndOneThatIsGoneIsLeftOut() {
    docker.image("sha256:k", "kiosk:dev", "l1");
    docker.container("web", "sha256:k", Container.Status.RUNNING);
    docker.container("shy", "sha256:k", Container.Status.RUNNING);
    docker.container("dying", "sha256:k", Container.Status.RUNNING);
    look();
    LayersFacts facts = facts();
    assertThat(own(facts, "web").bytes()).hasValue(10);
    assertThat(own(facts, "shy").untold()).contains("no such thing here");
    assertThat(facts.containers().stream().filter(o -> o.container().name().equals("dying")))
        .allMatch(o -> o.layer() == null);
  }

  @Test
  void anEngineThatIsGoneIsSaidInWordsAndForgottenWithTheNextAnswer() {
    docker.image("sha256:k", "kiosk:dev", "l1");
    docker.container("web", "sha256:k", Container.Status.RUNNING);
    docker.gone = true;
    look();
    assertThat(model.problemProperty().get()).isNotEmpty();
    assertThat(model.factsProperty().get()).isNull();
    docker.gone = false;
    background.passTime();
    look();
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(facts().containers()).hasSize(1);
  }

  @Test
  void theMenusChooseAndCompare() {
    docker.image("sha256:a", "a:1", "l1");
    docker.image("sha256:k", "kiosk:dev", "l1", "l2");
    docker.image("sha256:n", "notes:1", "l1", "l3");
    model.prefer("kiosk:dev");
    look();
    Fx.run(
        () -> {
          LayersTools tools = new LayersTools(model);
          MenuButton image = (MenuButton) tools.node().lookup("#layers-image");
          MenuButton compare = (MenuButton) tools.node().lookup("#layers-compare");
          assertThat(image.getText()).isEqualTo("kiosk:dev");
          assertThat(compare.getItems().get(1).isDisable()).as("with itself").isTrue();
          ((CheckMenuItem) compare.getItems().get(2)).setSelected(true);
          compare.getItems().get(2).fire();
          assertThat(facts().others())
              .extracting(LayersFacts.Shown::name)
              .containsExactly(
                  ((CheckMenuItem) compare.getItems().get(2)).isSelected()
                      ? new String[] {"notes:1"}
                      : new String[] {});
          image.getItems().get(0).fire();
          assertThat(image.getText()).isEqualTo("a:1");
        });
  }

  private void look() {
    model.update(docker.state(), true);
  }

  private LayersFacts facts() {
    return Objects.requireNonNull(model.factsProperty().get());
  }

  private ImageSummary summary(String id) {
    return Objects.requireNonNull(docker.images.get(id));
  }

  private static drydock.observe.ContainerLayer own(LayersFacts facts, String name) {
    return Objects.requireNonNull(
        facts.containers().stream()
            .filter(o -> o.container().name().equals(name))
            .findFirst()
            .orElseThrow()
            .layer());
  }

  /// A clock that a test turns.
  private static final class Hand extends Clock {
    private Instant now = Instant.EPOCH.plusSeconds(1_000_000);

    void later(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /// Everything at once; what comes later waits until time passes.
  private static final class OneReading implements Background {
    private final Background now = new DirectBackground();
    private final List<Runnable> later = new ArrayList<>();
    private Duration delay = Duration.ZERO;

    void passTime() {
      List<Runnable> due = List.copyOf(later);
      later.clear();
      due.forEach(Runnable::run);
    }

    @Override
    public <T> void call(
        Callable<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
      now.call(work, done, failed);
    }

    @Override
    public void onFx(Runnable action) {
      action.run();
    }

    @Override
    public <T> Consumer<T> batched(Consumer<? super List<T>> receiver) {
      return now.batched(receiver);
    }

    @Override
    public Runnable after(Duration pause, Runnable action) {
      delay = pause;
      later.add(action);
      return () -> later.remove(action);
    }
  }

  private static final class Docker extends StandIn.Engine {
    private final Map<String, ImageSummary> images = new LinkedHashMap<>();
    private final Map<String, Container> containers = new LinkedHashMap<>();
    private final List<String> inspected = new ArrayList<>();
    private final List<String> walked = new ArrayList<>();
    private long grown = 10;
    private boolean gone;

    void image(String id, String tag, String... layers) {
      images.put(
          id,
          new ImageSummary(
              id,
              List.of(tag),
              List.of(),
              Instant.EPOCH,
              1,
              Ownership.PLAIN.labels(Ownership.Kind.IMAGE),
              List.of(layers)));
    }

    void container(String name, String image, Container.Status status) {
      containers.put(
          name,
          Samples.container(
              name,
              name,
              image,
              image,
              status,
              0,
              Instant.EPOCH.plusSeconds(containers.size()),
              true));
    }

    EngineState state() {
      return Samples.state(images, containers);
    }

    @Override
    public EngineInfo info() {
      return Samples.INFO;
    }

    private void answer() {
      if (gone) {
        throw new EngineException(new EngineProblem.ConnectionLost("looking", "gone"));
      }
    }

    @Override
    public Images images() {
      return new StandIn.OfImages() {
        @Override
        public Image inspect(String reference) {
          answer();
          inspected.add(reference);
          return new Image(
              Objects.requireNonNull(images.get(reference)),
              "linux",
              "amd64",
              new Image.Config(List.of(), List.of(), List.of(), "", "", List.of(), Map.of()));
        }

        @Override
        public List<HistoryEntry> history(String reference) {
          return List.of();
        }
      };
    }

    @Override
    public Containers containers() {
      return new StandIn.OfContainers() {
        @Override
        public List<PathChange> changes(String id) {
          answer();
          if (id.equals("shy")) {
            throw new EngineException(
                new EngineProblem.Unsupported("changes", "no such thing here"));
          }
          if (id.equals("dying")) {
            throw new EngineException(new EngineProblem.NotFound("container", id));
          }
          walked.add(id);
          return List.of(new PathChange("/a", PathChange.Kind.ADDED));
        }

        @Override
        public OptionalLong ownBytes(String id) {
          return OptionalLong.of(grown);
        }
      };
    }
  }
}
