// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.archive.Aspect;
import drydock.archive.Change;
import drydock.archive.CoreDrill;
import drydock.archive.Entry;
import drydock.archive.FileNode;
import drydock.archive.FileTree;
import drydock.archive.Filter;
import drydock.archive.ImageArchive;
import drydock.archive.Kind;
import drydock.archive.Layer;
import drydock.archive.Order;
import drydock.archive.Sums;
import drydock.archive.Waste;
import drydock.messages.Messages;
import drydock.moment.StateWords;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// In lines for people; layers count from 1.
final class ImageFilesText implements ImageFilesPrinter {
  private final PrintWriter out;
  private final String asked;

  /// @param asked what the image was asked for by
  ImageFilesText(PrintWriter out, String asked) {
    this.out = out;
    this.asked = asked;
  }

  @Override
  public void layers(ImageArchive archive) throws IOException {
    println(
        Messages.get(
            "cli.image.layers",
            archive.names().isEmpty() ? asked : String.join(", ", archive.names()),
            archive.platform(),
            archive.layers().size(),
            size(archive.size())));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "SAVED", "PACKED", "ADDED", "CHANGED", "REMOVED", "CREATED BY"));
    for (Layer layer : archive.layers()) {
      rows.add(row(archive, layer));
    }
    Columns.aligned(rows).forEach(this::println);
  }

  private static List<String> row(ImageArchive archive, Layer layer) throws IOException {
    String number = Integer.toString(layer.index() + 1);
    if (!layer.present()) {
      String absent = Messages.get("cli.image.absent");
      return List.of(number, absent, "", "", "", "", layer.createdBy());
    }
    Sums sums = archive.tree(layer.index()).root().sums();
    return List.of(
        number,
        size(layer.size()),
        word(layer.packing()),
        Integer.toString(sums.added()),
        Integer.toString(sums.changed()),
        Integer.toString(sums.removed()),
        layer.createdBy());
  }

  @Override
  public void layer(ImageArchive archive, int layer) throws IOException {
    FileTree tree = archive.tree(layer).only(Filter.LAYER);
    for (int unknown : tree.unknown()) {
      println(Messages.get("cli.image.unknown", Integer.toString(unknown + 1)));
    }
    below(tree, tree.root());
  }

  private void below(FileTree tree, FileNode folder) {
    for (FileNode node : tree.children(folder, Order.NAME)) {
      if (node.change() != Change.NONE) {
        println(sign(node.change()) + " " + line(node.entry()) + aspects(node.aspects()));
      }
      below(tree, node);
    }
  }

  private static char sign(Change change) {
    return switch (change) {
      case NONE -> ' ';
      case ADDED -> 'A';
      case CHANGED -> 'C';
      case REMOVED -> 'D';
      case OPAQUE -> 'O';
    };
  }

  private static String line(Entry entry) {
    return String.format(
        Locale.ROOT,
        "%s%04o %5d:%-5d %10d  %s%s",
        letter(entry.kind()),
        entry.mode(),
        entry.uid(),
        entry.gid(),
        entry.size(),
        entry.path(),
        entry.target().isEmpty() ? "" : " -> " + entry.target());
  }

  /// As `ls` writes them.
  private static char letter(Kind kind) {
    return switch (kind) {
      case FILE, HARD_LINK, WHITEOUT, OPAQUE -> '-';
      case FOLDER -> 'd';
      case SYMLINK -> 'l';
      case CHARACTER_DEVICE -> 'c';
      case BLOCK_DEVICE -> 'b';
      case FIFO -> 'p';
    };
  }

  private static String aspects(Collection<Aspect> aspects) {
    return aspects.isEmpty()
        ? ""
        : aspects.stream()
            .map(ImageFilesText::word)
            .sorted()
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static String size(long bytes) {
    return bytes < 1_000 ? bytes + " B" : StateWords.size(bytes);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void path(ImageArchive archive, String path) throws IOException {
    CoreDrill drill = archive.drill(path);
    if (!drill.leadsTo().equals(drill.path()) && !drill.leadsTo().isEmpty()) {
      println(Messages.get("cli.image.leadsTo", drill.path(), drill.leadsTo()));
    }
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < drill.layers().size(); i++) {
      rows.add(
          List.of(
              i == drill.seen() ? "*" : "",
              Integer.toString(i + 1),
              said(drill.layers().get(i)),
              archive.layers().get(i).createdBy()));
    }
    Columns.aligned(rows).forEach(this::println);
  }

  private static String said(CoreDrill.Said said) {
    return switch (said) {
      case CoreDrill.Nothing _ -> "";
      case CoreDrill.Unknown _ -> "?";
      case CoreDrill.Added s -> "A " + line(s.entry());
      case CoreDrill.Changed s -> "C " + line(s.entry()) + aspects(s.aspects());
      case CoreDrill.Removed _ -> "D";
      case CoreDrill.RemovedWith s -> "D " + s.folder();
      case CoreDrill.Hidden s -> "O " + s.folder();
      case CoreDrill.Displaced s -> "D " + line(s.by());
    };
  }

  @Override
  public void waste(ImageArchive archive) throws IOException {
    List<Waste> waste = archive.waste();
    long bytes = waste.stream().mapToLong(w -> w.files().bytes()).sum();
    println(Messages.get("cli.image.waste", waste.size(), size(bytes)));
    List<List<String>> rows = new ArrayList<>();
    for (Waste each : waste) {
      Waste.Files files = each.files();
      rows.add(
          List.of(
              size(files.bytes()),
              Messages.get(
                  "cli.image.wasted",
                  Integer.toString(files.lower() + 1),
                  why(each),
                  Integer.toString(files.upper() + 1)),
              files.files() == 1 ? files.paths().getFirst() : files.folder(),
              Messages.get("cli.image.files", files.files())));
    }
    Columns.aligned(rows).forEach(this::println);
  }

  private static String why(Waste waste) {
    return switch (waste) {
      case Waste.Overwritten _ -> Messages.get("cli.image.overwritten");
      case Waste.Removed _ -> Messages.get("cli.image.removed");
      case Waste.Retouched w -> Messages.get("cli.image.retouched") + aspects(w.aspects());
      case Waste.Moved w -> Messages.get("cli.image.moved", w.to());
      case Waste.Cache w -> Messages.get("cli.image.cache", word(w.manager()));
    };
  }

  /// Names in an image are anybody's, and a terminal obeys control characters.
  private void println(String line) {
    out.println(line.replaceAll("\\p{Cntrl}", "?"));
  }
}
