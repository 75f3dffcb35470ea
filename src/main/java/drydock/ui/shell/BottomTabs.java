// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is written below the editor: the build's log, what could be better in the text, the
/// containers, the log of one container.
final class BottomTabs {
  enum Kind {
    BUILD_LOG("mdi2t-text-box-outline"),
    PROBLEMS("mdi2a-alert-outline"),
    CONTAINERS("mdi2p-package-variant-closed"),
    CONTAINER_LOG("mdi2c-console-line");

    private final String icon;

    Kind(String icon) {
      this.icon = icon;
    }
  }

  private final TabPane tabs = new TabPane();
  private final Map<Kind, Tab> byKind = new EnumMap<>(Kind.class);

  BottomTabs() {
    tabs.setId("bottom-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().addAll("bottom-tabs", "pane-card");
  }

  void add(Kind kind, String title, Node content) {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    content.setId(name);
    Tab tab = new Tab(title, content);
    tab.setId("tab-" + name);
    tab.setGraphic(new FontIcon(kind.icon));
    byKind.put(kind, tab);
    tabs.getTabs().add(tab);
  }

  Region node() {
    return tabs;
  }

  /// What the tab is about at the moment, as its tooltip: a name may be long.
  void about(Kind kind, String title) {
    Tab tab = byKind.get(kind);
    if (tab != null) {
      tab.setTooltip(new Tooltip(title));
    }
  }

  void title(Kind kind, ObservableValue<String> title) {
    Tab tab = byKind.get(kind);
    if (tab != null) {
      tab.textProperty().bind(title);
    }
  }

  void select(Kind kind) {
    tabs.getSelectionModel().select(byKind.get(kind));
  }
}
