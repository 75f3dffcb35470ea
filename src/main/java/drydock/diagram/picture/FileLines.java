// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.archive.Change;
import drydock.archive.FileNode;
import drydock.archive.FileTree;
import drydock.archive.Filter;
import drydock.archive.Order;
import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.TextStyle;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;

/// What one layer does to files, as lines below a picture of layers.
public final class FileLines {
  private static final double LEFT = 12;
  private static final double LINE = 16;

  /// The others are counted.
  private static final int MOST = 300;

  private final List<Element> elements;
  private final double width;
  private double y;
  private int drawn;
  private int hidden;

  private FileLines(Scene scene) {
    elements = new ArrayList<>(scene.elements());
    width = scene.width();
    y = scene.height() + 10;
  }

  /// The picture with what a layer does below it.
  ///
  /// @param tree the files that are seen after the layer
  /// @param layers how many the image has
  public static Scene below(Scene scene, FileTree tree, int layers) {
    return new FileLines(scene).draw(scene, tree.only(Filter.LAYER), layers);
  }

  private Scene draw(Scene scene, FileTree tree, int layers) {
    String title = Messages.get("picture.files.title", tree.layer() + 1, layers);
    elements.add(
        Caption.of(
            "files",
            new Rect(LEFT, y, width - 2 * LEFT, 18),
            title,
            Messages.get("picture.files.count", tree.size())));
    y += 22;
    add(tree, tree.root());
    if (drawn == 0) {
      line("files:none", Messages.get("picture.files.none"), Role.NEUTRAL, Ink.MUTED);
    }
    if (hidden > 0) {
      line("files:more", Messages.get("picture.files.more", hidden), Role.NEUTRAL, Ink.MUTED);
    }
    return new Scene(scene.question(), scene.answer(), width, y + 4, elements);
  }

  private void add(FileTree tree, FileNode folder) {
    for (FileNode node : tree.children(folder, Order.NAME)) {
      if (node.change() != Change.NONE) {
        if (drawn >= MOST) {
          hidden++;
        } else {
          drawn++;
          line("file:" + node.path(), words(node), role(node.change()), Ink.ROLE);
        }
      }
      if (node.children() > 0) {
        add(tree, node);
      }
    }
  }

  private void line(String id, String text, Role role, Ink ink) {
    Rect area = new Rect(LEFT, y, width - 2 * LEFT, LINE);
    String fits = TextStyle.CODE_SMALL.fit(text, area.width());
    elements.add(
        new Element.Text(
            id,
            area,
            role,
            List.of(Label.start(fits, 0, 12, TextStyle.CODE_SMALL, ink)),
            new About(text, "", null, null)));
    y += LINE;
  }

  private static String words(FileNode node) {
    String path = node.folder() ? node.path() + "/" : node.path();
    String size = Human.bytes(node.entry().size());
    return switch (node.change()) {
      case NONE -> path;
      case ADDED ->
          node.folder()
              ? Messages.get("picture.files.addedFolder", path)
              : Messages.get("picture.files.added", path, size);
      case CHANGED ->
          Messages.get("picture.files.changed", path, size, DrillWords.aspects(node.aspects()));
      case REMOVED -> Messages.get("picture.files.removed", path);
      case OPAQUE -> Messages.get("picture.files.opaque", path);
    };
  }

  private static Role role(Change change) {
    return switch (change) {
      case NONE -> Role.NEUTRAL;
      case ADDED -> Role.ADDED;
      case CHANGED -> Role.RUNNING;
      case REMOVED, OPAQUE -> Role.FAILED;
    };
  }
}
