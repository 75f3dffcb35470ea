// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A `.dockerignore`: which paths of a build context are left out. As moby's patternmatcher (`MatchesUsingParentResults`)
/// and ignorefile read it: the last rule that matches a path or one of its parents decides, `!` takes back in, `#` in the first column is a comment.
///
/// `\` escapes on every system; on Windows docker reads it as a slash.
public final class IgnoreRules {
  /// Nothing is left out.
  public static final IgnoreRules NONE = new IgnoreRules(List.of());

  private static final int MOST_RULES = 10_000;
  private static final int LONGEST = 4096;

  private record Rule(String text, boolean takesBack, GlobPattern pattern) {}

  private final List<Rule> rules;

  private IgnoreRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /// @throws IllegalArgumentException with a sentence, when a line is no pattern: docker refuses to build then, too
  public static IgnoreRules parse(String text) {
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    List<Rule> rules = new ArrayList<>();
    int number = 0;
    for (String line : unmarked.split("\n", -1)) {
      number++;
      String pattern = line.strip();
      if (line.startsWith("#") || pattern.isEmpty()) {
        continue;
      }
      try {
        rules.add(rule(pattern));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
      }
      if (rules.size() > MOST_RULES) {
        throw new IllegalArgumentException("more than " + MOST_RULES + " rules");
      }
    }
    return new IgnoreRules(rules);
  }

  /// Whether it leaves out nothing.
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  private static Rule rule(String line) {
    boolean takesBack = line.startsWith("!");
    String pattern = takesBack ? line.substring(1).strip() : line;
    if (pattern.isEmpty()) {
      throw new IllegalArgumentException("\"!\" alone takes nothing back in");
    }
    if (pattern.length() > LONGEST) {
      throw new IllegalArgumentException("longer than " + LONGEST + " characters");
    }
    return new Rule(line, takesBack, new GlobPattern(clean(pattern)));
  }

  /// Go's `filepath.Clean`, and no slash in front.
  private static String clean(String pattern) {
    Deque<String> parts = new ArrayDeque<>();
    boolean rooted = pattern.startsWith("/");
    for (String part : pattern.split("/", -1)) {
      switch (part) {
        case "", "." -> {}
        case ".." -> {
          if (!parts.isEmpty() && !parts.getLast().equals("..")) {
            parts.removeLast();
          } else if (!rooted) {
            parts.addLast(part);
          }
        }
        default -> parts.addLast(part);
      }
    }
    return parts.isEmpty() ? "." : String.join("/", parts);
  }

  /// Whether a path is left out.
  ///
  /// @param path relative to the context, with `/`
  public boolean ignores(String path) {
    return ignoringRule(path) != null;
  }

  /// The rule that leaves a path out, as its line says it; null when the path is taken.
  ///
  /// @param path relative to the context, with `/`
  public @Nullable String ignoringRule(String path) {
    boolean[] matches = new boolean[rules.size()];
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      step(path.substring(0, end), matches);
    }
    Rule rule = step(path, matches);
    return rule == null ? null : rule.text;
  }

  /// What a folder above matched holds for what is in it. A rule that could change nothing is not looked at, so that
  /// `!folder` takes nothing back in when the folder itself was not left out.
  private @Nullable Rule step(String path, boolean[] matches) {
    Rule ignoring = null;
    for (int i = 0; i < matches.length; i++) {
      Rule rule = rules.get(i);
      boolean ignored = ignoring != null;
      matches[i] = matches[i] || (rule.takesBack == ignored && rule.pattern.matchesAll(path));
      if (matches[i]) {
        ignoring = rule.takesBack ? null : rule;
      }
    }
    return ignoring;
  }

  /// Whether any rule takes something back in.
  public boolean hasExceptions() {
    return rules.stream().anyMatch(Rule::takesBack);
  }

  /// Whether nothing below a folder that is left out can be taken back in, so that it need not be looked into.
  public boolean ignoresAllBelow(String folder) {
    return rules.stream()
        .filter(Rule::takesBack)
        .noneMatch(r -> r.pattern.couldMatchBelow(folder) || r.pattern.matches(folder));
  }
}
