// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is written below the editor: the build's log, the containers, the log of one container.
final class BottomTabs {
  enum Kind {
    BUILD_LOG("mdi2t-text-box-outline"),
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
    tabs.getStyleClass().add("bottom-tabs");
  }

  void add(Kind kind, String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId("tab-" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    tab.setGraphic(new FontIcon(kind.icon));
    byKind.put(kind, tab);
    tabs.getTabs().add(tab);
  }

  Region node() {
    return tabs;
  }

  void rename(Kind kind, String title) {
    Tab tab = byKind.get(kind);
    if (tab != null) {
      tab.setText(title);
    }
  }

  void select(Kind kind) {
    tabs.getSelectionModel().select(byKind.get(kind));
  }
}
