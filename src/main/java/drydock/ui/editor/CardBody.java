// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.ui.kit.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Shows what a card says.
final class CardBody {
  private CardBody() {}

  /// @param close called before a button does what it does, and after a link was followed
  static Region of(List<CardContent> contents, Runnable close) {
    VBox box = new VBox();
    box.getStyleClass().add("card-sections");
    for (CardContent content : contents) {
      Node section = section(content, close);
      if (!box.getChildren().isEmpty()) {
        section.getStyleClass().add("further");
      }
      box.getChildren().add(section);
    }
    return box;
  }

  private static Node section(CardContent content, Runnable close) {
    Label title = Sentence.of(content.title(), "card-title");
    HBox head = new HBox(title);
    head.getStyleClass().add("card-head");
    HBox.setHgrow(title, Priority.ALWAYS);
    if (content.badge() != null) {
      head.getChildren().addFirst(badge(content.badge()));
    }
    VBox section = new VBox(head);
    section.getStyleClass().add("card-section");
    FlowPane doing = new FlowPane();
    doing.getStyleClass().add("card-doing");
    for (CardContent.Part part : content.parts()) {
      switch (part) {
        case CardContent.Paragraph paragraph ->
            section.getChildren().add(Sentence.of(paragraph.text(), "card-text"));
        case CardContent.Code code -> section.getChildren().addAll(code(code));
        case CardContent.Link link -> doing.getChildren().add(link(link, close));
        case CardContent.Button button -> doing.getChildren().add(button(button, close));
      }
    }
    if (!doing.getChildren().isEmpty()) {
      section.getChildren().add(doing);
    }
    return section;
  }

  static Label badge(CardContent.Badge badge) {
    Label label = new Label(badge.word());
    label.getStyleClass().addAll("card-badge", Styles.of(badge.tone()));
    label.setMinWidth(Region.USE_PREF_SIZE);
    label.setGraphic(new FontIcon(SeverityLook.icon(badge.tone())));
    return label;
  }

  private static List<Node> code(CardContent.Code code) {
    List<Node> nodes = new ArrayList<>();
    if (!code.caption().isEmpty()) {
      nodes.add(Sentence.of(code.caption(), "card-caption"));
    }
    Label lines = Sentence.of(code.text().stripTrailing(), "card-code");
    lines.setMaxWidth(Double.MAX_VALUE);
    nodes.add(lines);
    return nodes;
  }

  private static Node link(CardContent.Link link, Runnable close) {
    Hyperlink node = new Hyperlink(link.text());
    node.getStyleClass().add("card-link");
    node.setOnAction(
        _ -> {
          close.run();
          link.follow().run();
        });
    return node;
  }

  private static Node button(CardContent.Button button, Runnable close) {
    javafx.scene.control.Button node = new javafx.scene.control.Button(button.text());
    node.getStyleClass().addAll("accent", "card-button");
    node.setAccessibleText(button.text());
    node.setOnAction(
        _ -> {
          close.run();
          button.press().run();
        });
    if (button.keys().isEmpty()) {
      return node;
    }
    Label keys = new Label(button.keys());
    keys.getStyleClass().add("card-keys");
    HBox both = new HBox(6, node, keys);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  static String spoken(List<CardContent> contents) {
    return contents.stream().map(CardContent::spoken).collect(Collectors.joining("\n\n"));
  }
}
