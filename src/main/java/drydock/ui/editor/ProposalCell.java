// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.assist.Proposal;
import drydock.messages.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A proposal in the list: what it is, what it is called, a word beside it.
final class ProposalCell extends ListCell<Proposal> {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

  private final FontIcon icon = new FontIcon();
  private final Label label = new Label();
  private final Label detail = new Label();
  private final HBox row = new HBox(icon, label, detail);

  ProposalCell() {
    getStyleClass().add("proposal-cell");
    row.getStyleClass().add("proposal-row");
    icon.getStyleClass().add("proposal-icon");
    label.getStyleClass().add("proposal-label");
    label.setMinWidth(0);
    detail.getStyleClass().add("proposal-detail");
    detail.setMaxWidth(Double.MAX_VALUE);
    detail.setMinWidth(0);
    detail.setTextOverrun(OverrunStyle.ELLIPSIS);
    HBox.setHgrow(detail, Priority.ALWAYS);
    row.setMinWidth(0);
    row.setPrefWidth(1);
  }

  @Override
  protected void updateItem(@Nullable Proposal proposal, boolean empty) {
    super.updateItem(proposal, empty);
    setText(null);
    pseudoClassStateChanged(MARKED, proposal != null && proposal.isMarked());
    if (proposal == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    icon.setIconLiteral(icon(proposal.kind()));
    label.setText(proposal.label());
    String word = word(proposal.kind());
    detail.setText(proposal.detail().isEmpty() ? word : proposal.detail());
    setAccessibleText(word + " " + proposal.label() + " " + proposal.detail());
    setGraphic(row);
  }

  private static String icon(Proposal.Kind kind) {
    return switch (kind) {
      case INSTRUCTION -> "mdi2c-console-line";
      case SNIPPET -> "mdi2t-text-box-plus-outline";
      case FLAG -> "mdi2f-flag-outline";
      case VALUE -> "mdi2c-circle-small";
      case STAGE -> "mdi2l-layers-triple-outline";
      case VARIABLE -> "mdi2v-variable";
      case IMAGE -> "mdi2p-package-variant-closed";
      case FILE -> "mdi2f-file-outline";
      case FOLDER -> "mdi2f-folder-outline";
      case DIRECTIVE -> "mdi2p-pound";
      case RULE -> "mdi2c-check-all";
    };
  }

  static String word(Proposal.Kind kind) {
    return switch (kind) {
      case INSTRUCTION -> Messages.get("editor.proposal.instruction");
      case SNIPPET -> Messages.get("editor.proposal.snippet");
      case FLAG -> Messages.get("editor.proposal.flag");
      case VALUE -> Messages.get("editor.proposal.value");
      case STAGE -> Messages.get("editor.proposal.stage");
      case VARIABLE -> Messages.get("editor.proposal.variable");
      case IMAGE -> Messages.get("editor.proposal.image");
      case FILE -> Messages.get("editor.proposal.file");
      case FOLDER -> Messages.get("editor.proposal.folder");
      case DIRECTIVE -> Messages.get("editor.proposal.directive");
      case RULE -> Messages.get("editor.proposal.rule");
    };
  }
}
