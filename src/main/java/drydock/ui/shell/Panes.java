// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.SplitPane.Divider;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Read, edit, log, picture from left to right, as resizable panes that can be folded away. Widths are remembered as
/// shares of the window, so that a larger screen keeps the proportions.
final class Panes {
  /// The panes that can be folded away; the editor stays.
  enum Pane {
    LESSON,
    LOG,
    PICTURE
  }

  private static final double LESSON_SHARE = 0.235;
  private static final double PICTURE_SHARE = 0.59;
  private static final double LOG_SHARE = 0.56;

  private final SplitPane across = new SplitPane();
  private final SplitPane middle = new SplitPane();
  private final Map<Pane, Region> panes = new EnumMap<>(Pane.class);
  private final Region editor;
  private final Set<Pane> folded = EnumSet.noneOf(Pane.class);
  private boolean lent;
  private double lessonShare = LESSON_SHARE;
  private double pictureShare = PICTURE_SHARE;
  private double logShare = LOG_SHARE;

  Panes(Region lesson, Region editor, Region log, Region picture) {
    this.editor = editor;
    panes.put(Pane.LESSON, lesson);
    panes.put(Pane.LOG, log);
    panes.put(Pane.PICTURE, picture);
    lesson.setMinWidth(262);
    editor.setMinSize(260, 120);
    log.setMinSize(260, 130);
    picture.setMinWidth(300);
    across.setId("panes-across");
    middle.setId("panes-middle");
    middle.setOrientation(Orientation.VERTICAL);
    SplitPane.setResizableWithParent(lesson, false);
    arrange();
  }

  Node node() {
    return across;
  }

  /// A pane around what has no frame of its own.
  static StackPane card(Node content) {
    StackPane card = new StackPane(content);
    card.getStyleClass().add("pane-card");
    return card;
  }

  /// All panes as they are read: lesson, editor, log, picture.
  List<Region> all() {
    return List.of(pane(Pane.LESSON), editor, pane(Pane.LOG), pane(Pane.PICTURE));
  }

  boolean isFolded(Pane pane) {
    return folded.contains(pane);
  }

  /// Ids of the folded panes, for the memory.
  Set<String> folded() {
    return folded.stream().map(Pane::name).collect(java.util.stream.Collectors.toSet());
  }

  void setFolded(Pane pane, boolean fold) {
    if (isFolded(pane) == fold) {
      return;
    }
    keepShares();
    if (fold) {
      folded.add(pane);
    } else {
      folded.remove(pane);
    }
    arrange();
  }

  /// Gives all panes but the editor away, to be shown elsewhere.
  Map<Pane, Region> lend() {
    keepShares();
    lent = true;
    across.getItems().clear();
    middle.getItems().clear();
    return Map.copyOf(panes);
  }

  /// Has them back, and shows them where they were.
  void takeBack() {
    lent = false;
    arrange();
  }

  /// The shares at which the dividers stand: after the lesson, before the picture, above the log.
  List<Double> shares() {
    keepShares();
    return List.of(lessonShare, pictureShare, logShare);
  }

  /// @param foldedIds as [#folded]
  /// @param shares as [#shares]; what cannot be a share counts as none
  void restore(Set<String> foldedIds, List<Double> shares) {
    for (Pane pane : Pane.values()) {
      setFolded(pane, foldedIds.contains(pane.name()));
    }
    setShares(shares);
  }

  void setShares(List<Double> shares) {
    if (shares.size() == 3 && shares.stream().allMatch(s -> s > 0 && s < 1)) {
      lessonShare = shares.get(0);
      pictureShare = shares.get(1);
      logShare = shares.get(2);
      arrange();
    }
  }

  private Region pane(Pane pane) {
    return panes.getOrDefault(pane, editor);
  }

  private void keepShares() {
    List<Divider> dividers = across.getDividers();
    if (!folded.contains(Pane.LESSON) && !dividers.isEmpty()) {
      lessonShare = dividers.getFirst().getPosition();
    }
    if (!folded.contains(Pane.PICTURE) && !dividers.isEmpty()) {
      pictureShare = dividers.getLast().getPosition();
    }
    if (!folded.contains(Pane.LOG) && !middle.getDividers().isEmpty()) {
      logShare = middle.getDividers().getFirst().getPosition();
    }
  }

  private void arrange() {
    if (lent) {
      return;
    }
    List<Node> columns = new ArrayList<>();
    List<Double> positions = new ArrayList<>();
    if (!folded.contains(Pane.LESSON)) {
      columns.add(pane(Pane.LESSON));
      positions.add(lessonShare);
    }
    columns.add(middle);
    if (!folded.contains(Pane.PICTURE)) {
      columns.add(pane(Pane.PICTURE));
      positions.add(pictureShare);
    }
    middle
        .getItems()
        .setAll(folded.contains(Pane.LOG) ? List.of(editor) : List.of(editor, pane(Pane.LOG)));
    if (!folded.contains(Pane.LOG)) {
      middle.setDividerPositions(logShare);
    }
    across.getItems().setAll(columns);
    across.setDividerPositions(positions.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
