// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import drydock.ui.kit.Background;
import drydock.workspace.Content;
import drydock.workspace.SaveResult;
import drydock.workspace.Version;
import drydock.workspace.Workspace;
import drydock.workspace.WorkspaceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Brings edits to the disk: a second after the last one, or when asked. One save of a file at a time; what somebody else
/// wrote is never overwritten unasked.
final class FileSaver {
  private static final Duration DELAY = Duration.ofSeconds(1);

  private final Workspace workspace;
  private final Background background;
  private final Consumer<String> complain;
  private final Map<OpenFile, Runnable> waiting = new HashMap<>();
  private final Map<OpenFile, List<Runnable>> running = new HashMap<>();
  private final Map<OpenFile, String> onTheWay = new HashMap<>();

  /// @param complain is told a sentence when a file could not be saved
  FileSaver(Workspace workspace, Background background, Consumer<String> complain) {
    this.workspace = workspace;
    this.background = background;
    this.complain = complain;
  }

  void saveSoon(OpenFile file) {
    cancel(file);
    waiting.put(file, background.after(DELAY, () -> save(file, () -> {})));
  }

  void cancel(OpenFile file) {
    Runnable cancel = waiting.remove(file);
    if (cancel != null) {
      cancel.run();
    }
  }

  /// Whether a save of the file has not reported back yet.
  boolean isSaving(OpenFile file) {
    return running.containsKey(file);
  }

  /// Saves `file` if it needs it, then runs `done`, saved or not.
  void save(OpenFile file, Runnable done) {
    cancel(file);
    List<Runnable> queue = running.get(file);
    if (queue != null) {
      queue.add(() -> save(file, done));
      return;
    }
    if (!file.dirty().get() || file.conflict().get() != null) {
      done.run();
      return;
    }
    Snapshot snapshot = Snapshot.of(file);
    running.put(file, new ArrayList<>(List.of(done)));
    onTheWay.put(file, snapshot.text());
    background.call(
        () -> snapshot.write(workspace),
        result -> finish(file, () -> apply(file, snapshot, result)),
        e -> finish(file, () -> complain.accept(String.valueOf(e.getMessage()))));
  }

  /// Saves on this thread. True when the file is on the disk afterwards.
  boolean saveNow(OpenFile file) {
    cancel(file);
    if (file.dirty().get() && file.conflict().get() == null) {
      try {
        Snapshot snapshot = Snapshot.of(file);
        SaveResult result = snapshot.write(workspace);
        if (result instanceof SaveResult.Changed && isOurs(file)) {
          snapshot = Snapshot.of(file);
          result = snapshot.write(workspace);
        }
        apply(file, snapshot, result);
      } catch (WorkspaceException e) {
        complain.accept(String.valueOf(e.getMessage()));
      }
    }
    return !file.dirty().get();
  }

  /// Whether the change is a save of ours that has not reported back yet; then the disk's state is learned from it.
  private boolean isOurs(OpenFile file) throws WorkspaceException {
    String text = onTheWay.get(file);
    for (Content.Text theirs : theirs(workspace, file.name())) {
      if (theirs.text().equals(text)) {
        file.settle(theirs);
        return true;
      }
    }
    return false;
  }

  private void finish(OpenFile file, Runnable then) {
    List<Runnable> queue = running.remove(file);
    onTheWay.remove(file);
    then.run();
    if (queue != null) {
      queue.forEach(Runnable::run);
    }
  }

  private void apply(OpenFile file, Snapshot snapshot, SaveResult result) {
    switch (result) {
      case SaveResult.Saved(Version version) ->
          file.saved(
              new Content.Text(snapshot.text(), snapshot.format(), version), snapshot.revision());
      case SaveResult.Changed() -> readTheirs(file);
    }
  }

  /// Somebody else wrote the file since we read it. When it holds what we have anyway, there is no quarrel.
  private void readTheirs(OpenFile file) {
    background.call(
        () -> theirs(workspace, file.name()),
        found -> {
          Content.Text theirs = found.isEmpty() ? null : found.getFirst();
          if (theirs != null && theirs.text().equals(file.text())) {
            file.saved(theirs, file.revision());
          } else {
            file.conflictsWith(theirs);
          }
        },
        e -> complain.accept(String.valueOf(e.getMessage())));
  }

  /// Their text in a list, empty when the file is gone.
  static List<Content.Text> theirs(Workspace workspace, String name) throws WorkspaceException {
    if (workspace.version(name, null) == null) {
      return List.of();
    }
    return switch (workspace.read(name)) {
      case Content.Text text -> List.of(text);
      case Content.Binary _ ->
          throw new WorkspaceException(Messages.get("editor.file.binary", name));
    };
  }

  /// A text on its way to the disk.
  private record Snapshot(
      String name,
      String text,
      Content.Format format,
      @Nullable Version expected,
      boolean unchanged,
      long revision) {
    static Snapshot of(OpenFile file) {
      Content.Text disk = file.onDisk();
      String text = file.text();
      return new Snapshot(
          file.name(),
          text,
          file.format(),
          disk == null ? null : disk.version(),
          disk != null && disk.text().equals(text),
          file.revision());
    }

    /// Nothing is written when an undo brought the text back to what the disk holds.
    SaveResult write(Workspace workspace) throws WorkspaceException {
      return unchanged && expected != null
          ? new SaveResult.Saved(expected)
          : workspace.save(name, text, format, expected);
    }
  }
}
