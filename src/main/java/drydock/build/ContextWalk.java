// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.dockerfile.IgnoreRules;
import drydock.messages.Messages;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// Goes through a folder in the order of names, without following links, and hands on what is not ignored.
final class ContextWalk {
  /// Gets each path that is not ignored, folders before what is in them.
  interface Taker {
    void add(Path path, String name, BasicFileAttributes attributes) throws IOException;
  }

  static final int MOST_FILES = 200_000;
  private static final int DEEPEST = 250;

  private final Path root;
  private final IgnoreRules rules;
  private final Set<String> always;
  private final Taker taker;

  /// Folders that are ignored but lead to a file that is not.
  private final Deque<Entry> postponed = new ArrayDeque<>();

  private int seen;

  private record Entry(Path path, String name, BasicFileAttributes attributes) {}

  /// @param always files that are sent even when a rule ignores them
  ContextWalk(Path root, IgnoreRules rules, Set<String> always, Taker taker) {
    this.root = root;
    this.rules = rules;
    this.always = always;
    this.taker = taker;
  }

  void walk() throws IOException {
    folder(root, "", 0);
  }

  private void folder(Path folder, String name, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw BuildContext.bad(name, Messages.get("build.context.tooDeep", DEEPEST));
    }
    for (Path child : children(folder, name)) {
      String childName = (name.isEmpty() ? "" : name + "/") + child.getFileName();
      Entry entry = new Entry(child, childName, attributes(child, childName));
      boolean ignored = rules.ignores(childName) && !always.contains(childName);
      if (entry.attributes.isDirectory()) {
        if (!ignored) {
          writeFolder(entry);
          folder(child, childName, depth + 1);
        } else if (leadsToSomething(childName)) {
          postponed.addLast(entry);
          folder(child, childName, depth + 1);
          postponed.pollLast(); // unless it was written
        }
      } else if (!ignored) {
        writePostponed();
        taker.add(entry.path, entry.name, entry.attributes);
      }
    }
  }

  private boolean leadsToSomething(String folder) {
    return !rules.ignoresAllBelow(folder)
        || always.stream().anyMatch(file -> file.startsWith(folder + "/"));
  }

  private void writeFolder(Entry folder) throws IOException {
    writePostponed();
    taker.add(folder.path, folder.name, folder.attributes);
  }

  private void writePostponed() throws IOException {
    for (Iterator<Entry> i = postponed.iterator(); i.hasNext(); ) {
      Entry folder = i.next();
      i.remove();
      taker.add(folder.path, folder.name, folder.attributes);
    }
  }

  private List<Path> children(Path folder, String name) {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path child : stream) {
        children.add(child);
        if (++seen > MOST_FILES) {
          throw BuildContext.bad(
              root.toString(), Messages.get("build.context.tooMany", MOST_FILES));
        }
      }
    } catch (DirectoryIteratorException e) {
      throw BuildContext.bad(name, BuildContext.words(e.getCause()));
    } catch (IOException e) {
      throw BuildContext.bad(name, BuildContext.words(e));
    }
    children.sort(Comparator.comparing(p -> p.getFileName().toString()));
    return children;
  }

  private static BasicFileAttributes attributes(Path path, String name) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw BuildContext.bad(name, BuildContext.words(e));
    }
  }
}
