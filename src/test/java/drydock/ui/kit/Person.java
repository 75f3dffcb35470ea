// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What a person at the keyboard and the mouse does, for end-to-end tests: the one place that knows TestFX. The stage must
/// stand at (0,0) (the headless platform adds the window's position twice to wheel events).
public final class Person {
  private final FxRobot robot = new FxRobot();
  private final Stage stage;

  public Person(Stage stage) {
    this.stage = stage;
    robot.targetWindow(stage);
    // the headless platform fails to draw windows beyond its screen, which tests of large views
    // show: not this one's fault
    WaitForAsyncUtils.clearExceptions();
  }

  /// Clicks the node that a CSS selector or text finds.
  public void click(String query) {
    robot.clickOn(query);
    settle();
  }

  /// Types text where the focus is.
  public void type(String text) {
    robot.write(text, 0);
    settle();
  }

  /// Presses keys together and lets them go.
  public void press(KeyCode... keys) {
    robot.press(keys);
    robot.release(keys);
    settle();
  }

  /// The node with that id.
  public <N extends Node> N find(String query, Class<N> type) {
    return robot.lookup(query).queryAs(type);
  }

  public boolean sees(String query) {
    return robot.lookup(query).tryQuery().map(Node::isVisible).orElse(false);
  }

  /// Waits at most `seconds` until `condition`, looked at on the JavaFX thread, holds.
  public void await(String what, int seconds, java.util.function.BooleanSupplier condition) {
    Fx.await(what, seconds, condition);
  }

  public void picture(String name) {
    Fx.picture(stage, name);
  }

  private static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }
}
