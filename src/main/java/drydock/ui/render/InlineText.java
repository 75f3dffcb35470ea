// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.markup.Inline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Running text as a [TextFlow]: one text node a stretch of one style, so that lines break anywhere.
final class InlineText {
  /// Longer code breaks with the lines instead of getting a background.
  private static final int LONGEST_CHIP = 26;

  private final Consumer<String> links;

  InlineText(Consumer<String> links) {
    this.links = links;
  }

  TextFlow flow(List<Inline> content) {
    TextFlow flow = new TextFlow();
    flow.getStyleClass().add("markup-text");
    flow.setMinWidth(0);
    flow.setAccessibleText(Inline.plain(content));
    add(flow, content, List.of());
    return flow;
  }

  private void add(TextFlow flow, List<Inline> content, List<String> styles) {
    for (Inline inline : content) {
      switch (inline) {
        case Inline.Text t -> flow.getChildren().add(text(t.text(), styles));
        case Inline.LineBreak _ -> flow.getChildren().add(text("\n", styles));
        case Inline.Code c -> flow.getChildren().add(code(c.text(), styles));
        case Inline.Key k -> flow.getChildren().add(chip(keys(k.text()), "markup-key"));
        case Inline.Emphasis e -> add(flow, e.content(), and(styles, "markup-em"));
        case Inline.Strong s -> add(flow, s.content(), and(styles, "markup-strong"));
        case Inline.Link l -> flow.getChildren().add(link(l));
      }
    }
  }

  private static Node text(String text, List<String> styles) {
    Text node = new Text(text);
    node.getStyleClass().add("markup-run");
    node.getStyleClass().addAll(styles);
    return node;
  }

  private static Node code(String code, List<String> styles) {
    return code.length() <= LONGEST_CHIP
        ? chip(code, "markup-code")
        : text(code, and(styles, "markup-long-code"));
  }

  private static Node chip(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }

  private Node link(Inline.Link link) {
    Hyperlink node = new Hyperlink(Inline.plain(link.content()));
    node.getStyleClass().add("markup-link");
    node.setWrapText(true);
    node.setOnAction(
        _ -> {
          node.setVisited(false);
          links.accept(link.target());
        });
    return node;
  }

  /// "Ctrl+B" as this system writes it.
  private static String keys(String keys) {
    try {
      return KeyCombination.valueOf(keys.replace("Ctrl", "Shortcut")).getDisplayText();
    } catch (IllegalArgumentException notOneCombination) {
      return keys;
    }
  }

  private static List<String> and(List<String> styles, String more) {
    List<String> all = new ArrayList<>(styles);
    all.add(more);
    return all;
  }
}
