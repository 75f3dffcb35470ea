// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.util.EnumSet;

/// In what two versions of a path differ, by their headers.
final class Differences {
  private Differences() {}

  static EnumSet<Aspect> between(Views views, int before, int after) {
    LayerFiles a = views.files(before);
    LayerFiles b = views.files(after);
    int i = views.entryOf(before);
    int j = views.entryOf(after);
    EnumSet<Aspect> found = EnumSet.noneOf(Aspect.class);
    Kind was = a.kind(i);
    Kind is = b.kind(j);
    if (was != is) {
      return EnumSet.of(Aspect.KIND); // nothing else can be compared
    }
    if (a.size(i) != b.size(j)) {
      found.add(Aspect.CONTENT);
    }
    if (!a.target(i).equals(b.target(j))) {
      found.add(Aspect.TARGET);
    }
    if (a.time(i) != b.time(j)) {
      found.add(Aspect.TIME);
    }
    if (a.mode(i) != b.mode(j) && is != Kind.SYMLINK) {
      found.add(Aspect.MODE);
    }
    if (a.owner(i) != b.owner(j) || a.group(i) != b.group(j)) {
      found.add(Aspect.OWNER);
    }
    if (a.attributes(i) != b.attributes(j)) {
      found.add(Aspect.ATTRIBUTES);
    }
    return found;
  }
}
