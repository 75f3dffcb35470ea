// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where in a saved archive each of its files lies. Names are only looked up, never followed into a file system.
final class ArchiveIndex {
  private static final int MOST_FILES = 100_000;
  private static final int MOST_HOPS = 8;

  /// What was found under a name.
  sealed interface Found {}

  record File(long offset, long size) implements Found {}

  /// @param target from the folder that the link lies in
  record Link(String target) implements Found {}

  record Other() implements Found {}

  private final Map<String, Found> files = new HashMap<>();

  ArchiveIndex(InputStream in, Bounds bounds) throws IOException {
    TarReader tar = new TarReader(in, bounds, ArchiveException.whole());
    while (tar.next()) {
      if (files.size() >= MOST_FILES || tar.name.length > bounds.name()) {
        throw ArchiveException.tooMuch(OddName.start(tar.name, tar.name.length));
      }
      String name = clean("", text(tar.name));
      if (name != null) {
        files.put(name, found(tar));
      }
    }
  }

  /// What lies under a name, links followed; a link that leads nowhere is returned itself.
  @Nullable Found find(String name) {
    String at = clean("", name);
    Found first = at == null ? null : files.get(at);
    Found found = first;
    for (int hops = 0; found instanceof Link link && at != null && hops < MOST_HOPS; hops++) {
      int slash = at.lastIndexOf('/');
      at = clean(slash < 0 ? "" : at.substring(0, slash), link.target());
      found = at == null ? null : files.get(at);
    }
    return found == null || found instanceof Link ? first : found;
  }

  private static Found found(TarReader tar) {
    return switch (tar.kind) {
      case FILE -> tar.size == tar.stored ? new File(tar.offset(), tar.size) : new Other();
      case SYMLINK -> new Link(text(tar.link));
      case HARD_LINK -> new Link("/" + text(tar.link));
      case FOLDER, CHARACTER_DEVICE, BLOCK_DEVICE, FIFO, WHITEOUT, OPAQUE -> new Other();
    };
  }

  private static String text(byte[] name) {
    return new String(name, StandardCharsets.UTF_8);
  }

  /// The path from the top of the archive; null when it leads out of it.
  private static @Nullable String clean(String folder, String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (path.startsWith("/") ? path : folder + "/" + path).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return null;
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
