// SPDX-License-Identifier: Apache-2.0
package drydock.workspace;

import drydock.messages.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Turns names into paths that stay inside a folder, links followed.
final class Names {
  private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");
  private static final String FORBIDDEN = "<>:\"|?*\\";

  private Names() {}

  /// The path of `name`, which may not exist yet.
  static Path inside(Path root, String name) throws WorkspaceException {
    try {
      Path path = root.resolve(name).normalize();
      if (name.isBlank() || path.equals(root) || !path.startsWith(root)) {
        throw outside(name);
      }
      Path there = path;
      while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
        there = there.getParent();
      }
      if (there == null || !there.toRealPath().startsWith(root)) {
        throw outside(name);
      }
      return Files.isSymbolicLink(path) ? path.toRealPath() : path;
    } catch (WorkspaceException e) {
      throw e;
    } catch (InvalidPathException | IOException e) {
      // a link that leads nowhere, or a name that this system does not know
      throw new WorkspaceException(Messages.get("workspace.name.outside", name), e);
    }
  }

  /// Refuses names for new files that some system could not hold.
  static void requirePortable(String name) throws WorkspaceException {
    for (String part : name.split("/", -1)) {
      boolean bad =
          part.isBlank()
              || part.length() > 100
              || part.endsWith(".")
              || part.endsWith(" ")
              || part.startsWith(" ")
              || RESERVED.contains(part.toLowerCase(Locale.ROOT).replaceFirst("\\..*", ""))
              || part.chars().anyMatch(c -> c < ' ' || FORBIDDEN.indexOf(c) >= 0);
      if (bad) {
        throw new WorkspaceException(Messages.get("workspace.name.bad", name));
      }
    }
  }

  private static WorkspaceException outside(String name) {
    return new WorkspaceException(Messages.get("workspace.name.outside", name));
  }
}
