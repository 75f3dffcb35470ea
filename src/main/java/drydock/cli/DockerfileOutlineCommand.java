// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.assist.Outline;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock dockerfile outline FILE`: stages with their steps.
@Command(
    name = "outline",
    hidden = true,
    description = "Lists the stages of a Dockerfile with their steps.",
    mixinStandardHelpOptions = true)
final class DockerfileOutlineCommand implements Callable<Integer> {
  private enum Format {
    text,
    json
  }

  @Parameters(paramLabel = "FILE", description = "The Dockerfile.")
  private Path file = Path.of("Dockerfile");

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
    List<Outline.Item> items = Outline.of(Dockerfile.parse(text.text()));
    switch (format) {
      case text -> print(items, "");
      case json -> {
        ArrayNode all = new ObjectMapper().createArrayNode();
        items.forEach(item -> add(item, all));
        spec.commandLine().getOut().println(all.toPrettyString());
      }
    }
    return DockerfileCommand.Exit.CLEAN;
  }

  private void print(List<Outline.Item> items, String indent) {
    for (Outline.Item item : items) {
      String detail = item.detail().isEmpty() ? "" : " (" + item.detail() + ")";
      String line = item.firstLine() + ": " + item.keyword() + " " + item.label() + detail;
      spec.commandLine().getOut().println(indent + line.stripTrailing());
      print(item.children(), indent + "  ");
    }
  }

  private static void add(Outline.Item item, ArrayNode to) {
    ObjectNode node =
        to.addObject()
            .put("keyword", item.keyword())
            .put("label", item.label())
            .put("detail", item.detail())
            .put("line", item.firstLine())
            .put("endLine", item.lastLine());
    if (!item.children().isEmpty()) {
      ArrayNode children = node.putArray("children");
      item.children().forEach(child -> add(child, children));
    }
  }
}
