// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.Change;
import drydock.archive.Filter;
import drydock.archive.Order;
import drydock.engine.PathChange;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a container wrote, out of `docker diff`, which tells neither sizes nor rights.
final class ChangesListing implements FileListing {
  private static final String ROOT = "/";
  private final List<PathChange> changes;
  private final Map<String, PathChange.Kind> kinds;
  private final Map<String, List<String>> children = new HashMap<>();

  ChangesListing(List<PathChange> changes) {
    this.changes = changes;
    kinds = new TreeMap<>();
    changes.forEach(change -> kinds.put(change.path(), change.kind()));
    plant(kinds.keySet());
  }

  private ChangesListing(ChangesListing all, Collection<String> shown) {
    changes = all.changes;
    kinds = all.kinds;
    plant(shown);
  }

  /// Whether it was made of the same changes.
  boolean tells(List<PathChange> others) {
    return changes.equals(others);
  }

  /// Folders that the engine did not tell are made up.
  private void plant(Collection<String> paths) {
    Map<String, Boolean> planted = new HashMap<>();
    for (String path : paths) {
      for (String at = path; !at.equals(ROOT) && planted.put(at, true) == null; at = parent(at)) {
        children.computeIfAbsent(parent(at), _ -> new ArrayList<>()).add(at);
      }
    }
    children.values().forEach(Collections::sort);
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? ROOT : path.substring(0, slash);
  }

  @Override
  public List<FileItem> top(Order order) {
    return items(ROOT);
  }

  @Override
  public List<FileItem> in(FileItem folder, Order order) {
    return items(folder.path());
  }

  private List<FileItem> items(String folder) {
    return children.getOrDefault(folder, List.of()).stream()
        .sorted(Comparator.naturalOrder())
        .map(this::item)
        .toList();
  }

  private FileItem item(String path) {
    boolean folder = children.containsKey(path);
    Change change = change(path, folder);
    return new FileItem(
        0,
        path.substring(path.lastIndexOf('/') + 1),
        path,
        folder,
        !folder && change != Change.REMOVED,
        change,
        -1,
        -1,
        "",
        "");
  }

  /// A folder in which something changes is told as changed itself, like one whose rights changed.
  private Change change(String path, boolean folder) {
    PathChange.Kind kind = kinds.get(path);
    if (kind == null || (folder && kind == PathChange.Kind.MODIFIED)) {
      return Change.NONE;
    }
    return switch (kind) {
      case ADDED -> Change.ADDED;
      case MODIFIED -> Change.CHANGED;
      case DELETED -> Change.REMOVED;
    };
  }

  @Override
  public FileListing only(Filter filter) {
    String text = filter.text().toLowerCase(Locale.ROOT);
    Collection<String> parents = children.keySet();
    List<String> wanted =
        kinds.keySet().stream()
            .filter(path -> filter.changes().contains(change(path, parents.contains(path))))
            .filter(path -> path.toLowerCase(Locale.ROOT).contains(text))
            .toList();
    return new ChangesListing(this, wanted);
  }

  @Override
  public int size() {
    return children.values().stream().mapToInt(List::size).sum();
  }

  @Override
  public String remark() {
    return Messages.get("files.noSizes");
  }
}
