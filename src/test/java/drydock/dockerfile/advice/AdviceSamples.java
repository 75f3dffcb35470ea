// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.IgnoreRules;
import drydock.dockerfile.check.CheckContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Dockerfiles about which a piece of advice speaks, and ones about which it must not.
///
/// `dockerfile/advice/CODE.txt` has a line `===== says LINE` before a sample, and behind it `-----
/// better` with the lines shown, and `----- fixed` with the file after the fix if there is one; or
/// `===== silent: reason` before one of the other kind. `files=` and `ignored=` say what is in the
/// build context. Behind `=====E` escapes are resolved.
final class AdviceSamples {
  private static final String NEXT = "=====";

  private AdviceSamples() {}

  /// @param line where advice is given; 0 for silence
  /// @param fixed null when there is no fix
  record Sample(
      String code,
      String text,
      int line,
      String better,
      @Nullable String fixed,
      CheckContext context) {
    boolean speaks() {
      return line > 0;
    }
  }

  static List<Sample> of(Topic topic) throws IOException {
    String name = "/dockerfile/advice/" + topic.code() + ".txt";
    try (InputStream in = AdviceSamples.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no samples of " + topic.code());
      }
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Sample> samples = new ArrayList<>();
      for (String part : all.substring(NEXT.length()).split("\n" + NEXT, -1)) {
        samples.add(sample(topic.code(), part.endsWith("\n") ? part : part + "\n"));
      }
      return samples;
    }
  }

  static List<Sample> all() throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      samples.addAll(of(topic));
    }
    return samples;
  }

  private static Sample sample(String code, String part) {
    int end = part.indexOf('\n');
    String head = part.substring(0, end);
    boolean escaped = head.startsWith("E ");
    List<String> words = List.of(head.substring(escaped ? 1 : 0).strip().split("[ :]", -1));
    String[] blocks = part.substring(end + 1).split("(?m)^----- (?:better|fixed)\n", -1);
    CheckContext context = CheckContext.NONE;
    for (String word : words) {
      if (word.startsWith("files=")) {
        context = context.withFiles(Set.of(word.substring(6).split(",", -1)));
      } else if (word.startsWith("ignored=")) {
        context = context.withIgnored(IgnoreRules.parse(word.substring(8)));
      }
    }
    int line = words.getFirst().equals("says") ? Integer.parseInt(words.get(1)) : 0;
    return new Sample(
        code,
        text(blocks[0], escaped),
        line,
        blocks.length > 1 ? blocks[1].stripTrailing() : "",
        blocks.length > 2 ? text(blocks[2], escaped) : null,
        context);
  }

  private static String text(String block, boolean escaped) {
    return escaped ? block.strip().translateEscapes() : block;
  }
}
