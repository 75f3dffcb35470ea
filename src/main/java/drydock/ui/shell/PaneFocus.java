// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Takes the keyboard from pane to pane, and back to where it was in each.
final class PaneFocus {
  /// What a person wants to come to first: the text, the lines of the log.
  private static final List<String> FIRST = List.of(".editor-area", ".log-list");

  private final List<Region> panes;
  private final Map<Region, Node> last = new HashMap<>();

  /// @param panes in the order in which the focus goes round
  PaneFocus(List<Region> panes) {
    this.panes = List.copyOf(panes);
  }

  /// Goes on to the next pane (1), or back to the one before (-1), that is there and can have the focus.
  void step(int by) {
    Node owner = owner();
    int from = pane(owner);
    if (owner != null && from >= 0) {
      last.put(panes.get(from), owner);
    }
    int at = from < 0 && by < 0 ? panes.size() : from;
    for (int i = 0; i < panes.size(); i++) {
      at = Math.floorMod(at + by, panes.size());
      Optional<Node> target = target(panes.get(at));
      if (target.isPresent()) {
        target.get().requestFocus();
        return;
      }
    }
  }

  private @Nullable Node owner() {
    return panes.stream()
        .map(Node::getScene)
        .filter(scene -> scene != null && scene.getFocusOwner() != null)
        .findFirst()
        .map(scene -> scene.getFocusOwner())
        .orElse(null);
  }

  /// The pane that a node is in; -1 for none.
  private int pane(@Nullable Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      int at = panes.indexOf(n);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }

  private Optional<Node> target(Region pane) {
    if (pane.getScene() == null) {
      return Optional.empty();
    }
    Node before = last.get(pane);
    if (before != null && panes.indexOf(pane) == pane(before) && reachable(before)) {
      return Optional.of(before);
    }
    return FIRST.stream()
        .flatMap(selector -> pane.lookupAll(selector).stream())
        .filter(PaneFocus::reachable)
        .findFirst()
        .or(() -> first(pane));
  }

  private static Optional<Node> first(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(n -> first(n).stream()).findFirst()
        : Optional.empty();
  }

  private static boolean reachable(Node node) {
    boolean visible = node.getScene() != null && !node.isDisabled() && node.isFocusTraversable();
    for (Node n = node; n != null; n = n.getParent()) {
      visible &= n.isVisible();
    }
    return visible;
  }
}
