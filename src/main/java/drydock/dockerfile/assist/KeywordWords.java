// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import drydock.dockerfile.assist.Proposal.Kind;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Instructions where one begins, what makes sense there first.
final class KeywordWords {
  private static final List<String> BEFORE_FROM = List.of("FROM", "ARG");

  /// In the order in which files mostly use them.
  private static final List<String> USUAL =
      List.of(
          "RUN",
          "COPY",
          "WORKDIR",
          "ENV",
          "CMD",
          "ENTRYPOINT",
          "EXPOSE",
          "ARG",
          "USER",
          "FROM",
          "HEALTHCHECK",
          "ADD",
          "LABEL",
          "VOLUME",
          "SHELL",
          "STOPSIGNAL",
          "ONBUILD",
          "MAINTAINER");

  private static final Set<String> NO_TRIGGER = Set.of("ONBUILD", "FROM", "MAINTAINER");
  private static final Set<String> ONCE = Set.of("CMD", "ENTRYPOINT", "HEALTHCHECK");

  private final Dockerfile file;
  private final Casing casing;

  KeywordWords(Dockerfile file, int offset) {
    this.file = file;
    this.casing = Casing.of(file, offset);
  }

  List<Proposal> at(Place.Keyword place) {
    boolean started =
        file.stages().stream().anyMatch(s -> s.from().span().end() < place.word().start());
    List<Proposal> proposals = new ArrayList<>();
    for (String keyword : started ? USUAL : BEFORE_FROM) {
      if (!place.isTrigger() || !NO_TRIGGER.contains(keyword)) {
        proposals.add(instruction(keyword, place.word()));
      }
    }
    if (!place.isTrigger()) {
      proposals.addAll(started ? Snippets.steps(casing) : Snippets.files(casing));
    }
    return proposals;
  }

  private Proposal instruction(String keyword, Span word) {
    String written = casing.keyword(keyword);
    String text = file.text();
    boolean spaced = word.end() < text.length() && " \t".indexOf(text.charAt(word.end())) >= 0;
    return Proposal.of(
        Kind.INSTRUCTION,
        written,
        ONCE.contains(keyword) ? present(keyword, word) : "",
        Meanings.usage(keyword) + "\n" + Meanings.instruction(keyword),
        spaced ? written : written + " ");
  }

  /// Where the stage has one already, for those that count once.
  private String present(String keyword, Span word) {
    Stage stage = file.stageOnLine(file.lines().line(word.start()));
    if (stage != null) {
      for (Instruction instruction : stage.instructions()) {
        if (instruction.keyword().toUpperCase(Locale.ROOT).equals(keyword)
            && !instruction.span().touches(word.start())) {
          return Messages.get("assist.proposal.present", instruction.firstLine());
        }
      }
    }
    return "";
  }
}
