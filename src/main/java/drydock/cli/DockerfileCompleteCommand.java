// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Lines;
import drydock.dockerfile.Span;
import drydock.dockerfile.assist.Assist;
import drydock.dockerfile.assist.Completion;
import drydock.dockerfile.assist.ContextFolder;
import drydock.dockerfile.assist.Proposal;
import drydock.dockerfile.assist.Surroundings;
import drydock.dockerfile.check.CheckContext;
import drydock.messages.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `drydock dockerfile complete FILE LINE:COLUMN`: what could stand there.
@Command(
    name = "complete",
    hidden = true,
    description = "Says what could stand at a place of a Dockerfile.",
    mixinStandardHelpOptions = true)
final class DockerfileCompleteCommand extends DockerfileReader {
  private enum Format {
    text,
    json
  }

  private static final Pattern PLACE = Pattern.compile("([1-9]\\d{0,6}):([1-9]\\d{0,6})");

  @Parameters(index = "1", paramLabel = "LINE:COLUMN", description = "Both counted from 1.")
  private String place = "1:1";

  @Option(names = "--context", paramLabel = "DIR", description = "The folder to build with.")
  private @Nullable Path folder;

  @Option(names = "--format", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.text;

  @Override
  int read(Dockerfile dockerfile) {
    Completion completion =
        new Assist(dockerfile, CheckContext.NONE, around()).completion(offset(dockerfile.lines()));
    switch (format) {
      case text -> completion.proposals().forEach(this::print);
      case json -> out().println(json(completion).toPrettyString());
    }
    return CLEAN;
  }

  private int offset(Lines lines) {
    Matcher matcher = PLACE.matcher(place);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > lines.count()) {
      throw wrong(Messages.get("cli.dockerfile.noPlace", place, lines.count()));
    }
    int line = Integer.parseInt(matcher.group(1));
    Span span = lines.span(line, line);
    return Math.min(span.start() + Integer.parseInt(matcher.group(2)) - 1, span.end());
  }

  private Surroundings around() {
    Path root = folder;
    return root == null
        ? Surroundings.NONE
        : new Surroundings() {
          @Override
          public List<Image> images() {
            return List.of();
          }

          @Override
          public List<Entry> folder(String path) {
            return ContextFolder.list(root, path);
          }
        };
  }

  private void print(Proposal proposal) {
    String line = kind(proposal) + "\t" + proposal.label() + "\t" + proposal.detail();
    out().println(line.stripTrailing());
  }

  private static ObjectNode json(Completion completion) {
    ObjectNode all = new ObjectMapper().createObjectNode();
    all.putObject("replaced")
        .put("start", completion.replaced().start())
        .put("end", completion.replaced().end());
    for (Proposal proposal : completion.proposals()) {
      all.withArray("proposals")
          .addObject()
          .put("kind", kind(proposal))
          .put("label", proposal.label())
          .put("detail", proposal.detail())
          .put("documentation", proposal.documentation())
          .put("insert", proposal.insert().text());
    }
    return all;
  }

  private static String kind(Proposal proposal) {
    return proposal.kind().name().toLowerCase(Locale.ROOT);
  }
}
