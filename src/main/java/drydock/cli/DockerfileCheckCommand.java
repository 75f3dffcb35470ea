// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.IgnoreRules;
import drydock.dockerfile.Lines;
import drydock.dockerfile.advice.Findings;
import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.Checks;
import drydock.dockerfile.check.Finding;
import drydock.messages.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `drydock dockerfile check FILE`: what the builder refuses, what its build checks say, and
/// advice, without an engine.
@Command(
    name = "check",
    description =
        "Says what the builder would refuse or warn of, and what could be better, and why.",
    footer = {
      "%nA comment above an instruction holds advice back for it: # drydock: skip=CODE,CODE"
          + " (or skip=all). Above the first instruction it counts for the whole file. The"
          + " builder's own checks are skipped with # check=skip=RULE.",
      "%nExit codes: 0 nothing is to be said, 1 there are findings (advice counts, unless"
          + " --no-advice is given), 2 it cannot be read."
    },
    mixinStandardHelpOptions = true)
final class DockerfileCheckCommand extends DockerfileReader {
  private enum Format {
    text,
    json
  }

  /// Larger than any `.dockerignore`.
  private static final long LARGEST = 1 << 20;

  @Option(
      names = "--context",
      paramLabel = "DIR",
      description = "The folder that docker build is given; its files and its .dockerignore count.")
  private @Nullable Path folder;

  @Option(names = "--no-advice", description = "Only what the builder itself says.")
  private boolean noAdvice;

  @Option(names = "--format", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.text;

  @Override
  int read(Dockerfile dockerfile) throws Unreadable {
    CheckContext known = CheckContext.NONE;
    Path context = folder;
    if (context != null) {
      if (!Files.isDirectory(context)) {
        throw new Unreadable(Messages.get("cli.dockerfile.noContext", context));
      }
      Path rules = ignoreFile(context);
      try {
        known = known.withIgnored(read(rules)).withFiles(files(context));
      } catch (IOException | IllegalArgumentException e) {
        throw new Unreadable(
            Messages.get("cli.dockerfile.ignoreFile", rules, String.valueOf(e.getMessage())));
      }
    }
    List<Finding> findings =
        noAdvice ? Checks.of(dockerfile, known) : Findings.of(dockerfile, known);
    switch (format) {
      case text -> findings.forEach(finding -> print(finding, dockerfile));
      case json -> out().println(json(findings, dockerfile).toPrettyString());
    }
    return findings.isEmpty() ? CLEAN : FINDINGS;
  }

  /// `<Dockerfile>.dockerignore` wins over the context's.
  private Path ignoreFile(Path context) {
    Path own = file().resolveSibling(file().getFileName() + ".dockerignore");
    return Files.exists(own) ? own : context.resolve(".dockerignore");
  }

  private static Set<String> files(Path context) throws IOException {
    try (Stream<Path> all = Files.list(context)) {
      return all.map(p -> p.getFileName() + (Files.isDirectory(p) ? "/" : ""))
          .collect(Collectors.toSet());
    }
  }

  private static IgnoreRules read(Path rules) throws IOException {
    if (!Files.exists(rules)) {
      return IgnoreRules.NONE;
    }
    if (Files.size(rules) > LARGEST) {
      throw new IOException("larger than 1 MiB");
    }
    return IgnoreRules.parse(Files.readString(rules));
  }

  private void print(Finding finding, Dockerfile dockerfile) {
    Lines.Position at = dockerfile.lines().position(finding.span().start());
    out()
        .printf(
            "%s:%d:%d: %s: %s (%s)%n    %s%n%s%s",
            file(),
            at.line(),
            at.column(),
            severity(finding),
            finding.message(),
            finding.code(),
            finding.explanation(),
            better(finding),
            finding.lesson().isEmpty()
                ? ""
                : "    "
                    + Messages.get("cli.dockerfile.lesson", finding.lesson())
                    + "%n".formatted());
  }

  /// Below each other, further in than the explanation.
  private static String better(Finding finding) {
    return finding.better().isEmpty()
        ? ""
        : ("    " + Messages.get("cli.dockerfile.better") + "\n" + finding.better().indent(8))
            .replace("\n", System.lineSeparator());
  }

  private static ArrayNode json(List<Finding> findings, Dockerfile dockerfile) {
    ArrayNode all = new ObjectMapper().createArrayNode();
    for (Finding finding : findings) {
      Lines.Position start = dockerfile.lines().position(finding.span().start());
      Lines.Position end = dockerfile.lines().position(finding.span().end());
      all.addObject()
          .put("code", finding.code())
          .put("severity", severity(finding))
          .put("line", start.line())
          .put("column", start.column())
          .put("endLine", end.line())
          .put("endColumn", end.column())
          .put("message", finding.message())
          .put("explanation", finding.explanation())
          .put("url", finding.url())
          .put("better", finding.better())
          .put("lesson", finding.lesson());
    }
    return all;
  }

  private static String severity(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }
}
