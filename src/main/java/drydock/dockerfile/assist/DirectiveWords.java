// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Span;
import drydock.dockerfile.assist.Proposal.Kind;
import drydock.dockerfile.check.Rule;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parser directives at the top of a file.
final class DirectiveWords {
  private static final Pattern START =
      Pattern.compile("#\\s*(?:([a-zA-Z]\\w*)\\s*=\\s*)?", Pattern.CASE_INSENSITIVE);

  private final Dockerfile file;
  private final int offset;

  DirectiveWords(Dockerfile file, int offset) {
    this.file = file;
    this.offset = offset;
  }

  /// Behind a `#`.
  Completion in(Span line) {
    String text = line.of(file.text());
    String before = text.substring(0, offset - line.start());
    Matcher start = START.matcher(before);
    if (!start.lookingAt()) {
      return Completion.none(offset);
    }
    String name = start.group(1);
    if (name == null) {
      int equals = text.indexOf('=');
      int end = equals < 0 ? line.end() : line.start() + equals;
      return Completion.of(
          new Span(line.start() + start.end(), Math.max(end, offset)),
          before.substring(start.end()),
          names(line, equals >= 0, ""));
    }
    return values(name.toLowerCase(Locale.ROOT), line.start() + start.end(), line.end());
  }

  /// Directives that are not given yet.
  List<Proposal> names(Span line, boolean hasValue, String sign) {
    List<Proposal> proposals = new ArrayList<>();
    for (String name : List.of("syntax", "escape", "check")) {
      if (file.directives().stream()
          .noneMatch(d -> d.name().equals(name) && !line.touches(d.span().start()))) {
        proposals.add(
            Proposal.of(
                Kind.DIRECTIVE,
                sign + name,
                "",
                Meanings.directive(name),
                sign + name + (hasValue ? "" : "=")));
      }
    }
    return proposals;
  }

  private Completion values(String name, int from, int end) {
    String typed = file.text().substring(from, offset);
    Span all = new Span(from, end);
    return switch (name) {
      case "syntax" ->
          Completion.of(
              all,
              typed,
              List.of(
                  Proposal.value("docker/dockerfile:1", Messages.get("assist.syntax.newest")),
                  Proposal.value("docker/dockerfile:1-labs", Messages.get("assist.syntax.labs"))));
      case "escape" -> Completion.of(all, typed, FlagWords.simple(List.of("`", "\\")));
      case "check" -> check(from, end);
      default -> Completion.none(offset);
    };
  }

  private Completion check(int from, int end) {
    String text = file.text();
    int begin = offset;
    while (begin > from && ",;= ".indexOf(text.charAt(begin - 1)) < 0) {
      begin--;
    }
    int stop = offset;
    while (stop < end && ",;= ".indexOf(text.charAt(stop)) < 0) {
      stop++;
    }
    String option = text.substring(Math.max(from, text.lastIndexOf(';', begin - 1) + 1), begin);
    String typed = text.substring(begin, offset);
    Span word = new Span(begin, stop);
    int equals = option.indexOf('=');
    if (equals < 0) {
      return Completion.of(
          word,
          typed,
          List.of(
              Proposal.of(Kind.VALUE, "skip", "", Messages.get("assist.check.skip"), "skip="),
              Proposal.of(
                  Kind.VALUE, "error", "", Messages.get("assist.check.error"), "error=true"),
              Proposal.of(
                  Kind.VALUE,
                  "experimental",
                  "",
                  Messages.get("assist.check.experimental"),
                  "experimental=")));
    }
    if (option.startsWith("error")) {
      return Completion.of(word, typed, FlagWords.simple(List.of("true", "false")));
    }
    List<String> given = Arrays.asList(option.substring(equals + 1).split(","));
    List<Proposal> rules = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      if (!given.contains(rule.code())) {
        rules.add(Proposal.of(Kind.RULE, rule.code(), "", rule.explanation(), rule.code()));
      }
    }
    rules.add(Proposal.value("all", Messages.get("assist.check.all")));
    return Completion.of(word, typed, rules);
  }
}
