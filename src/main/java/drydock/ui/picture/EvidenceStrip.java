// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where the element that is pointed at comes from: a sentence, the `docker` line, the request and the field.
final class EvidenceStrip {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Label sentence = label("picture-evidence-sentence");
  private final Label command = label("picture-evidence-command");
  private final Label source = label("picture-evidence-source");
  private final Label caption = label("picture-evidence-caption");
  private final Action copy;
  private final HBox commandLine;
  private final VBox root;

  EvidenceStrip() {
    copy =
        new Action(
            "picture-copy-evidence",
            Messages.get("picture.evidence.copy"),
            Messages.get("picture.evidence.copyHelp"),
            "mdi2c-content-copy",
            null,
            this::copy);
    caption.setText(Messages.get("picture.evidence.title"));
    caption.setMinWidth(Region.USE_PREF_SIZE);
    sentence.setWrapText(true);
    source.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    source.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(command, Priority.ALWAYS);
    command.setMaxWidth(Double.MAX_VALUE);
    var button = copy.iconButton();
    button.getStyleClass().addAll("flat", "picture-copy");
    commandLine = new HBox(8, caption, command, button);
    commandLine.setAlignment(Pos.CENTER_LEFT);
    root = new VBox(2, sentence, commandLine, source);
    root.getStyleClass().add("picture-evidence");
    root.setMinHeight(Region.USE_PREF_SIZE);
    show(null);
  }

  Node node() {
    return root;
  }

  /// @param element null for none
  void show(@Nullable Element element) {
    Evidence evidence = element == null ? null : element.about().evidence();
    boolean some = element != null && evidence != null;
    show(commandLine, some);
    show(source, some);
    copy.enabledProperty().set(some);
    if (element == null || evidence == null) {
      sentence.setText(
          element == null ? Messages.get("picture.evidence.none") : element.about().sentence());
      command.setText("");
      source.setText("");
      return;
    }
    String words = element.about().sentence();
    sentence.setText(words.isEmpty() ? element.about().name() : words);
    sentence.setTooltip(new Tooltip(element.about().name()));
    command.setText(evidence.command());
    command.setTooltip(new Tooltip(evidence.command()));
    String line =
        Stream.of(
                evidence.request(),
                evidence.at() == null ? "" : TIME.format(evidence.at()),
                evidence.field())
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(" · "));
    source.setText(line);
    source.setTooltip(new Tooltip(line));
  }

  private static void show(Node part, boolean visible) {
    part.setVisible(visible);
    part.setManaged(visible);
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(command.getText());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }
}
