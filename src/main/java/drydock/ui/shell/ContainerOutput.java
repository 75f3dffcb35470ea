// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.Container;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.ui.log.LogModel;
import drydock.ui.log.LogView;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The tab with the output of one container.
final class ContainerOutput {
  private final Services services;
  private final BottomTabs tabs;
  private final LogModel log;
  private final StringProperty nothing =
      new SimpleStringProperty(this, "nothing", Messages.get("shell.containerLog.empty"));

  ContainerOutput(Services services, BottomTabs tabs) {
    this.services = services;
    this.tabs = tabs;
    log = new LogModel(services.background(), Problems::sentence, services.scratch());
  }

  LogModel log() {
    return log;
  }

  void addTab() {
    tabs.add(
        BottomTabs.Kind.CONTAINER_LOG,
        Messages.get("shell.tab.containerLog"),
        new LogView(log, nothing).node());
  }

  void show(Container container) {
    tabs.about(
        BottomTabs.Kind.CONTAINER_LOG, Messages.get("shell.tab.containerLog.of", container.name()));
    tabs.select(BottomTabs.Kind.CONTAINER_LOG);
    nothing.set(Messages.get("shell.containerLog.silent", container.name()));
    log.follow(
        listener -> services.monitor().engine().containers().logs(container.id(), true, listener));
  }
}
