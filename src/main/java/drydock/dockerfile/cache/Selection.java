// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import drydock.dockerfile.IgnoreRules;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What counts of files that a step takes from the build context, by the rules of BuildKit's
/// `cache/contenthash`: names below the source, modes, link targets and bytes; not the source's own
/// name. Each file seen is told as a part.
final class Selection {
  private static final int MOST_LINKS = 255;

  private final ContextFiles files;
  private final KeyBuilder key;
  private final List<IgnoreRules> excluded;
  private final List<IgnoreRules> included;

  /// @param excluded patterns of `--exclude`
  /// @param included of `--parents`, the path that is taken with its parents; null to take all
  Selection(ContextFiles files, KeyBuilder key, List<String> excluded, @Nullable String included) {
    this.files = files;
    this.key = key;
    this.excluded =
        excluded.isEmpty() ? List.of() : List.of(IgnoreRules.parse(String.join("\n", excluded)));
    this.included = included == null ? List.of() : List.of(IgnoreRules.parse(included));
  }

  /// A digest of what a source selects.
  String digest(String source) throws ContextException {
    List<String> parts = parts(source);
    int fixed = 0;
    while (fixed < parts.size() && !PathPattern.isIn(parts.get(fixed))) {
      fixed++;
    }
    ContextEntry start = follow(String.join("/", parts.subList(0, fixed)));
    if (start == null) {
      if (fixed == parts.size()) {
        key.unknown(new Cause.SourceMissing(source));
      }
      return "";
    }
    if (fixed == parts.size() && excluded.isEmpty() && included.isEmpty()) {
      return whole(start);
    }
    List<ContextEntry> matches = new ArrayList<>();
    match(start, parts.subList(fixed, parts.size()), matches);
    Digest digest = new Digest();
    for (ContextEntry match : matches) {
      listed(match, match.path(), digest);
    }
    return digest.hex();
  }

  private void match(ContextEntry at, List<String> patterns, List<ContextEntry> matches)
      throws ContextException {
    if (patterns.isEmpty()) {
      matches.add(at);
    } else if (at.kind() == ContextEntry.Kind.FOLDER) {
      PathPattern pattern = new PathPattern(patterns.getFirst());
      for (ContextEntry child : files.children(at)) {
        if (pattern.matches(child.name())) {
          match(child, patterns.subList(1, patterns.size()), matches);
        }
      }
    }
  }

  /// With patterns the builder hashes a flat list of last names.
  private void listed(ContextEntry entry, String root, Digest digest) throws ContextException {
    String below = below(entry.path(), root);
    boolean left = !below.isEmpty() && excluded.stream().anyMatch(r -> r.ignores(below));
    boolean taken = included.isEmpty() || (!below.isEmpty() && included.getFirst().ignores(below));
    if (entry.kind() != ContextEntry.Kind.FOLDER) {
      if (taken && !left) {
        digest.add(entry.name()).add(single(entry));
      }
      return;
    }
    if (taken && !left) {
      digest.add(entry.name()).add(header(entry));
    }
    for (ContextEntry child : files.children(entry)) {
      listed(child, root, digest);
    }
  }

  private static String below(String path, String root) {
    return path.length() <= root.length()
        ? ""
        : path.substring(root.isEmpty() ? 0 : root.length() + 1);
  }

  private String single(ContextEntry entry) throws ContextException {
    if (entry.kind() == ContextEntry.Kind.LINK) {
      ContextEntry target = follow(entry.path());
      return target == null ? leaf(entry) : whole(target);
    }
    return leaf(entry);
  }

  private String whole(ContextEntry entry) throws ContextException {
    if (entry.kind() != ContextEntry.Kind.FOLDER) {
      return leaf(entry);
    }
    Digest digest = new Digest().add(header(entry));
    for (ContextEntry child : files.children(entry)) {
      digest.add(child.name()).add(whole(child));
    }
    return digest.hex();
  }

  private String header(ContextEntry folder) {
    String value = "folder " + Integer.toOctalString(folder.mode());
    if (!folder.path().isEmpty()) {
      key.tell(new Part(Part.Kind.FILE, folder.path(), value, 0));
    }
    return value;
  }

  private String leaf(ContextEntry entry) throws ContextException {
    String value =
        entry.kind() == ContextEntry.Kind.LINK
            ? "link " + entry.target()
            : "file " + Integer.toOctalString(entry.mode()) + " " + files.digest(entry);
    key.tell(new Part(Part.Kind.FILE, entry.path(), value, 0));
    return value;
  }

  /// The entry of a path, links resolved inside of the context; null when it leads to nothing.
  private @Nullable ContextEntry follow(String path) throws ContextException {
    Deque<String> left = new ArrayDeque<>(parts(path));
    ContextEntry at = files.entry("");
    int links = 0;
    while (at != null && !left.isEmpty()) {
      String name = left.pop();
      String here = at.path();
      at =
          name.equals("..")
              ? files.entry(here.substring(0, Math.max(0, here.lastIndexOf('/'))))
              : files.entry(here.isEmpty() ? name : here + "/" + name);
      if (at != null && at.kind() == ContextEntry.Kind.LINK) {
        if (++links > MOST_LINKS) {
          return null;
        }
        parts(at.target()).reversed().forEach(left::push);
        at = files.entry(at.target().startsWith("/") ? "" : here);
      }
    }
    return at;
  }

  private static List<String> parts(String path) {
    return Arrays.stream(path.split("/", -1))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .toList();
  }
}
