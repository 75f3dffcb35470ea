// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Dockerfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Good and bad Dockerfiles with the warnings of the builder of Docker 28.5.
public final class CheckCorpus {
  private static final String NEXT = "=====";
  private static final String WARNINGS = "\n-----\n";
  private static final Set<String> RULES =
      Arrays.stream(Rule.values()).map(Rule::code).collect(Collectors.toSet());

  private CheckCorpus() {}

  /// @param warnings "line Rule: message", lines as "first-last" when there are several
  public record Sample(String text, Set<String> warnings) {}

  /// The file has a line `=====` before each sample and `-----` before its warnings; behind `=====E` the sample is one
  /// line with escapes.
  public static List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (InputStream in = CheckCorpus.class.getResourceAsStream("/dockerfile/checks.txt")) {
      if (in == null) {
        throw new IOException("no corpus");
      }
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : all.substring(NEXT.length()).split("\n" + NEXT, -1)) {
        int start = part.indexOf('\n') + 1;
        int end = (part + "\n").indexOf(WARNINGS);
        String text = part.substring(start, end);
        String warnings = (part + "\n").substring(end + WARNINGS.length());
        samples.add(
            new Sample(
                part.startsWith("E") ? text.translateEscapes() : text + "\n",
                warnings
                    .lines()
                    .filter(w -> !w.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new))));
      }
    }
    return samples;
  }

  /// What Drydock says of a file, in the same form.
  public static Set<String> ours(String text) {
    CheckContext context =
        CheckContext.NONE
            .withNeededStagesOnly()
            .withImages(
                image -> image.startsWith("busybox:") ? Map.of("PATH", "/bin") : null,
                ImagePlatforms.UNKNOWN);
    return Checks.of(Dockerfile.parse(text), context).stream()
        .filter(finding -> RULES.contains(finding.code()))
        .map(f -> line(f.line(), f.endLine(), f.code() + ": " + f.message()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// A warning as the corpus has it.
  public static String line(int first, int last, String warning) {
    return (first == last ? first : first + "-" + last) + " " + warning;
  }
}
