// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// Follows symbolic links as they would be followed inside a container: never out of the image.
final class Links {
  private static final int MOST_HOPS = 40; // as Linux
  private static final int MOST_PARTS = 10_000;

  private final Views views;
  private final int[] seen;

  Links(Views views, int[] seen) {
    this.views = views;
    this.seen = seen;
  }

  /// @return absolute; empty when links lead in a circle
  String follow(String path) {
    Deque<String> left = new ArrayDeque<>(parts(path));
    List<String> done = new ArrayList<>();
    int hops = 0;
    while (!left.isEmpty()) {
      String part = left.pop();
      if (part.equals("..")) {
        if (!done.isEmpty()) {
          done.removeLast();
        }
        continue;
      }
      done.add(part);
      String target = target(done);
      if (!target.isEmpty()) {
        List<String> more = parts(target);
        if (++hops > MOST_HOPS || more.size() + left.size() > MOST_PARTS) {
          return "";
        }
        done.removeLast();
        if (target.startsWith("/")) {
          done.clear();
        }
        more.reversed().forEach(left::push);
      }
    }
    return "/" + String.join("/", done);
  }

  private String target(List<String> path) {
    int node = views.paths().find(String.join("/", path));
    if (node == Paths.NONE || seen[node] == Views.NOTHING) {
      return "";
    }
    LayerFiles files = views.files(seen[node]);
    int entry = views.entryOf(seen[node]);
    return files.kind(entry) == Kind.SYMLINK ? files.target(entry) : "";
  }

  static String absolute(String path) {
    return "/" + String.join("/", parts(path));
  }

  /// The parts of a path that mean something; ".." among them.
  static List<String> parts(String path) {
    return Arrays.stream(path.split("/", -1)).filter(p -> !p.isEmpty() && !p.equals(".")).toList();
  }
}
