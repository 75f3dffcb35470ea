// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.Change;
import drydock.archive.FileNode;
import drydock.archive.FileTree;
import drydock.archive.Filter;
import drydock.archive.Kind;
import drydock.archive.Order;
import drydock.messages.Messages;
import java.util.List;

/// The files of an image's layer, out of the saved image.
final class ArchiveListing implements FileListing {
  private final FileTree tree;

  ArchiveListing(FileTree tree) {
    this.tree = tree;
  }

  @Override
  public List<FileItem> top(Order order) {
    return items(tree.children(tree.root(), order));
  }

  @Override
  public List<FileItem> in(FileItem folder, Order order) {
    FileNode node = tree.find(folder.path()).orElse(null);
    return node == null ? List.of() : items(tree.children(node, order));
  }

  private static List<FileItem> items(List<FileNode> nodes) {
    return nodes.stream().map(ArchiveListing::item).toList();
  }

  private static FileItem item(FileNode node) {
    boolean gone = node.change() == Change.REMOVED;
    long size =
        node.folder()
            ? gone ? node.sums().removedBytes() : node.sums().bytes()
            : node.entry().size();
    Kind kind = node.entry().kind();
    return new FileItem(
        node.id(),
        node.name(),
        node.path(),
        node.folder(),
        kind == Kind.FILE || kind == Kind.HARD_LINK,
        node.change(),
        size,
        node.layer(),
        node.layer() < 0 ? "" : Rights.of(node.entry()),
        kind == Kind.SYMLINK || kind == Kind.HARD_LINK ? node.entry().target() : "");
  }

  @Override
  public FileListing only(Filter filter) {
    return new ArchiveListing(tree.only(filter));
  }

  @Override
  public int size() {
    return tree.size();
  }

  @Override
  public String remark() {
    return tree.unknown().isEmpty()
        ? ""
        : Messages.get("files.unknownLayers", tree.unknown().size());
  }
}
