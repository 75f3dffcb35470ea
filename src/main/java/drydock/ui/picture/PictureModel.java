// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import drydock.diagram.Palette;
import drydock.diagram.Scene;
import drydock.diagram.export.ExportException;
import drydock.diagram.export.PictureFormat;
import drydock.diagram.export.PictureFormat.Look;
import drydock.diagram.export.TextTwin;
import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildMoment;
import drydock.diagram.picture.BuildPicture;
import drydock.dockerfile.BuildPlan;
import drydock.files.AtomicFile;
import drydock.messages.Messages;
import drydock.ui.kit.Background;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which pictures there are and which is looked at. Commands belong on the JavaFX thread; a picture is laid out in about a
/// millisecond, so they draw at once; a large one is laid out elsewhere.
public final class PictureModel {
  /// The pictures, in the order of their tabs.
  public enum Kind {
    BUILD,
    LAYERS,
    STACK,
    NAMESPACES,
    LIMITS,
    NETWORK,
    LIFE;

    String title() {
      return switch (this) {
        case BUILD -> Messages.get("picture.tab.build");
        case LAYERS -> Messages.get("picture.tab.layers");
        case STACK -> Messages.get("picture.tab.stack");
        case NAMESPACES -> Messages.get("picture.tab.namespaces");
        case LIMITS -> Messages.get("picture.tab.limits");
        case NETWORK -> Messages.get("picture.tab.network");
        case LIFE -> Messages.get("picture.tab.life");
      };
    }
  }

  /// Sharp on fine screens and large on slides.
  private static final double PNG_SCALE = 2;

  /// Of so many elements a picture takes longer to be laid out than there is between two frames.
  private static final int LARGE = 250;

