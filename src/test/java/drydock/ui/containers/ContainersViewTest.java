// SPDX-License-Identifier: Apache-2.0
package drydock.ui.containers;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.EngineProblem;
import drydock.engine.Ownership;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContainersViewTest {
  private final FakeEngine engine = new FakeEngine();
  private final List<String> links = new ArrayList<>();
  private final List<String> logs = new ArrayList<>();
  private final ContainersModel model = new ContainersModel(new DirectBackground(), () -> engine);
  private final Parent root;
  private final Stage stage;

  ContainersViewTest() {
    Fx.start();
    model.onOpenLink(links::add);
    model.onShowLog(c -> logs.add(c.name()));
    root = Fx.get(() -> (Parent) new ContainersView(model).node());
    stage = Fx.show(root, 424, 460, Theme.LIGHT);
  }

  @AfterEach
  void close() {
    Fx.close(stage);
  }

  private void update(Container... containers) {
    Fx.run(
        () -> {
          engine.containers.clear();
          for (Container c : containers) {
            engine.containers.put(c.id(), c);
          }
          model.update(engine.state());
          root.applyCss();
          root.layout();
        });
  }

  private <T extends Node> List<T> all(String selector, Class<T> type) {
    return Fx.get(() -> root.lookupAll(selector).stream().map(type::cast).toList());
  }

  private String remark() {
    return all("#containers-remark", Label.class).getFirst().getText();
  }

  @Test
  void saysWhatToDoWhenThereIsNothing() {
    assertThat(remark()).startsWith("No engine answers");
    update();
    assertThat(remark()).isEqualTo("Nothing of Drydock's runs. Build, then Run.");
    Fx.run(() -> model.offer("kiosk:dev", Ownership.PLAIN));
    assertThat(remark()).isEqualTo("Nothing of Drydock's runs. Run the image above.");
  }

  @Test
  void buttonsDoWhatTheySay() {
    update(
        FakeEngine.container(
            "web",
            Container.Status.RUNNING,
            0,
            true,
            new Container.Port("5000/tcp", "127.0.0.1", 32768)),
        FakeEngine.container("done", Container.Status.EXITED, 0, true),
        FakeEngine.container("theirs", Container.Status.RUNNING, 0, false));
    List<Button> stops = all("#container-stop", Button.class);
    assertThat(stops).extracting(Button::isDisabled).containsExactly(false, true);
    Fx.run(
        () -> {
          stops.getFirst().fire();
          all("#container-remove", Button.class).getLast().fire();
          all("#container-log", Button.class).getFirst().fire();
          all(".hyperlink", Hyperlink.class).getFirst().fire();
        });
    assertThat(engine.asked).containsExactly("stop id-web", "remove id-done");
    assertThat(logs).containsExactly("web");
    assertThat(links).containsExactly("http://127.0.0.1:32768/");
    Fx.run(() -> all("#containers-others", CheckBox.class).getFirst().fire());
    assertThat(all(".container-card", Node.class)).as("form, two ours, one other").hasSize(3 + 1);
    assertThat(all("#container-stop", Button.class)).as("not for others").hasSize(2);
  }

  @Test
  void changesAreHeardHoweverLongTheWindowIsOpen() {
    System.gc(); // lets go of what only weak references hold
    update(FakeEngine.container("web", Container.Status.RUNNING, 0, true));
    assertThat(all("#container-stop", Button.class)).hasSize(1);
  }

  @Test
  void aCardStaysWhileItsContainerChanges() {
    update(FakeEngine.container("web", Container.Status.RUNNING, 0, true));
    Button stop = all("#container-stop", Button.class).getFirst();
    update(FakeEngine.container("web", Container.Status.EXITED, 137, true));
    assertThat(all("#container-stop", Button.class)).containsExactly(stop);
    assertThat(stop.isDisabled()).isTrue();
    assertThat(all(".container-status", Label.class).getFirst().getText()).contains("SIGKILL");
  }

  @Test
  void changesAreSeenAfterTheCollectorRan() {
    System.gc();
    update(FakeEngine.container("web", Container.Status.RUNNING, 0, true));
    assertThat(all("#container-stop", Button.class)).hasSize(1);
  }

  @Test
  void theFormRunsWhatIsChosen() {
    update();
    Fx.run(() -> model.offer("kiosk:dev", Ownership.PLAIN));
    Fx.run(
        () -> {
          all("#container-command", TextField.class).getFirst().setText("python -V");
          all(".check-box", CheckBox.class).stream()
              .filter(b -> b.getText().contains("53/udp"))
              .forEach(CheckBox::fire);
          all("#container-run", Button.class).getFirst().fire();
        });
    assertThat(engine.runs.getFirst().command()).containsExactly("python", "-V");
    assertThat(engine.runs.getFirst().ports()).containsOnlyKeys("5000/tcp");
  }

  @Test
  void looksLikeThis() {
    Fx.run(() -> model.offer("kiosk:dev", Ownership.PLAIN));
    update(
        FakeEngine.container(
            "brave_turing",
            Container.Status.RUNNING,
            0,
            true,
            new Container.Port("5000/tcp", "127.0.0.1", 32768)),
        FakeEngine.container("tired_curie", Container.Status.EXITED, 137, true),
        FakeEngine.container("db", Container.Status.RUNNING, 0, false));
    engine.refuse = new EngineProblem.PortUnavailable("starting a container", "port is taken");
    Fx.run(
        () -> {
          all("#container-run", Button.class).getFirst().fire();
          all("#containers-others", CheckBox.class).getFirst().fire();
        });
    for (Theme theme : Theme.values()) {
      Fx.run(() -> theme.apply(stage.getScene()));
      assertThat(Fx.picture(stage, "containers-" + theme.name().toLowerCase(Locale.ROOT))).exists();
    }
  }
}
