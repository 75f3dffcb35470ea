// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import drydock.archive.Change;
import drydock.archive.CoreDrill;
import drydock.archive.FileNode;
import drydock.archive.FileTree;
import drydock.archive.Filter;
import drydock.archive.ImageArchive;
import drydock.archive.Layer;
import drydock.archive.Order;
import drydock.archive.Waste;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;

/// As JSON: the fields of the records, kinds by their names.
final class ImageFilesJson implements ImageFilesPrinter {
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(
              new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance));

  private final PrintWriter out;

  ImageFilesJson(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void layers(ImageArchive archive) {
    print(image(archive));
  }

  @Override
  public void layer(ImageArchive archive, int layer) throws IOException {
    ObjectNode root = image(archive).put("layer", layer);
    FileTree tree = archive.tree(layer).only(Filter.LAYER);
    root.set("unknown", MAPPER.valueToTree(tree.unknown()));
    below(tree, tree.root(), root.putArray("files"));
    print(root);
  }

  private static void below(FileTree tree, FileNode folder, ArrayNode files) {
    for (FileNode node : tree.children(folder, Order.NAME)) {
      if (node.change() != Change.NONE) {
        ObjectNode file = files.addObject().put("change", node.change().name());
        file.set("aspects", MAPPER.valueToTree(node.aspects()));
        file.setAll(MAPPER.<ObjectNode>valueToTree(node.entry()));
      }
      below(tree, node, files);
    }
  }

  @Override
  public void path(ImageArchive archive, String path) throws IOException {
    CoreDrill drill = archive.drill(path);
    ObjectNode root = image(archive);
    ObjectNode json = root.putObject("drill");
    json.put("path", drill.path()).put("leadsTo", drill.leadsTo()).put("seen", drill.seen());
    ArrayNode layers = json.putArray("layers");
    drill.layers().forEach(said -> layers.add(named("says", said)));
    print(root);
  }

  @Override
  public void waste(ImageArchive archive) throws IOException {
    ObjectNode root = image(archive);
    ArrayNode cases = root.putArray("waste");
    for (Waste waste : archive.waste()) {
      cases.add(named("why", waste));
    }
    print(root);
  }

  private static ObjectNode image(ImageArchive archive) {
    ObjectNode root = MAPPER.createObjectNode();
    root.set("names", MAPPER.valueToTree(archive.names()));
    root.put("platform", archive.platform()).put("size", archive.size());
    ArrayNode layers = root.putArray("layers");
    for (Layer layer : archive.layers()) {
      ObjectNode json = MAPPER.valueToTree(layer);
      json.set("presence", named("is", layer.presence()));
      layers.add(json);
    }
    return root;
  }

  /// A record with its kind.
  private static ObjectNode named(String field, Object kind) {
    ObjectNode json = MAPPER.createObjectNode().put(field, kind.getClass().getSimpleName());
    return json.setAll(MAPPER.<ObjectNode>valueToTree(kind));
  }

  private void print(ObjectNode root) {
    try {
      out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
