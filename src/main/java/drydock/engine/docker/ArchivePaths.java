// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/// The paths of an archive: none leads out of it, none is there twice, and none leads through a
/// link, so that each entry is what it is called.
final class ArchivePaths {
  private static final int DEEPEST = 32;

  private final Set<String> folders = new HashSet<>();
  private final Set<String> others = new HashSet<>();
  private final Set<String> targets = new HashSet<>();

  /// @return the entry's path without what means nothing: "./a//b" is "a/b"
  String add(TarArchiveEntry entry) throws Unfit {
    String name = entry.getName();
    boolean folder = entry.getLinkFlag() == TarArchiveEntry.LF_DIR;
    if (!folder && name.endsWith("/")) {
      throw new Unfit(Unfit.Reason.ODD_ENTRY); // a file to some, a folder to others
    }
    String path = resolve("", name);
    if (folder) {
      folders.add(path);
    } else if (path.isEmpty() || !others.add(path)) {
      throw new Unfit(Unfit.Reason.TWICE);
    }
    if (entry.isSymbolicLink()) {
      targets.add(resolve(parent(path), entry.getLinkName()));
    }
    return path;
  }

  /// To be called when all are there.
  void check() throws Unfit {
    for (Set<String> paths : List.of(folders, others, targets)) {
      for (String path : paths) {
        for (String above = parent(path); !above.isEmpty(); above = parent(above)) {
          if (others.contains(above)) {
            throw new Unfit(Unfit.Reason.LEADS_OUT);
          }
        }
      }
    }
    if (!Collections.disjoint(folders, others)) {
      throw new Unfit(Unfit.Reason.TWICE);
    }
  }

  /// Goes up only before it goes down, so that no link on the way changes where it leads.
  private static String resolve(String from, String path) throws Unfit {
    if (path.startsWith("/") || path.indexOf('\\') >= 0) {
      throw new Unfit(Unfit.Reason.LEADS_OUT);
    }
    String at = from;
    boolean down = false;
    int depth = 0;
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (down || at.isEmpty()) {
          throw new Unfit(Unfit.Reason.LEADS_OUT);
        }
        at = parent(at);
      } else if (!part.isEmpty() && !part.equals(".")) {
        at = at.isEmpty() ? part : at + "/" + part;
        down = true;
        if (++depth > DEEPEST) {
          throw new Unfit(Unfit.Reason.TOO_LARGE);
        }
      }
    }
    return at;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