  private final Background background;
  private final Map<Kind, DoubleFunction<Scene>> pictures = new EnumMap<>(Kind.class);
  private final ObservableList<Kind> kinds = FXCollections.observableArrayList();
  private final ObservableList<Kind> shownKinds = FXCollections.unmodifiableObservableList(kinds);
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.BUILD);
  private final ReadOnlyObjectWrapper<@Nullable Scene> scene =
      new ReadOnlyObjectWrapper<>(this, "scene", null);
  private final Map<Kind, ObjectProperty<@Nullable String>> selected = new EnumMap<>(Kind.class);
  private final ObjectProperty<@Nullable String> pointedStep =
      new SimpleObjectProperty<>(this, "pointedStep", null);
  private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper(this, "held");

  /// What is to be done when pictures move again.
  private final Map<Kind, Runnable> waiting = new EnumMap<>(Kind.class);

  /// The picture that the scene is of.
  private @Nullable Kind shown;

  private boolean drawing;
  private boolean stale;

  /// Counts the scenes, so that one which comes too late is known.
  private int round;

  private final DoubleProperty width = new SimpleDoubleProperty(this, "width", 484);

  public PictureModel(Background background) {
    this.background = background;
    for (Kind each : Kind.values()) {
      selected.put(each, new SimpleObjectProperty<>(this, "selected", null));
    }
    kind.addListener((_, _, _) -> draw());
    width.addListener((_, _, _) -> draw());
    clear();
  }

  /// The picture that is looked at; null only while there is none.
  public ReadOnlyObjectProperty<@Nullable Scene> sceneProperty() {
    return scene.getReadOnlyProperty();
  }

  /// The pictures that there are, in the order of their tabs. Not to be changed.
  public ObservableList<Kind> kinds() {
    return shownKinds;
  }

  /// Which picture is looked at.
  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /// Key of the build step that is selected; bind it both ways so that log, editor and picture follow each other.
  public ObjectProperty<@Nullable String> selectedStepProperty() {
    return selectedProperty(Kind.BUILD);
  }

  /// Key of the build step that is pointed at, by mouse or focus, here or elsewhere; null for none.
  /// Bind it both ways too.
  public ObjectProperty<@Nullable String> pointedStepProperty() {
    return pointedStep;
  }

  /// What is selected in a picture: an element's [drydock.diagram.About#subject].
  public ObjectProperty<@Nullable String> selectedProperty(Kind which) {
    return java.util.Objects.requireNonNull(selected.get(which));
  }

  /// Shows a picture, or shows it anew; its tab appears with the first call.
  ///
  /// @param picture draws it as wide as is asked for; pure, called again whenever the width changes
  public void show(Kind which, DoubleFunction<Scene> picture) {
    put(which, picture);
  }

  /// The room that pictures may fill, in pixels at zoom 1; the pane sets it.
  DoubleProperty widthProperty() {
    return width;
  }

  /// The graph of a build, before it, during it and after it. Call it while the Dockerfile is
  /// edited, and with each new state of a build, once a pulse at most.
  public void showBuild(BuildMoment moment) {
    put(Kind.BUILD, w -> BuildPicture.of(moment, w));
  }

  /// Forgets what was built; the build picture says what will come.
  public void clear() {
    selectedStepProperty().set(null);
    kind.set(Kind.BUILD);
    showBuild(BuildMoment.of(BuildPlan.of("", Map.of()), BuildFacts.of("")));
  }

  /// Writes the picture that is looked at as a file of the kind that its name asks for, whole or
  /// not at all.
  ///
  /// @param done told the file, on the JavaFX thread
  /// @param failed told why not, on the JavaFX thread; an [ExportException] says it in a sentence
  public void save(
      Path file, Palette palette, Consumer<Path> done, Consumer<? super Exception> failed) {
    Scene picture = scene.get();
    if (picture != null) {
      save(picture, file, palette, done, failed);
    }
  }

  /// As above, another picture.
  public void save(
      Scene picture,
      Path file,
      Palette palette,
      Consumer<Path> done,
      Consumer<? super Exception> failed) {
    background.call(() -> write(picture, palette, file), done, failed);
  }

  /// Looks at a picture by the name that lessons give it, if it is there: "build", "life".
  public void lookAt(String name) {
    shownKinds.stream()
        .filter(k -> k.name().toLowerCase(Locale.ROOT).equals(name))
        .forEach(kind::set);
  }

  /// Keeps all pictures as they are, whatever is shown anew; afterwards they catch up.
  public void hold(boolean still) {
    held.set(still);
    if (!still) {
      List<Runnable> due = List.copyOf(waiting.values());
      waiting.clear();
      due.forEach(Runnable::run);
    }
  }

  /// Whether pictures are kept as they are.
  ReadOnlyBooleanProperty heldProperty() {
    return held.getReadOnlyProperty();
  }

  /// The picture that is looked at in words; empty while there is none.
  public String text() {
    Scene picture = scene.get();
    return picture == null ? "" : TextTwin.of(picture);
  }

  private static Path write(Scene picture, Palette palette, Path file) throws IOException {
    PictureFormat format = PictureFormat.of(file);
    Look look = Look.of(palette).scaled(format == PictureFormat.PNG ? PNG_SCALE : 1);
    AtomicFile.write(file, out -> format.write(picture, look, out));
    return file.toAbsolutePath();
  }

  private void put(Kind which, DoubleFunction<Scene> picture) {
    if (held.get()) {
      waiting.put(which, () -> put(which, picture));
      return;
    }
    pictures.put(which, picture);
    if (!kinds.contains(which)) {
      kinds.add(which);
      FXCollections.sort(kinds);
    }
    if (kind.get() == which) {
      draw();
    }
  }

  /// A small picture at once; the next one of a large picture is laid out elsewhere, and when more
  /// happens meanwhile, only the latest after it.
  private void draw() {
    DoubleFunction<Scene> picture = pictures.get(kind.get());
    Scene now = scene.get();
    boolean large =
        now != null && kind.get() == shown && now.elements().size() > LARGE && picture != null;
    if (large) {
      later();
    } else {
      show(picture == null ? null : picture.apply(width.get()));
    }
  }

  private void show(@Nullable Scene next) {
    round++;
    shown = kind.get();
    if (next == null || !next.equals(scene.get())) {
      scene.set(next);
    }
  }

  private void later() {
    if (drawing) {
      stale = true;
      return;
    }
    drawing = true;
    stale = false;
    int mine = ++round;
    double room = width.get();
    DoubleFunction<Scene> picture = Objects.requireNonNull(pictures.get(kind.get()));
    background.call(
        () -> picture.apply(room),
        next -> {
          drawing = false;
          if (mine == round) {
            show(next);
          }
          if (stale) {
            stale = false;
            draw();
          }
        },
        e -> {
          drawing = false;
          throw new IllegalStateException("a picture cannot be drawn", e);
        });
  }
}
