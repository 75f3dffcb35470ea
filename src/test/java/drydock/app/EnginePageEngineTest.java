// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.EngineTest;
import drydock.engine.HostSystem;
import drydock.engine.RawDocker;
import drydock.engine.docker.EngineFinder;
import drydock.lesson.pack.PackReader;
import drydock.settings.SettingsStore;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page about the engine on a real one, found next to an endpoint that is chosen and not there.
@EngineTest
class EnginePageEngineTest {
  @TempDir Path home;
  private Composition app;
  private Stage stage;
  private Person person;

  @BeforeEach
  void openTheApp() throws IOException {
    Path settings = Files.createDirectories(home.resolve("settings"));
    Files.writeString(
        settings.resolve("settings.json"), "{\"engine\": \"unix:///no/such/engine.sock\"}");
    stage = Fx.get(Stage::new);
    app =
        Fx.get(
            () -> {
              Composition made =
                  new Composition(
                      stage,
                      new Places(settings, home.resolve("work"), home.resolve("cache")),
                      new EngineFinder(
                          Map.of("DOCKER_HOST", RawDocker.HOST), home, HostSystem.current()),
                      PackReader.bundled(),
                      Clock.systemUTC(),
                      _ -> {});
              stage.setX(0);
              stage.setY(0);
              stage.setWidth(980);
              stage.setHeight(720);
              made.window().show();
              return made;
            });
    person = new Person(stage);
  }

  @AfterEach
  void closeTheApp() {
    Fx.run(
        () -> {
          if (stage.isShowing()) {
            stage.close();
            app.close();
          }
        });
  }

  private String page() {
    return Fx.get(
        () ->
            stage.getScene().getRoot().lookupAll("#engine-page .label").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n")));
  }

  private String text(String id) {
    return Fx.get(() -> ((Labeled) stage.getScene().getRoot().lookup(id)).getText());
  }

  @Test
  void thePageSaysWhatTheEngineSaysAndTheChoiceCanBeTakenBack() throws IOException {
    person.await("the hint", 30, () -> text("#engine-advice").contains("/no/such/engine.sock"));
    assertThat(text("#engine-advice")).contains("that you chose", RawDocker.HOST);
    Fx.picture(stage, "engine-real-1-hint");
    person.click("#engine-choose");
    person.await("the engine has counted", 60, () -> page().contains("build cache"));
    Fx.picture(stage, "engine-real-2-page");
    JsonNode version = RawDocker.get("/version").json();
    JsonNode info = RawDocker.get("/info").json();
    assertThat(page())
        .contains(
            version.path("Version").asText(),
            version.path("KernelVersion").asText(),
            info.path("OperatingSystem").asText(),
            info.path("DockerRootDir").asText(),
            "version " + info.path("CgroupVersion").asText(),
            "not found");
    person.click("#engine-choice-0");
    person.await("nothing is left to say", 30, () -> !Fx.get(() -> visible("#engine-banner")));
    person.await("the dead choice is gone", 30, () -> !page().contains("/no/such/engine.sock"));
    closeTheApp();
    assertThat(new SettingsStore(home.resolve("settings")).load().engine()).isNull();
  }

  private boolean visible(String id) {
    return stage.getScene().getRoot().lookup(id).isVisible();
  }
}
