// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import drydock.settings.Settings;
import drydock.ui.kit.Background;
import drydock.workspace.Content;
import drydock.workspace.Listing;
import drydock.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The files of one workspace in the editor. File names are those of [Workspace]; lines count from 1. JavaFX thread only.
public final class EditorModel {
  /// At most so many files get a tab by themselves; the rest is in the list of files.
  private static final int FIRST_TABS = 8;

  private final Workspace workspace;
  private final Background background;
  private final FileSaver saver;
  private final DiskWatch watch;
  private final Conflicts conflicts;
  private final FindingSource source;
  private final Problems problems;
  private final Map<String, LineMarks> marks = new HashMap<>();
  private final ObservableList<OpenFile> open = FXCollections.observableArrayList();
  private final List<Runnable> changed = new ArrayList<>();
  private final ObservableList<String> names = FXCollections.observableArrayList();
  // kept: a wrapper that nobody holds is collected, and the listeners on it with it
  private final ObservableList<OpenFile> openSeen = FXCollections.unmodifiableObservableList(open);
  private final ObservableList<String> namesSeen = FXCollections.unmodifiableObservableList(names);
  private final ReadOnlyObjectWrapper<@Nullable OpenFile> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper currentFile = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper caretLine = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper pointedLine = new ReadOnlyIntegerWrapper();
  private boolean complete = true;
  private final IntegerProperty fontSize = new SimpleIntegerProperty(Settings.DEFAULT_FONT_SIZE);

  /// @param source what there is to say about Dockerfiles
  public EditorModel(Workspace workspace, Background background, FindingSource source) {
    this.workspace = workspace;
    this.background = background;
    this.source = source;
    this.problems = new Problems(openSeen, current.getReadOnlyProperty(), this::open, background);
    this.saver = new FileSaver(workspace, background, notice::set);
    this.watch =
        new DiskWatch(
            workspace, background, this::received, () -> List.copyOf(open).forEach(saver::retry));
    this.conflicts =
        new Conflicts(workspace, background, saver, notice::set, this::remove, this::checkDisk);
    current.addListener((_, _, file) -> currentFile.set(file == null ? "" : file.name()));
    call(workspace::list, this::begin);
  }

  /// The file whose tab is in front; empty when there is none.
  public ReadOnlyStringProperty currentFileProperty() {
    return currentFile.getReadOnlyProperty();
  }

  /// Where the caret is in the current file; 0 when there is none.
  public ReadOnlyIntegerProperty caretLineProperty() {
    return caretLine.getReadOnlyProperty();
  }

  /// The last sentence that a person should read about their files; empty when there is none.
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /// In pixels; the shell remembers it.
  public IntegerProperty fontSizeProperty() {
    return fontSize;
  }

  /// The texts of the open files as they are now, saved or not, by name.
  public Map<String, String> texts() {
    return open.stream()
        .filter(file -> file.loaded().get() && file.obstacle().get() == null)
        .collect(Collectors.toMap(OpenFile::name, OpenFile::text));
  }

  /// Calls back after each change of a text, whoever made it.
  public void onChange(Runnable action) {
    changed.add(action);
  }

  /// What there is to say about the open files.
  public Problems problems() {
    return problems;
  }

  ObservableList<OpenFile> open() {
    return openSeen;
  }

  /// Whether [#names] are all that there are.
  boolean isComplete() {
    return complete;
  }

  /// All files of the workspace that are not hidden.
  ObservableList<String> names() {
    return namesSeen;
  }

  ReadOnlyObjectProperty<@Nullable OpenFile> current() {
    return current.getReadOnlyProperty();
  }

  /// Saves all edits, then runs `then`. It is not run when a file could not be saved; the notice says why.
  public void saveAll(Runnable then) {
    saver.saveAll(open.stream().filter(file -> file.dirty().get()).toList(), then);
  }

  /// The files with edits that are on no disk.
  public List<String> unsaved() {
    return unsafe().stream().map(OpenFile::name).toList();
  }

  /// Keeps all edits that are on no disk in another folder, which makes them safe, and runs `then`. It is not run when
  /// that was not possible; the notice says why.
  public void keepElsewhere(Path folder, Runnable then) {
    saver.keepElsewhere(unsafe(), folder, then);
  }

  private List<OpenFile> unsafe() {
    return open.stream().filter(file -> !file.isSafe()).toList();
  }

  /// Saves all edits before this returns, for a window that closes. True when none can be lost.
  public boolean saveAllNow() {
    boolean all = true;
    for (OpenFile file : open) {
      all &= saver.saveNow(file);
    }
    return all;
  }

  /// Opens the file, shows the line and makes it flash.
  public void reveal(String file, int line) {
    open(file);
    openFile(file).wish(line, 0);
  }

  /// What stands at the right end of lines, instead of what stood there.
  public void setLineNotes(String file, Map<Integer, LineNote> notes) {
    marks(file).setNotes(notes);
  }

  /// Marks lines as wrong, instead of those that were; the text says what is wrong.
  public void setErrors(String file, Map<Integer, String> errors) {
    marks(file).setErrors(errors);
  }

  /// Makes some lines stand out, and no others of this file.
  public void highlightLines(String file, int first, int last) {
    marks(file).setHighlighted(new LineMarks.Range(first, last));
  }

  public void clearHighlight(String file) {
    marks(file).setHighlighted(null);
  }

  /// Marks some lines lightly, and no others of this file: what belongs to them is pointed at
  /// elsewhere.
  public void pointAtLines(String file, int first, int last) {
    marks(file).setPointed(new LineMarks.Range(first, last));
  }

