// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class PersonTest {
  @Test
  void clicksAndTypesInAWindowAsLargeAsTheApps() {
    List<String> clicked = new ArrayList<>();
    StackPane root =
        Fx.get(
            () -> {
              TextArea area = new TextArea();
              area.setId("area");
              Button button = new Button("Far away");
              button.setId("far");
              button.setOnAction(_ -> clicked.add("far"));
              StackPane.setAlignment(button, Pos.BOTTOM_RIGHT);
              return new StackPane(area, button);
            });
    var stage = Fx.show(root, 1280, 720, Theme.LIGHT);
    Person person = new Person(stage);
    person.click("#area");
    person.type("FROM busybox:1.37 \"&\"");
    person.click("#far");
    assertThat(person.find("#area", TextArea.class).getText()).isEqualTo("FROM busybox:1.37 \"&\"");
    assertThat(clicked).containsExactly("far");
    Fx.close(stage);
  }
}
