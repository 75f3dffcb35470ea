// SPDX-License-Identifier: Apache-2.0
package drydock.ui.picture;

import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.evidence.AskAgain;
import drydock.messages.Messages;
import drydock.ui.kit.Action;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Where the element that is pointed at comes from: a sentence, the `docker` line, the request and the field; and both
/// lines to copy.
final class EvidenceStrip {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Label sentence = label("picture-evidence-sentence");
  private final Label command = label("picture-evidence-command");
  private final Label source = label("picture-evidence-source");
  private final Label caption = label("picture-evidence-caption");
  private final Action copy =
      new Action(
          "picture-copy-evidence",
          Messages.get("picture.evidence.copy"),
          Messages.get("picture.evidence.copyHelp"),
          "mdi2c-content-copy",
          "Shortcut+C",
          () -> copy(docker()));
  private final Action copyCurl =
      new Action(
          "picture-copy-curl",
          Messages.get("picture.evidence.copyCurl"),
          Messages.get("picture.evidence.copyCurlHelp"),
          "mdi2w-web",
          "Shortcut+U",
          this::copyCurl);
  private final Button curlButton = button(copyCurl);

  /// A disabled button shows no tooltip; what it stands in does.
  private final StackPane aroundCurl = new StackPane(curlButton);

  private final Tooltip whyNoCurl = new Tooltip();
  private final HBox commandLine;
  private final VBox root;
  private @Nullable AskAgain again;
  private @Nullable Evidence evidence;

  EvidenceStrip() {
    caption.setText(Messages.get("picture.evidence.title"));
    caption.setMinWidth(Region.USE_PREF_SIZE);
    sentence.setWrapText(true);
    source.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    source.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(command, Priority.ALWAYS);
    command.setMaxWidth(Double.MAX_VALUE);
    commandLine = new HBox(8, caption, command, button(copy), aroundCurl);
    commandLine.setAlignment(Pos.CENTER_LEFT);
    root = new VBox(2, sentence, commandLine, source);
    root.getStyleClass().add("picture-evidence");
    root.setMinHeight(Region.USE_PREF_SIZE);
    show(null);
  }

  Node node() {
    return root;
  }

  /// @param engine how to ask the engine that the pictures are of; null while there is none
  void setAgain(@Nullable AskAgain engine) {
    again = engine;
    enable();
  }

  /// Lets the keys and the menu of a picture copy, too.
  void serve(Node picture) {
    picture.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    picture.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, e -> menu(picture, e));
  }

  /// @param element null for none
  void show(@Nullable Element element) {
    evidence = element == null ? null : element.about().evidence();
    show(commandLine, evidence != null);
    show(source, evidence != null);
    enable();
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
    say(command, evidence.command());
    say(
        source,
        Stream.of(
                evidence.request(),
                evidence.at() == null ? "" : TIME.format(evidence.at()),
                evidence.field())
            .filter(s -> !s.isEmpty())
            .collect(Collectors.joining(" · ")));
  }

  private void enable() {
    copy.enabledProperty().set(evidence != null);
    String why =
        switch (curl()) {
          case AskAgain.Line _ -> "";
          case AskAgain.None(String reason) -> reason;
        };
    copyCurl.enabledProperty().set(why.isEmpty());
    whyNoCurl.setText(why);
    curlButton.setAccessibleHelp(
        why.isEmpty() ? Messages.get("picture.evidence.copyCurlHelp") : why);
    if (why.isEmpty()) {
      Tooltip.uninstall(aroundCurl, whyNoCurl);
    } else {
      Tooltip.install(aroundCurl, whyNoCurl);
    }
  }

  private String docker() {
    if (evidence == null) {
      return "";
    }
    return again == null ? evidence.command() : again.docker(evidence);
  }

  private AskAgain.Curl curl() {
    return evidence == null || again == null
        ? new AskAgain.None(Messages.get("picture.evidence.noEngine"))
        : again.curl(evidence);
  }

  private void copyCurl() {
    if (curl() instanceof AskAgain.Line(String text)) {
      copy(text);
    }
  }

  private void copy(String line) {
    ClipboardContent content = new ClipboardContent();
    content.putString(line);
    Clipboard.getSystemClipboard().setContent(content);
    say(command, Messages.get("picture.evidence.copied", line));
  }

  private void key(KeyEvent event) {
    for (Action action : List.of(copy, copyCurl)) {
      if (action.shortcut() != null
          && action.shortcut().match(event)
          && action.enabledProperty().get()) {
        action.run();
        event.consume();
      }
    }
  }

  private void menu(Node picture, ContextMenuEvent event) {
    if (evidence != null) {
      ContextMenu menu = new ContextMenu(copy.menuItem(), copyCurl.menuItem());
      menu.setAutoHide(true);
      menu.show(picture.getScene().getWindow(), event.getScreenX(), event.getScreenY());
      event.consume();
    }
  }

  private static void say(Label label, String text) {
    label.setText(text);
    label.setTooltip(new Tooltip(text));
  }

  private static void show(Node part, boolean visible) {
    part.setVisible(visible);
    part.setManaged(visible);
  }

  private static Button button(Action action) {
    Button button = action.iconButton();
    button.getStyleClass().addAll("flat", "picture-copy");
    return button;
  }

  private static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }
}
