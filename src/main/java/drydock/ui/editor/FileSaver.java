// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.messages.Messages;
import drydock.ui.kit.Background;
import drydock.workspace.Content;
import drydock.workspace.SaveResult;
import drydock.workspace.Version;
import drydock.workspace.Workspace;
import drydock.workspace.WorkspaceException;
import java.nio.file.Path;
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

  /// @param complain is told a sentence when a file could not be saved, and when it could after all
  FileSaver(Workspace workspace, Background background, Consumer<String> complain) {
    this.workspace = workspace;
    this.background = background;
    this.complain = complain;
  }

  void saveSoon(OpenFile file) {
    cancel(file);
    waiting.put(file, background.after(DELAY, () -> save(file, false, () -> {})));
  }

  /// Tries again what could not be saved; says nothing when nothing is new.
  void retry(OpenFile file) {
    if (file.unsavable().get() != null && !isSaving(file) && !waiting.containsKey(file)) {
      save(file, false, () -> {});
    }
  }

  /// Saves several files, one after the other, then runs `done` if all edits are on the disk.
  void saveAll(List<OpenFile> files, Runnable done) {
    saveFrom(files, 0, done);
  }

  private void saveFrom(List<OpenFile> files, int at, Runnable done) {
    if (at < files.size()) {
      save(files.get(at), () -> saveFrom(files, at + 1, done));
      return;
    }
    for (OpenFile file : files) {
      if (file.conflict().get() != null) {
        complain.accept(Messages.get("editor.save.conflict", file.name()));
        return;
      }
      if (file.dirty().get()) {
        return;
      }
    }
    done.run();
  }

  /// Keeps the edits that could not be saved in another folder; then they are safe there.
  ///
  /// @param done run when all of them are
  void keepElsewhere(List<OpenFile> files, Path folder, Runnable done) {
    List<Snapshot> all = files.stream().map(Snapshot::of).toList();
    background.call(
        () -> {
          List<String> kept = new ArrayList<>();
          for (Snapshot one : all) {
            kept.add(
                Workspace.keepElsewhere(folder, one.name(), one.text(), one.format()).toString());
          }
          return kept;
        },
        kept -> {
          for (int i = 0; i < all.size(); i++) {
            files.get(i).copied(all.get(i).revision());
          }
          complain.accept(Messages.get("editor.elsewhere.done", String.join(", ", kept)));
          done.run();
        },
        e -> complain.accept(String.valueOf(e.getMessage())));
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
    save(file, true, done);
  }

  /// @param aloud whether to complain of a trouble that was complained of before
  private void save(OpenFile file, boolean aloud, Runnable done) {
    cancel(file);
    List<Runnable> queue = running.get(file);
    if (queue != null) {
      queue.add(() -> save(file, aloud, done));
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
        e -> finish(file, () -> failed(file, aloud, e)));
  }

  private void failed(OpenFile file, boolean aloud, Exception e) {
    String sentence = Messages.get("editor.save.failed", String.valueOf(e.getMessage()));
    boolean news = !sentence.equals(file.unsavable().get());
    file.unsavable(sentence);
    if (news || aloud) {
      complain.accept(sentence);
    }
  }

  /// Saves on this thread. True when no edit can be lost afterwards.
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
        failed(file, true, e);
      }
    }
    return file.isSafe();
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
      case SaveResult.Saved(Version version) -> {
        boolean again = file.unsavable().get() != null;
        file.saved(
            new Content.Text(snapshot.text(), snapshot.format(), version), snapshot.revision());
        if (again) {
          complain.accept(Messages.get("editor.save.again", file.name()));
        }
      }
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
      case Content.Binary binary -> throw new WorkspaceException(OpenFile.whyNoText(name, binary));
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
