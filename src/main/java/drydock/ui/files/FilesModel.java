// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.Filter;
import drydock.archive.ImageArchive;
import drydock.archive.Order;
import drydock.archive.Waste;
import drydock.diagram.picture.DrillFacts;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.messages.Messages;
import drydock.ui.kit.Background;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// The files of one layer. What a container wrote is known from `docker diff`; an image is read from the engine when a
/// person wants it, into a file that is gone when another image is looked at. JavaFX thread; everything that takes long is
/// done elsewhere.
public final class FilesModel implements AutoCloseable {
  /// So long somebody types without a pause.
  private static final Duration TYPING = Duration.ofMillis(120);

  /// So few paths are all shown at once.
  private static final int FEW = 200;

  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final Clock clock;
  private final Path scratch;
  private final ImageReading reading;
  private final ReadOnlyObjectWrapper<@Nullable Slab> slab =
      new ReadOnlyObjectWrapper<>(this, "slab");
  private final ReadOnlyObjectWrapper<Rows> rows =
      new ReadOnlyObjectWrapper<>(this, "rows", Rows.NONE);
  private final ReadOnlyObjectWrapper<@Nullable FileListing> listing =
      new ReadOnlyObjectWrapper<>(this, "listing");
  private final ReadOnlyObjectWrapper<@Nullable FileItem> selected =
      new ReadOnlyObjectWrapper<>(this, "selected");
  private final ReadOnlyObjectWrapper<@Nullable Content> content =
      new ReadOnlyObjectWrapper<>(this, "content");
  private final ReadOnlyObjectWrapper<@Nullable DrillFacts> drill =
      new ReadOnlyObjectWrapper<>(this, "drill");
  private final ReadOnlyObjectWrapper<@Nullable List<Waste>> waste =
      new ReadOnlyObjectWrapper<>(this, "waste");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
  private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper(this, "done", "");
  private String text = "";
  private Wanted wanted = Wanted.LAYER;
  private Order order = Order.NAME;
  private Opened opened = Opened.NONE;
  private @Nullable Filtered filtered;
  private Runnable cancelTyping = () -> {};

  /// Counts what was asked for, so that an answer to an older question is known.
  private int listed;

  private int shown;

  private record Filtered(FileListing all, Filter filter, FileListing some) {}

  private record Listed(Filtered filtered, Opened opened, Rows rows) {}

  /// @param engine the engine that answers now; may throw [EngineException]; called off the JavaFX
  ///   thread
  /// @param scratch folder for what is read
  public FilesModel(
      Background background, Supplier<ContainerEngine> engine, Clock clock, Path scratch) {
    this.background = background;
    this.engine = engine;
    this.clock = clock;
    this.scratch = scratch;
    this.reading = new ImageReading(background, engine, scratch);
    reading.stateProperty().addListener((_, _, now) -> read(now));
  }

  /// The layer whose files are shown; null for none.
  public ReadOnlyObjectProperty<@Nullable Slab> slabProperty() {
    return slab.getReadOnlyProperty();
  }

