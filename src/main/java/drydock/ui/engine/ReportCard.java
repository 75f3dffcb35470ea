// SPDX-License-Identifier: Apache-2.0
package drydock.ui.engine;

import drydock.doctor.Report;
import drydock.doctor.Report.Row;
import drydock.doctor.Report.Section;
import drydock.doctor.Report.Severity;
import drydock.ui.kit.Sentence;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// One section of the report: a row is its status, what it is about, and what is to be said of it.
final class ReportCard {
  private static final double STATUS_WIDTH = 104;
  private static final double LABEL_WIDTH = 150;

  /// For a section whose labels bear addresses, which cannot be broken well.
  private static final double WIDE_LABEL_WIDTH = 300;

  /// Characters that fit into the narrower one.
  private static final int SHORT_LABEL = 24;

  private final VBox box = new VBox();

  ReportCard(Section section) {
    GridPane rows = new GridPane();
    rows.getStyleClass().add("engine-rows");
    boolean narrow = section.rows().stream().allMatch(r -> r.label().length() <= SHORT_LABEL);
    rows.getColumnConstraints()
        .setAll(
            fixed(STATUS_WIDTH),
            fixed(narrow ? LABEL_WIDTH : WIDE_LABEL_WIDTH),
            new ColumnConstraints());
    rows.getColumnConstraints().getLast().setHgrow(Priority.ALWAYS);
    for (int i = 0; i < section.rows().size(); i++) {
      Row row = section.rows().get(i);
      rows.addRow(i, status(row.severity()), Sentence.of(row.label(), "engine-label"), words(row));
    }
    for (Node cell : rows.getChildren()) {
      GridPane.setValignment(cell, VPos.TOP);
    }
    box.getStyleClass().addAll("pane-card", "engine-card");
    box.setId("engine-" + section.topic().name().toLowerCase(Locale.ROOT));
    box.getChildren().setAll(heading(section.title()), rows);
  }

  Region node() {
    return box;
  }

  static Label heading(String title) {
    Label heading = new Label(title);
    heading.getStyleClass().add("engine-heading");
    return heading;
  }

  private static ColumnConstraints fixed(double width) {
    return new ColumnConstraints(width, width, width);
  }

  private static Label status(Severity severity) {
    Label status = new Label(Report.word(severity));
    status.getStyleClass().addAll("engine-status", severity.name().toLowerCase(Locale.ROOT));
    String icon =
        switch (severity) {
          case FACT -> "";
          case OK -> "mdi2c-check-circle";
          case ATTENTION -> "mdi2a-alert";
          case PROBLEM -> "mdi2c-close-octagon";
        };
    if (!icon.isEmpty()) {
      status.setGraphic(new FontIcon(icon));
    }
    return status;
  }

  private static Node words(Row row) {
    VBox words = new VBox(Sentence.of(row.value(), "engine-value"));
    if (!row.note().isEmpty()) {
      words.getChildren().add(Sentence.muted(row.note()));
    }
    return words;
  }
}
