// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.ui.kit.Background;
import drydock.workspace.Content;
import drydock.workspace.Listing;
import drydock.workspace.Version;
import drydock.workspace.Workspace;
import drydock.workspace.WorkspaceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks whether something else changed the files: sizes and times first, contents only where those differ.
final class DiskWatch {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  /// What was found.
  ///
  /// @param texts what changed files hold now
  /// @param gone files that are no more
  /// @param unreadable why, of files that cannot be read any more, or not by an editor
  record News(
      Listing listing,
      Map<String, Content> texts,
      List<String> gone,
      Map<String, String> unreadable) {}

  private final Workspace workspace;
  private final Background background;
  private final Consumer<News> receiver;
  private final Runnable looked;
  private boolean watching;

  /// @param looked run after each look, whatever it found
  DiskWatch(Workspace workspace, Background background, Consumer<News> receiver, Runnable looked) {
    this.workspace = workspace;
    this.background = background;
    this.receiver = receiver;
    this.looked = looked;
  }

  /// Looks once a second from now on. The wait is a sleeping virtual thread: an idle window costs nothing.
  void start(Supplier<Map<String, Version>> known) {
    if (!watching) {
      watching = true;
      again(known);
    }
  }

  void stop() {
    watching = false;
  }

  private void again(Supplier<Map<String, Version>> known) {
    background.call(
        () -> {
          Thread.sleep(PERIOD);
          return true;
        },
        _ -> {
          if (watching) {
            look(known, () -> again(known));
          }
        },
        _ -> watching = false);
  }

  /// Looks now. Trouble is left to the next read or save, which can name it.
  void look(Supplier<Map<String, Version>> known, Runnable then) {
    Map<String, Version> versions = known.get();
    background.call(
        () -> news(versions),
        news -> {
          receiver.accept(news);
          looked.run();
          then.run();
        },
        _ -> {
          looked.run();
          then.run();
        });
  }

  private News news(Map<String, Version> versions) throws WorkspaceException {
    Map<String, Content> texts = new HashMap<>();
    List<String> gone = new ArrayList<>();
    Map<String, String> unreadable = new HashMap<>();
    Listing listing = workspace.list();
    for (Map.Entry<String, Version> file : versions.entrySet()) {
      try {
        @Nullable Version now = workspace.version(file.getKey(), file.getValue());
        if (now == null) {
          gone.add(file.getKey());
        } else if (!now.sameContent(file.getValue())) {
          texts.put(file.getKey(), workspace.read(file.getKey()));
        }
      } catch (WorkspaceException e) {
        unreadable.put(file.getKey(), String.valueOf(e.getMessage()));
      }
    }
    return new News(listing, texts, gone, unreadable);
  }

  /// What the disk held of these files when it was last looked at; files that two have changed are
  /// left alone.
  static Map<String, Version> known(List<OpenFile> files) {
    Map<String, Version> versions = new HashMap<>();
    for (OpenFile file : files) {
      Content.Text disk = file.onDisk();
      if (disk != null && file.conflict().get() == null) {
        versions.put(file.name(), disk.version());
      }
    }
    return versions;
  }
}
