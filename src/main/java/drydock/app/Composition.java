// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The one place that says `new` for services.
public final class Composition implements AutoCloseable {
  private final Consumer<String> openLink;

  private Composition(Consumer<String> openLink) {
    this.openLink = openLink;
  }

  static Composition forThisComputer(Consumer<String> openLink) {
    return new Composition(openLink);
  }

  Stage window(Stage stage) {
    stage.setScene(new Scene(new StackPane()));
    stage.setUserData(openLink);
    return stage;
  }

  @Override
  public void close() {}
}
