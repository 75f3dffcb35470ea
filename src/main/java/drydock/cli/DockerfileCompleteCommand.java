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
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock dockerfile complete FILE LINE:COLUMN`: what could stand there.
@Command(
    name = "complete",
    hidden = true,
    description = "Says what could stand at a place of a Dockerfile.",
    mixinStandardHelpOptions = true)
final class DockerfileCompleteCommand implements Callable<Integer> {
  private enum Format {
    text,
    json
  }

  private static final Pattern PLACE = Pattern.compile("([1-9]\\d{0,6}):([1-9]\\d{0,6})");

  @Parameters(index = "0", paramLabel = "FILE", description = "The Dockerfile.")
  private Path file = Path.of("Dockerfile");

  @Parameters(index = "1", paramLabel = "LINE:COLUMN", description = "Both counted from 1.")
  private String place = "1:1";

  @Option(names = "--context", paramLabel = "DIR", description = "The folder to build with.")
  private @Nullable Path folder;

  @Option(names = "--format", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.text;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    DockerfileText text = DockerfileText.read(file);
    String unreadable = text.unreadable();
    if (unreadable != null) {
      spec.commandLine().getErr().println(unreadable);
      return DockerfileCommand.Exit.UNREADABLE;
    }
    Dockerfile read = Dockerfile.parse(text.text());
    Completion completion =
        new Assist(read, CheckContext.NONE, around()).completion(offset(read.lines()));
    switch (format) {
      case text -> completion.proposals().forEach(this::print);
      case json -> spec.commandLine().getOut().println(json(completion).toPrettyString());
    }
    return DockerfileCommand.Exit.CLEAN;
  }

  private int offset(Lines lines) {
    Matcher matcher = PLACE.matcher(place);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > lines.count()) {
      throw new ParameterException(
          spec.commandLine(), Messages.get("cli.dockerfile.noPlace", place, lines.count()));
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
    spec.commandLine().getOut().println(line.stripTrailing());
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
