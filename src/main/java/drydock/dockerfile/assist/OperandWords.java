// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Chars;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Flag;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scopes;
import drydock.dockerfile.assist.Proposal.Kind;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;

/// Flags and operands of an instruction.
final class OperandWords {
  private static final List<String> SIGNALS =
      List.of(
          "SIGTERM", "SIGINT", "SIGQUIT", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGWINCH", "SIGKILL");
  private static final List<String> LABELS =
      List.of("title", "description", "authors", "source", "version", "licenses", "url");

  private final Dockerfile file;
  private final Scopes scopes;
  private final NameWords names;
  private final PathWords paths;

  OperandWords(Dockerfile file, Scopes scopes, NameWords names, PathWords paths) {
    this.file = file;
    this.scopes = scopes;
    this.names = names;
    this.paths = paths;
  }

  Completion at(Place.Operand place) {
    Instruction instruction = place.inner();
    Cursor cursor = place.cursor();
    for (Flag flag : instruction.flags()) {
      if (flag.word().from() < cursor.index() && cursor.index() <= flag.word().to()) {
        return flags(instruction).in(cursor.within(flag.word().from(), flag.word().to()));
      }
    }
    String before = before(instruction, cursor);
    boolean first = before.isBlank();
    if (first && cursor.typed().startsWith("-")) {
      return flags(instruction).in(cursor);
    }
    Completion completion = operand(place.outer(), instruction, cursor, before);
    if (!first || !cursor.typed().isEmpty()) {
      return completion;
    }
    List<Proposal> all = new ArrayList<>(completion.proposals());
    all.addAll(flags(instruction).names(cursor, false));
    return Completion.of(completion.replaced(), "", all);
  }

  private FlagWords flags(Instruction instruction) {
    return new FlagWords(file, instruction, names, paths);
  }

  /// The operands before the word of the caret.
  private static String before(Instruction instruction, Cursor cursor) {
    int from = instruction.arguments().from();
    return from >= cursor.from() ? "" : cursor.line().text().substring(from, cursor.from());
  }

  private Completion operand(
      Instruction outer, Instruction instruction, Cursor cursor, String before) {
    int number = words(before);
    boolean first = number == 0;
    return switch (instruction) {
      case Instruction.From _ ->
          first
              ? list(cursor, names.bases())
              : number == 1 ? list(cursor, List.of(as(instruction))) : nothing(cursor);
      case Instruction.Copy copy ->
          copy.from() == null ? path(instruction, cursor, number) : nothing(cursor);
      case Instruction.Add _ -> path(instruction, cursor, number);
      case Instruction.Cmd _, Instruction.Entrypoint _ ->
          first ? list(cursor, programs()) : nothing(cursor);
      case Instruction.Shell _ -> first ? list(cursor, shells()) : nothing(cursor);
      case Instruction.Healthcheck _ -> health(cursor, before, number);
      case Instruction.Stopsignal _ -> first ? list(cursor, signals()) : nothing(cursor);
      case Instruction.Expose _ -> ports(cursor);
      case Instruction.Label _ ->
          cursor.typed().contains("=") ? nothing(cursor) : list(cursor, labels(cursor));
      case Instruction.Arg _ ->
          cursor.typed().contains("=") || file.stageOnLine(outer.firstLine()) == null
              ? nothing(cursor)
              : list(cursor, NameWords.declarable(scopes.globals()));
      case Instruction.Run _,
          Instruction.Env _,
          Instruction.Workdir _,
          Instruction.User _,
          Instruction.Volume _,
          Instruction.Onbuild _,
          Instruction.Maintainer _,
          Instruction.Unknown _ ->
          nothing(cursor);
    };
  }

  private static int words(String before) {
    int count = 0;
    boolean inWord = false;
    for (int i = 0; i < before.length(); i++) {
      boolean space = Chars.isSpace(before.charAt(i));
      count += !space && !inWord ? 1 : 0;
      inWord = !space;
    }
    return count;
  }

  private static Completion list(Cursor cursor, List<Proposal> proposals) {
    return Completion.of(cursor.span(), cursor.typed(), proposals);
  }

  private static Completion nothing(Cursor cursor) {
    return new Completion(cursor.span(), cursor.typed(), List.of());
  }

  private static Proposal as(Instruction from) {
    String keyword = from.source().keyword().text();
    String as = keyword.equals(keyword.toUpperCase(java.util.Locale.ROOT)) ? "AS" : "as";
    return Proposal.of(Kind.INSTRUCTION, as, "", Messages.get("assist.proposal.as"), as + " ");
  }

  /// Sources come first; a word that begins with a slash is where they go.
  private Completion path(Instruction instruction, Cursor cursor, int number) {
    if (instruction.arguments().text().startsWith("[")) {
      Cursor text = cursor.behind("\"[").upTo("\"]");
      return cursor.typed().contains("\"") ? paths.complete(text) : nothing(cursor);
    }
    boolean elsewhere = cursor.typed().startsWith("/") || cursor.typed().startsWith("<<");
    return elsewhere && number > 0 ? nothing(cursor) : paths.complete(cursor);
  }

  private static List<Proposal> programs() {
    return List.of(
        template(
            "[\"program\", \"argument\"]",
            Messages.get("assist.proposal.exec"),
            "[\"${1:program}\", \"${2:argument}\"]"));
  }

  private static List<Proposal> shells() {
    return List.of(
        template(
            "[\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]",
            Messages.get("assist.shell.bash"),
            "[\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]"),
        template("[\"/bin/sh\", \"-c\"]", Messages.get("assist.shell.sh"), "[\"/bin/sh\", \"-c\"]"),
        template(
            "[\"powershell\", \"-Command\"]",
            Messages.get("assist.shell.powershell"),
            "[\"powershell\", \"-Command\"]"));
  }

  private static Proposal template(String label, String documentation, String template) {
    return new Proposal(Kind.SNIPPET, label, "", documentation, Snippet.parse(template), false);
  }

  private static Completion health(Cursor cursor, String before, int number) {
    if (number == 0) {
      return list(
          cursor,
          List.of(
              Proposal.of(Kind.INSTRUCTION, "CMD", "", Messages.get("assist.health.cmd"), "CMD "),
              Proposal.of(
                  Kind.INSTRUCTION, "NONE", "", Messages.get("assist.health.none"), "NONE")));
    }
    return number == 1 && before.strip().equalsIgnoreCase("CMD")
        ? list(cursor, programs())
        : nothing(cursor);
  }

  private static List<Proposal> signals() {
    return SIGNALS.stream().map(s -> Proposal.value(s, Meanings.signal(s))).toList();
  }

  private static Completion ports(Cursor cursor) {
    int slash = cursor.typed().lastIndexOf('/');
    if (slash < 0) {
      return nothing(cursor);
    }
    return list(cursor.behind("/"), FlagWords.simple(List.of("tcp", "udp")));
  }

  private static List<Proposal> labels(Cursor cursor) {
    return LABELS.stream()
        .map(name -> "org.opencontainers.image." + name)
        .map(
            name ->
                Proposal.of(
                    Kind.VALUE, name, "", "", name + (cursor.word().contains("=") ? "" : "=")))
        .toList();
  }
}