  public void clearPointed(String file) {
    marks(file).setPointed(null);
  }

  /// The line of the current file that the mouse is on; 0 when it is on none.
  public ReadOnlyIntegerProperty pointedLineProperty() {
    return pointedLine.getReadOnlyProperty();
  }

  void setPointedLine(int line) {
    pointedLine.set(line);
  }

  /// Looks at the disk every second from now on, until [#stopWatching].
  public void startWatching() {
    watch.start(() -> DiskWatch.known(open));
  }

  public void stopWatching() {
    watch.stop();
  }

  /// Looks at the disk now.
  public void checkDisk() {
    watch.look(() -> DiskWatch.known(open), () -> {});
  }

  void open(String name) {
    OpenFile file = openFile(name);
    current.set(file);
    load(file);
  }

  private void load(OpenFile file) {
    if (file.beginLoading()) {
      background.call(
          () -> workspace.read(file.name()),
          file::take,
          e -> file.refuse(String.valueOf(e.getMessage())));
    }
  }

  /// Closes the tab of a file, once its edits are on the disk.
  void close(OpenFile file) {
    saver.save(
        file,
        () -> {
          if (file.isSafe()) {
            remove(file);
          } else if (file.conflict().get() != null) {
            notice.set(Messages.get("editor.close.conflict", file.name()));
          }
        });
  }

  void create(String name) {
    call(
        () -> {
          workspace.create(name);
          return workspace.list();
        },
        listing -> {
          list(listing);
          open(name);
        });
  }

  /// Deletes a file and its unsaved edits.
  void delete(String name) {
    saver.cancel(openFile(name));
    call(
        () -> {
          workspace.delete(name);
          return workspace.list();
        },
        listing -> {
          remove(openFile(name));
          list(listing);
        });
  }

  void rename(String from, String to) {
    OpenFile file = openFile(from);
    saver.save(file, () -> renameSaved(file, to));
  }

  private void renameSaved(OpenFile file, String to) {
    if (file.dirty().get()) {
      return;
    }
    call(
        () -> {
          workspace.rename(file.name(), to);
          return workspace.list();
        },
        listing -> {
          remove(file);
          list(listing);
          open(to);
        });
  }

  /// Of a file that was changed by two: ours goes to the disk, theirs is kept beside it.
  void keepMine(OpenFile file) {
    conflicts.keepMine(file);
  }

  /// Of a file that was changed by two: theirs is shown, ours is kept beside it.
  void takeTheirs(OpenFile file) {
    conflicts.takeTheirs(file);
  }

  void setCaretLine(int line) {
    caretLine.set(line);
  }

  void dismissNotice() {
    notice.set("");
  }

  void zoom(int steps) {
    int size = steps == 0 ? Settings.DEFAULT_FONT_SIZE : fontSize.get() + steps;
    fontSize.set(Math.clamp(size, Settings.MIN_FONT_SIZE, Settings.MAX_FONT_SIZE));
  }

  Background background() {
    return background;
  }

  void save(OpenFile file) {
    saver.save(file, () -> {});
  }

  private void begin(Listing listing) {
    list(listing);
    names.stream().limit(FIRST_TABS).map(this::openFile).forEach(this::load);
    if (current.get() == null && !names.isEmpty()) {
      open(names.getFirst());
    }
  }

  private void list(Listing listing) {
    complete = listing.complete();
    List<String> next =
        listing.files().stream().filter(e -> !e.hidden()).map(Listing.Entry::name).toList();
    if (!next.equals(names)) {
      names.setAll(next);
    }
  }

  private OpenFile openFile(String name) {
    for (OpenFile file : open) {
      if (file.name().equals(name)) {
        return file;
      }
    }
    OpenFile file = new OpenFile(name, marks(name), source, background);
    file.onEdit(() -> saver.saveSoon(file));
    file.document().plainChanges().subscribe(_ -> changed.forEach(Runnable::run));
    open.add(file);
    return file;
  }

  private LineMarks marks(String name) {
    return marks.computeIfAbsent(name, _ -> new LineMarks());
  }

  private void remove(OpenFile file) {
    int at = open.indexOf(file);
    open.remove(file);
    if (current.get() == file) {
      OpenFile next = open.isEmpty() ? null : open.get(Math.clamp(at, 0, open.size() - 1));
      current.set(next);
      if (next == null) {
        caretLine.set(0);
      } else {
        open(next.name());
      }
    }
  }

  private void received(DiskWatch.News news) {
    list(news.listing());
    for (OpenFile file : List.copyOf(open)) {
      Content content = news.texts().get(file.name());
      boolean gone = news.gone().contains(file.name());
      String unreadable = news.unreadable().get(file.name());
      if (unreadable != null && !file.dirty().get()) {
        file.refuse(unreadable);
      }
      Content.Text theirs = content instanceof Content.Text text ? text : null;
      Content.Text disk = file.onDisk();
      boolean stale =
          theirs != null && disk != null && theirs.version().sameContent(disk.version());
      if (stale || saver.isSaving(file) || (content == null && !gone)) {
        continue;
      }
      if (file.dirty().get()) {
        file.conflictsWith(theirs);
      } else if (content == null) {
        remove(file);
        notice.set(Messages.get("editor.file.gone", file.name()));
      } else {
        file.take(content);
      }
    }
  }

  private <T> void call(Callable<T> work, Consumer<? super T> done) {
    background.call(work, done, e -> notice.set(String.valueOf(e.getMessage())));
  }
}
