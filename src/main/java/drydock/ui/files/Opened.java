// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import java.util.HashSet;
import java.util.Set;

/// Which folders are open.
///
/// @param all whether those are that nobody closed
record Opened(Set<String> open, Set<String> closed, boolean all) {
  static final Opened NONE = new Opened(Set.of(), Set.of(), false);

  Opened {
    open = Set.copyOf(open);
    closed = Set.copyOf(closed);
  }

  boolean is(String path) {
    return all ? !closed.contains(path) : open.contains(path);
  }

  Opened with(String path, boolean opened) {
    return new Opened(changed(open, path, opened), changed(closed, path, !opened), all);
  }

  Opened withAll(boolean next) {
    return next == all ? this : new Opened(open, Set.of(), next);
  }

  private static Set<String> changed(Set<String> before, String path, boolean in) {
    Set<String> after = new HashSet<>(before);
    if (in) {
      after.add(path);
    } else {
      after.remove(path);
    }
    return after;
  }
}
