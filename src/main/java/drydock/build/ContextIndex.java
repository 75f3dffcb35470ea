// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.dockerfile.cache.ContextEntry;
import drydock.dockerfile.cache.ContextEntry.Kind;
import drydock.dockerfile.cache.ContextException;
import drydock.dockerfile.cache.ContextFiles;
import drydock.engine.EngineException;
import drydock.messages.Messages;
import drydock.messages.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The build context as [ContextTar] would send it: the same paths, modes and links. Looked at when
/// it is first asked for; of files only those are read that a step takes.
final class ContextIndex implements ContextFiles {
  private final BuildContext context;
  private final FileDigests digests;
  private final Map<String, ContextEntry> entries = new HashMap<>();
  private final Map<String, List<ContextEntry>> children = new HashMap<>();
  private final Map<String, Path> files = new HashMap<>();
  private long bytes;
  private boolean walked;

  ContextIndex(BuildContext context, FileDigests digests) {
    this.context = context;
    this.digests = digests;
  }

  @Override
  public @Nullable ContextEntry entry(String path) throws ContextException {
    walk();
    return entries.get(path);
  }

  @Override
  public List<ContextEntry> children(ContextEntry folder) throws ContextException {
    walk();
    return children.getOrDefault(folder.path(), List.of());
  }

  @Override
  public String digest(ContextEntry file) throws ContextException {
    Path path = files.get(file.path());
    if (path == null) {
      throw new ContextException(file.path(), Messages.get("build.context.vanished"));
    }
    try {
      return digests.of(path);
    } catch (IOException e) {
      throw new ContextException(file.path(), BuildContext.words(e));
    }
  }

  private void walk() throws ContextException {
    if (walked) {
      return;
    }
    entries.put("", new ContextEntry("", Kind.FOLDER, ContextTar.EXECUTABLE, 0, ""));
    try {
      context.walk(this::add);
    } catch (EngineException e) {
      throw new ContextException(context.dockerfile(), Problems.sentence(e.problem()));
    } catch (IOException e) {
      throw new ContextException(context.dockerfile(), BuildContext.words(e));
    }
    walked = true;
  }

  private void add(Path path, String name, BasicFileAttributes attributes) throws IOException {
    ContextEntry entry;
    if (attributes.isDirectory()) {
      entry = new ContextEntry(name, Kind.FOLDER, ContextTar.EXECUTABLE, 0, "");
    } else if (attributes.isSymbolicLink()) {
      entry = new ContextEntry(name, Kind.LINK, ContextTar.LINK, 0, ContextTar.target(path));
    } else if (attributes.isRegularFile()) {
      bytes += attributes.size();
      if (bytes > ContextTar.MOST_BYTES) {
        throw BuildContext.bad(
            name, Messages.get("build.context.tooLarge", ContextTar.MOST_BYTES >> 30));
      }
      entry = new ContextEntry(name, Kind.FILE, ContextTar.mode(path), attributes.size(), "");
      files.put(name, path);
    } else {
      return;
    }
    entries.put(name, entry);
    String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
    children.computeIfAbsent(folder, _ -> new ArrayList<>()).add(entry);
  }
}