  /// Which bytes of the image nobody sees; null until its files were read.
  public ReadOnlyObjectProperty<@Nullable List<Waste>> wasteProperty() {
    return waste.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<ImageReading.State> readingProperty() {
    return reading.stateProperty();
  }

  /// All files of the layer; null while they are not known.
  ReadOnlyObjectProperty<@Nullable FileListing> listingProperty() {
    return listing.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Rows> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable FileItem> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /// What the selected file holds; null while nothing is known of it.
  ReadOnlyObjectProperty<@Nullable Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /// The selected path through all layers; null while nothing is known of it.
  ReadOnlyObjectProperty<@Nullable DrillFacts> drillProperty() {
    return drill.getReadOnlyProperty();
  }

  /// What went wrong last, as a sentence; empty when nothing did.
  ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// What was done last, as a sentence; empty for nothing.
  ReadOnlyStringProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  // --- which layer

  /// Shows the files of this layer; null for none, which keeps what was read of the image.
  public void show(@Nullable Slab next) {
    Slab before = slab.get();
    boolean other = next == null || !next.same(before);
    if (other) {
      forget();
    }
    if (next != null) {
      reading.about(next.image());
    }
    slab.set(next);
    if (next != null && (other || !next.equals(before))) {
      list();
    }
  }

  /// Id of the image whose files are read, or would be; empty for none.
  public String image() {
    return reading.image();
  }

  /// Another image is looked at: what was read of this one is thrown away.
  public void leave() {
    show(null);
    reading.about(null);
  }

  private void forget() {
    listing.set(null);
    rows.set(Rows.NONE);
    filtered = null;
    opened = Opened.NONE;
    problem.set("");
    done.set("");
    select(null);
  }

  // --- reading

  /// Reads the image's files from the engine.
  void read() {
    problem.set("");
    reading.start();
  }

  void cancelReading() {
    reading.cancel();
  }

  private void read(ImageReading.State now) {
    waste.set(null);
    if (now instanceof ImageReading.Ready ready) {
      list();
      background.call(
          () -> ready.archive().waste(),
          found -> {
            if (now.equals(reading.stateProperty().get())) {
              waste.set(found);
            }
          },
          this::failed);
    } else if (slab.get() instanceof Slab.Layer) {
      listing.set(null);
      rows.set(Rows.NONE);
    }
  }

  private void list() {
    ImageArchive archive = reading.archive();
    switch (slab.get()) {
      case null -> {}
      case Slab.Own own -> {
        if (own.written() != null
            && !(listing.get() instanceof ChangesListing known
                && known.tells(own.written().changes()))) {
          listing.set(new ChangesListing(own.written().changes()));
          filter();
        }
      }
      case Slab.Layer layer -> {
        if (archive != null) {
          background.call(
              () -> new ArchiveListing(archive.tree(layer.layer())),
              tree -> {
                if (layer.equals(slab.get())) {
                  listing.set(tree);
                  filter();
                }
              },
              this::failed);
        }
      }
    }
  }

  // --- which files

  /// @param words of a path
  void search(String words) {
    if (!words.equals(text)) {
      text = words;
      cancelTyping.run();
      cancelTyping = background.after(TYPING, this::filter);
    }
  }

  void want(Wanted next) {
    if (next != wanted) {
      wanted = next;
      filter();
    }
  }

  void sort(Order next) {
    if (next != order) {
      order = next;
      filter();
    }
  }

  /// Opens a folder, or closes it.
  void open(FileItem folder, boolean open) {
    opened = opened.with(folder.path(), open);
    filter();
  }

  private void filter() {
    FileListing all = listing.get();
    if (all == null) {
      return;
    }
    int mine = ++listed;
    Filter filter = wanted.filter(text.strip());
    boolean narrow = !text.isBlank() || (wanted != Wanted.LAYER && wanted != Wanted.SEEN);
    Filtered before = filtered;
    Opened open = opened;
    Order sorted = order;
    background.call(
        () -> {
          Filtered now =
              before != null && before.all().equals(all) && before.filter().equals(filter)
                  ? before
                  : new Filtered(all, filter, all.only(filter));
          Opened folders = open.withAll(narrow || now.some().size() <= FEW);
          return new Listed(now, folders, Rows.of(now.some(), folders, sorted));
        },
        answer -> {
          if (mine == listed && all.equals(listing.get())) {
            filtered = answer.filtered();
            opened = answer.opened();
            rows.set(answer.rows());
          }
        },
        this::failed);
  }

  // --- one file

  /// @param item null for none
  void select(@Nullable FileItem item) {
    shown++;
    selected.set(item);
    content.set(null);
    drill.set(null);
  }

  /// Reads the beginning of the selected file, once.
  void preview() {
    FileItem item = selected.get();
    FileContents contents = contents();
    if (item == null || content.get() != null) {
      return;
    }
    if (!item.file() || contents == null) {
      content.set(Content.without(item));
      return;
    }
    int mine = shown;
    background.call(
        () -> contents.preview(item),
        found -> {
          if (mine == shown) {
            content.set(found);
          }
        },
        e -> {
          if (mine == shown) {
            content.set(new Content.Other(ImageReading.sentence(e)));
          }
        });
  }

  /// Whether the selected one can be written into a file.
  boolean canExtract() {
    FileItem item = selected.get();
    return item != null && item.file() && contents() != null;
  }

  /// Writes the selected file here.
  void extract(Path target) {
    FileItem item = selected.get();
    FileContents contents = contents();
    if (item == null || contents == null) {
      return;
    }
    background.call(
        () -> {
          contents.extract(item, target);
          return target;
        },
        file -> {
          problem.set("");
          done.set(Messages.get("files.extracted", item.path(), file));
        },
        e -> {
          done.set("");
          problem.set(Messages.get("files.notExtracted", item.path(), ImageReading.sentence(e)));
        });
  }

  private @Nullable FileContents contents() {
    ImageArchive archive = reading.archive();
    return switch (slab.get()) {
      case null -> null;
      case Slab.Own own -> new FileContents.OfContainer(engine, own.container().id(), scratch);
      case Slab.Layer _ -> archive == null ? null : new FileContents.OfImage(archive);
    };
  }

  /// Drills the selected path through all layers, once.
  void drill() {
    FileItem item = selected.get();
    ImageArchive archive = reading.archive();
    Slab now = slab.get();
    if (item == null || now == null || archive == null || drill.get() != null) {
      return;
    }
    int mine = shown;
    DrillFacts.Own own = now instanceof Slab.Own container ? container.says(item.path()) : null;
    background.call(
        () ->
            new DrillFacts(
                now.image().name(),
                now.image().steps(),
                archive.drill(item.path()),
                own,
                clock.instant()),
        facts -> {
          if (mine == shown) {
            drill.set(facts);
          }
        },
        this::failed);
  }

  private void failed(Exception e) {
    problem.set(ImageReading.sentence(e));
  }

  /// Throws away what was read.
  @Override
  public void close() {
    leave();
  }
}
