// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.markup.Block;
import drydock.markup.Inline;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// Lesson text as nodes: wraps at any width, keeps lines at a readable length, code can be selected and copied.
public final class MarkupView {
  private static final double LONGEST_LINE = 640;

  private final VBox box = new VBox();
  private final InlineText inlines;
  private final Function<String, byte @Nullable []> pictures;

  /// @param links is given the target of a link that was followed: `https://…` or `lesson:…`
  /// @param pictures the bytes of the picture at a path; null when there is none, then its description is shown
  public MarkupView(Consumer<String> links, Function<String, byte @Nullable []> pictures) {
    this.inlines = new InlineText(links);
    this.pictures = pictures;
    box.getStyleClass().add("markup");
    box.setMaxWidth(LONGEST_LINE);
    box.setMinWidth(0);
  }

  public Node node() {
    return box;
  }

  public void show(List<Block> blocks) {
    box.getChildren().setAll(blocks.stream().map(this::node).toList());
  }

  private Node node(Block block) {
    return switch (block) {
      case Block.Heading h -> heading(h);
      case Block.Paragraph p -> inlines.flow(p.content());
      case Block.BulletList l -> list(l.items(), _ -> "•");
      case Block.OrderedList l -> list(l.items(), i -> (l.start() + i) + ".");
      case Block.CodeBlock c -> new CodeBox(c.text()).node();
      case Block.Quote q -> quote(q);
      case Block.Table t -> table(t);
      case Block.Rule _ -> new Separator();
      case Block.Image i -> image(i);
    };
  }

  private VBox column(String styleClass, List<Block> blocks) {
    VBox column = new VBox();
    column.getStyleClass().add(styleClass);
    column.setMinWidth(0);
    blocks.forEach(b -> column.getChildren().add(node(b)));
    return column;
  }

  private Node heading(Block.Heading heading) {
    TextFlow flow = inlines.flow(heading.content());
    flow.getStyleClass().add("markup-heading");
    return flow;
  }

  private Node list(List<List<Block>> items, java.util.function.IntFunction<String> marker) {
    VBox list = new VBox();
    list.getStyleClass().add("markup-list");
    for (int i = 0; i < items.size(); i++) {
      Label mark = new Label(marker.apply(i));
      mark.getStyleClass().add("markup-marker");
      mark.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
      VBox content = column("markup-item", items.get(i));
      HBox.setHgrow(content, Priority.ALWAYS);
      list.getChildren().add(new HBox(mark, content));
    }
    return list;
  }

  private Node quote(Block.Quote quote) {
    return column("markup-quote", quote.content());
  }

  private Node table(Block.Table table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("markup-table");
    for (int column = 0; column < table.header().size(); column++) {
      ColumnConstraints share = new ColumnConstraints();
      share.setPercentWidth(100.0 / table.header().size());
      grid.getColumnConstraints().add(share);
      grid.add(cell(table.header().get(column), "markup-th"), column, 0);
      for (int row = 0; row < table.rows().size(); row++) {
        List<List<Inline>> cells = table.rows().get(row);
        List<Inline> content = column < cells.size() ? cells.get(column) : List.of();
        grid.add(cell(content, "markup-td"), column, row + 1);
      }
    }
    return grid;
  }

  private Node cell(List<Inline> content, String styleClass) {
    TextFlow flow = inlines.flow(content);
    flow.getStyleClass().add(styleClass);
    return flow;
  }

  private Node image(Block.Image image) {
    byte[] bytes = pictures.apply(image.path());
    Image picture = bytes == null ? null : new Image(new ByteArrayInputStream(bytes));
    if (picture == null || picture.isError()) {
      return inlines.flow(
          List.of(new Inline.Emphasis(List.of(new Inline.Text(image.description())))));
    }
    ImageView view = new ImageView(picture);
    view.setPreserveRatio(true);
    view.setAccessibleText(image.description());
    VBox frame = new VBox(view);
    frame.setMinWidth(0);
    // never larger than it is, never wider than the text
    view.fitWidthProperty()
        .bind(javafx.beans.binding.Bindings.min(picture.getWidth(), box.widthProperty()));
    return frame;
  }
}
