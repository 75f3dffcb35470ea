// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.assist.Proposal;
import drydock.messages.Messages;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Proposals below the caret, with what the chosen one means at the foot. The keyboard stays in the
/// text.
final class CompletionList {
  private static final double ROW = 25;
  private static final int MOST_ROWS = 9;
  private static final double WIDTH = 420;

  /// Of the explanation at the foot: around it, and a line.
  private static final double FRAME = 18;

  private static final double LINE = 15.5;
  private static final int CHARACTERS_A_LINE = 58;
  private static final int MOST_LINES = 5;

  private final ListView<Proposal> list = new ListView<>();
  private final Label about = new Label();
  private final VBox node = new VBox(list, about);
  private final Floating floating;

  /// @param take told of a proposal that was clicked
  CompletionList(Region text, Runnable take) {
    node.setId("editor-completion");
    node.getStyleClass().addAll("editor-card", "completion");
    list.setId("editor-completion-list");
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setCellFactory(_ -> new ProposalCell());
    list.setAccessibleText(Messages.get("editor.completion.name"));
    list.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && chosen() != null) {
            take.run();
          }
        });
    list.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> explain(chosen));
    VBox.setVgrow(list, Priority.ALWAYS);
    about.getStyleClass().add("completion-about");
    about.setWrapText(true);
    about.setMaxWidth(Double.MAX_VALUE);
    about.managedProperty().bind(about.visibleProperty());
    floating = new Floating(text, node);
  }

  boolean isShowing() {
    return floating.isShowing();
  }

  /// @param place of the caret on the screen
  /// @param choose whether the first one is chosen already
  boolean show(List<Proposal> proposals, Bounds place, boolean choose) {
    list.getItems().setAll(proposals);
    list.getSelectionModel().clearSelection();
    list.scrollTo(0);
    if (choose) {
      list.getSelectionModel().select(0);
    }
    explain(choose ? proposals.getFirst() : null);
    // room for the longest explanation, so that the list does not jump while one walks it
    boolean explains = proposals.stream().anyMatch(p -> !p.documentation().isEmpty());
    about.setVisible(explains);
    double rows = Math.min(MOST_ROWS, proposals.size()) * ROW + 10;
    double foot =
        explains
            ? FRAME + LINE * proposals.stream().mapToInt(CompletionList::lines).max().orElse(1)
            : 0;
    about.setMinHeight(foot);
    about.setMaxHeight(foot);
    list.setPrefHeight(rows);
    list.setMinHeight(0);
    return floating.show(place, WIDTH, rows + foot);
  }

  void hide() {
    floating.hide();
  }

  void remove() {
    floating.remove();
  }

  @Nullable Proposal chosen() {
    return list.getSelectionModel().getSelectedItem();
  }

  /// The chosen one, or else the first.
  Proposal chosenOrFirst() {
    Proposal chosen = chosen();
    return chosen == null ? list.getItems().getFirst() : chosen;
  }

  /// Chooses another one; behind the last comes the first.
  void walk(int steps) {
    int count = list.getItems().size();
    int at = list.getSelectionModel().getSelectedIndex();
    int next =
        Math.abs(steps) > 1
            ? Math.clamp((long) at + steps, 0, count - 1)
            : at < 0 && steps < 0 ? count - 1 : Math.floorMod(at + steps, count);
    list.getSelectionModel().select(next);
    list.scrollTo(Math.max(0, next - MOST_ROWS / 2));
  }

  /// How many lines an explanation takes, about.
  private static int lines(Proposal proposal) {
    int lines =
        proposal
            .documentation()
            .lines()
            .mapToInt(line -> 1 + line.length() / CHARACTERS_A_LINE)
            .sum();
    return Math.clamp(lines, 1, MOST_LINES);
  }

  private void explain(@Nullable Proposal proposal) {
    about.setText(
        proposal == null
            ? Messages.get("editor.completion.hint")
            : proposal.documentation().isEmpty() ? proposal.label() : proposal.documentation());
  }
}
