// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.assist.Outline;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `drydock dockerfile outline FILE`: stages with their steps.
@Command(
    name = "outline",
    hidden = true,
    description = "Lists the stages of a Dockerfile with their steps.",
    mixinStandardHelpOptions = true)
final class DockerfileOutlineCommand extends DockerfileReader {
  private enum Format {
    text,
    json
  }

  @Option(names = "--format", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Format format = Format.text;

  @Override
  int read(Dockerfile dockerfile) {
    List<Outline.Item> items = Outline.of(dockerfile);
    switch (format) {
      case text -> print(items, "");
      case json -> {
        ArrayNode all = new ObjectMapper().createArrayNode();
        items.forEach(item -> add(item, all));
        out().println(all.toPrettyString());
      }
    }
    return CLEAN;
  }

  private void print(List<Outline.Item> items, String indent) {
    for (Outline.Item item : items) {
      String detail = item.detail().isEmpty() ? "" : " (" + item.detail() + ")";
      String line = item.firstLine() + ": " + item.keyword() + " " + item.label() + detail;
      out().println(indent + line.stripTrailing());
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
