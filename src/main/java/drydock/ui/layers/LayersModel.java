// SPDX-License-Identifier: Apache-2.0
package drydock.ui.layers;

import drydock.diagram.picture.LayersFacts;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.observe.ContainerLayer;
import drydock.ui.kit.Background;
import drydock.ui.kit.Polling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Which image is shown and with which it is compared; reads what their containers write while
/// somebody looks. JavaFX thread; the engine is asked off it.
public final class LayersModel {
  /// Each reading costs the engine a walk over a container's files.
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private static final Duration SOON = Duration.ofSeconds(1);

  static final int MOST_CONTAINERS = 8;
  static final int MOST_COMPARED = 2;

  private static final Comparator<ImageSummary> OURS_FIRST =
      Comparator.comparing((ImageSummary image) -> !image.ours())
          .thenComparing(image -> image.tags().isEmpty())
          .thenComparing(ImageSummary::name);

  private final Clock clock;
  private final KnownImages known;
  private final Polling<Map<String, ContainerLayer>> polling;
  private final ReadOnlyObjectWrapper<@Nullable LayersFacts> facts =
      new ReadOnlyObjectWrapper<>(this, "facts");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private @Nullable EngineState state;
  private Instant lastLook = Instant.EPOCH;
  private boolean looking;
  private boolean failing;
  private String preferred = "";
  private @Nullable ImageSummary chosen;
  private List<String> compared = List.of();
  private Map<String, ContainerLayer> layers = Map.of();

  /// What the next reading looks at; written on the JavaFX thread, read elsewhere.
  private volatile List<Container> asked = List.of();

  /// @param engine the engine that answers now; may throw [EngineException]; called off the JavaFX
  ///   thread
  public LayersModel(Background background, Supplier<ContainerEngine> engine, Clock clock) {
    this.clock = clock;
    this.known = new KnownImages(background, engine, clock, this::show, this::failed);
    this.polling =
        new Polling<>(
            background,
            PAUSE,
            () -> ContainerLayer.read(engine.get(), asked, clock),
            this::read,
            this::failed);
  }

  /// What the picture is drawn from; null while there is no image to show.
  public ReadOnlyObjectProperty<@Nullable LayersFacts> factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /// What went wrong last, as a sentence; empty when nothing did.
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// @param now null while no engine answers
  /// @param inView whether somebody looks
  public void update(@Nullable EngineState now, boolean inView) {
    state = now;
    if (now != null) {
      known.keepOnly(now.images().keySet());
      forgetWhatIsGone(now);
    }
    show();
    boolean wanted = inView && now != null;
    if (wanted && looking) {
      lookAtNewOnes();
    } else if (wanted) {
      lastLook = clock.instant();
    }
    looking = wanted;
    polling.want(wanted);
  }

  /// The image that is shown unless a person chose another.
  ///
  /// @param tag empty for none
  public void prefer(String tag) {
    if (!tag.equals(preferred)) {
      preferred = tag;
      chosen = null;
      compared = List.of();
      show();
    }
  }

  /// Images to choose from: those of ours first.
  List<ImageSummary> images() {
    EngineState now = state;
    return now == null ? List.of() : now.images().values().stream().sorted(OURS_FIRST).toList();
  }

  /// The image that is shown; null when there is none.
  public @Nullable ImageSummary shown() {
    EngineState now = state;
    if (now == null) {
      return null;
    }
    ImageSummary wanted = chosen;
    if (wanted != null) {
      return wanted;
    }
    return now.imageTagged(preferred).or(() -> images().stream().findFirst()).orElse(null);
  }

  /// Shows this image.
  void choose(ImageSummary image) {
    problem.set("");
    chosen = image;
    compared = compared.stream().filter(id -> !id.equals(image.id())).toList();
    show();
    polling.again();
  }

  boolean isCompared(ImageSummary image) {
    return compared.contains(image.id());
  }

  /// Draws this image beside the one that is shown, or no longer; the one compared first goes when
  /// there are too many.
  void compare(ImageSummary image, boolean on) {
    List<String> next =
        new ArrayList<>(compared.stream().filter(id -> !id.equals(image.id())).toList());
    if (on) {
      next.add(image.id());
    }
    compared = next.subList(Math.max(0, next.size() - MOST_COMPARED), next.size());
    show();
    polling.again();
  }

  /// Another image got its name when it was built anew: that one is meant.
  private void forgetWhatIsGone(EngineState now) {
    compared = compared.stream().filter(now.images()::containsKey).toList();
    ImageSummary wanted = chosen;
    if (wanted == null) {
      return;
    }
    ImageSummary same = now.images().get(wanted.id());
    ImageSummary heir =
        wanted.tags().isEmpty() ? null : now.imageTagged(wanted.name()).orElse(null);
    if (heir == null && same == null) {
      problem.set(Messages.get("layers.gone", wanted.name()));
    }
    chosen = heir == null ? same : heir;
  }

  /// A container that has just come need not wait for the next reading, unless one has just been.
  private void lookAtNewOnes() {
    boolean some = asked.stream().anyMatch(c -> !layers.containsKey(c.id()));
    Instant now = clock.instant();
    if (some && Duration.between(lastLook, now).compareTo(SOON) >= 0) {
      lastLook = now;
      polling.again();
    }
  }

  private void show() {
    EngineState now = state;
    ImageSummary image = shown();
    if (now == null || image == null) {
      facts.set(null);
      asked = List.of();
      return;
    }
    KnownImages.Answered answered = known.get(image);
    List<LayersFacts.Shown> others =
        compared.stream()
            .map(now.images()::get)
            .filter(Objects::nonNull)
            .filter(other -> !other.id().equals(image.id()))
            .flatMap(other -> Stream.ofNullable(known.get(other)).map(a -> a.as(name(other))))
            .toList();
    List<Container> all = standing(now, image);
    List<Container> few = all.stream().limit(MOST_CONTAINERS).toList();
    asked = few;
    if (answered == null) {
      return; // what was shown stays until the answer comes
    }
    facts.set(
        new LayersFacts(
                answered.as(name(image)),
                now.images().values(),
                now.info().storage().store(),
                answered.at())
            .comparedWith(others)
            .with(
                few.stream()
                    .sorted(Container.OLDEST_FIRST)
                    .map(c -> new LayersFacts.Own(c, layers.get(c.id())))
                    .toList(),
                all.size() - few.size()));
  }

  /// The name that it is meant by, if it has several.
  String name(ImageSummary image) {
    EngineState now = state;
    return now != null && now.imageTagged(preferred).filter(image::equals).isPresent()
        ? preferred
        : image.name();
  }

  /// The containers of what is shown, those that run first.
  private List<Container> standing(EngineState now, ImageSummary image) {
    List<String> images = Stream.concat(Stream.of(image.id()), compared.stream()).toList();
    return now.containers().values().stream()
        .filter(c -> images.contains(c.imageId()))
        .sorted(
            Comparator.comparing((Container c) -> !c.running())
                .thenComparing(Container.OLDEST_FIRST))
        .toList();
  }

  private void read(Map<String, ContainerLayer> answers) {
    layers = Map.copyOf(answers);
    lastLook = clock.instant();
    if (failing) {
      failing = false;
      problem.set("");
    }
    show();
  }

  private void failed(Exception e) {
    failing = true;
    problem.set(
        Problems.sentence(e, Messages.get("layers.failed", String.valueOf(e.getMessage()))));
    LayersFacts old = facts.get();
    ImageSummary image = shown();
    if (old != null && (image == null || !old.shown().image().id().equals(image.id()))) {
      facts.set(null); // another image is meant than the one that is drawn
    }
  }
}
