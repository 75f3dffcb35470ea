// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;

class KitTest {
  @Test
  void bundledFontsAreThere() {
    assertThat(Fx.<List<String>>get(Font::getFamilies)).contains(Fonts.TEXT, Fonts.MONO);
  }

  @Test
  void oneActionFeedsButtonAndMenu() {
    List<String> done = new ArrayList<>();
    Fx.run(
        () -> {
          Action action =
              new Action(
                  "save",
                  "Save",
                  "Saves it.",
                  "mdi2c-content-save",
                  "Shortcut+S",
                  () -> done.add("saved"));
          Button button = action.button();
          MenuItem item = action.menuItem();
          button.fire();
          item.fire();
          action.enabledProperty().set(false);
          assertThat(button.isDisabled()).isTrue();
          assertThat(item.isDisable()).isTrue();
          assertThat(button.getTooltip().getText()).startsWith("Saves it.").contains("S)");
          action.run();
        });
    assertThat(done).containsExactly("saved", "saved");
  }

  @Test
  void batchesKeepOrderAndLoseNothing() {
    Fx.start();
    List<Integer> got = Collections.synchronizedList(new ArrayList<>());
    List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
    var sink =
        new FxBackground()
            .<Integer>batched(
                batch -> {
                  got.addAll(batch);
                  batches.add(batch.size());
                });
    for (int i = 0; i < 10_000; i++) {
      sink.accept(i);
    }
    Fx.await("all items", 10, () -> got.size() == 10_000);
    assertThat(got).isSorted();
    assertThat(batches.size()).isLessThan(1_000);
  }

  @Test
  void bothThemesDress() {
    for (Theme theme : Theme.values()) {
      VBox box = Fx.get(() -> new VBox(8, new Label("Docker"), new Button("Build")));
      var stage = Fx.show(box, 200, 100, theme);
      assertThat(Fx.picture(stage, "kit-" + theme.name().toLowerCase(java.util.Locale.ROOT)))
          .exists();
      Fx.close(stage);
    }
  }
}
