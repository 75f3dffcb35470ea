// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Comment;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Token;
import drydock.dockerfile.TokenKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Advice that the file does not want: `# drydock: skip=code,code` (or `skip=all`) above an
/// instruction counts for this one, above the first instruction for the whole file. To BuildKit it
/// is a comment like others.
final class Skips {
  private static final String MARK = "drydock:";
  private static final String SKIP = "skip=";
  private static final String ALL = "all";

  private final Set<String> everywhere = new HashSet<>();

  Skips(Dockerfile file) {
    int first =
        file.instructions().isEmpty()
            ? file.text().length()
            : file.instructions().getFirst().span().start();
    for (Token token : file.tokens()) {
      if (token.start() >= first) {
        break;
      }
      if (token.kind() == TokenKind.COMMENT) {
        read(file.text().substring(token.start(), token.end()), everywhere);
      }
    }
  }

  boolean skips(Topic topic, Instruction instruction) {
    if (holds(everywhere, topic)) {
      return true;
    }
    Set<String> own = new HashSet<>();
    for (Comment comment : instruction.source().comments()) {
      read(comment.text(), own);
    }
    return holds(own, topic);
  }

  private static boolean holds(Set<String> codes, Topic topic) {
    return codes.contains(topic.code()) || codes.contains(ALL);
  }

  private static void read(String comment, Set<String> codes) {
    String text = comment.strip();
    text = text.startsWith("#") ? text.substring(1).strip() : text;
    if (!text.startsWith(MARK)) {
      return;
    }
    String rest = text.substring(MARK.length()).strip();
    if (rest.startsWith(SKIP)) {
      Arrays.stream(rest.substring(SKIP.length()).split("[,\\s]+")).forEach(codes::add);
    }
  }
}
