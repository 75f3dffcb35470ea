// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.IgnoreRules;
import drydock.dockerfile.assist.Proposal.Kind;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Paths of the build context, one folder at a time.
final class PathWords {
  private static final String SPECIAL = "$\\`\"'*?[]<>,#";

  private final Surroundings around;
  private final IgnoreRules ignored;

  PathWords(Surroundings around, IgnoreRules ignored) {
    this.around = around;
    this.ignored = ignored;
  }

  /// The part of a path up to the caret's slash decides the folder; the part around the caret is
  /// replaced.
  Completion complete(Cursor path) {
    Cursor name = path.behind("/").upTo("/");
    String folder = path.word().substring(0, name.from() - path.from());
    return Completion.of(name.span(), name.typed(), in(folder, name.isFollowedBy('/')));
  }

  private List<Proposal> in(String typedFolder, boolean slash) {
    String folder = clean(typedFolder);
    List<Surroundings.Entry> entries = new ArrayList<>();
    if (!folder.startsWith("..")) {
      entries.addAll(around.folder(folder));
    }
    entries.sort(
        Comparator.comparing((Surroundings.Entry e) -> !e.isFolder())
            .thenComparing(e -> e.name().startsWith("."))
            .thenComparing(Surroundings.Entry::name, String.CASE_INSENSITIVE_ORDER));
    List<Proposal> proposals = new ArrayList<>();
    for (Surroundings.Entry entry : entries) {
      if (isPlain(entry.name())) {
        proposals.add(proposal(folder, entry, slash));
      }
    }
    proposals.sort(Comparator.comparing(Proposal::isMarked));
    return proposals;
  }

  private Proposal proposal(String folder, Surroundings.Entry entry, boolean slash) {
    String path = folder.isEmpty() ? entry.name() : folder + "/" + entry.name();
    String rule = ignored.ignoringRule(path);
    boolean left = rule != null && !(entry.isFolder() && !ignored.ignoresAllBelow(path));
    String written = entry.isFolder() && !slash ? entry.name() + "/" : entry.name();
    return new Proposal(
        entry.isFolder() ? Kind.FOLDER : Kind.FILE,
        written,
        left ? Messages.get("assist.proposal.ignored", String.valueOf(rule)) : "",
        left ? Messages.get("assist.proposal.ignoredHelp") : "",
        Snippet.plain(written),
        left);
  }

  /// Whether a name means itself when it is written down without brackets and quotes.
  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.chars()
            .noneMatch(
                c ->
                    Character.isWhitespace(c)
                        || Character.isISOControl(c)
                        || Character.isSpaceChar(c)
                        || SPECIAL.indexOf(c) >= 0);
  }

  /// Without `.`, empty names and slashes at both ends.
  private static String clean(String path) {
    List<String> names = new ArrayList<>();
    for (String name : path.split("/", -1)) {
      if (name.equals("..")) {
        if (names.isEmpty()) {
          return "..";
        }
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }
}
