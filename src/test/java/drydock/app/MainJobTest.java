// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.build.BuildOptions;
import drydock.build.BuildRun;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineTest;
import drydock.engine.HostSystem;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.docker.EngineFinder;
import drydock.lesson.pack.PackReader;
import drydock.lesson.pack.PackReading;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Person;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job, end to end on a real engine, as a person does it: open the app, open the lesson, write the Dockerfile,
/// build, see log, graph, layers and green goals; run it; break it and see the error at its line.
@EngineTest
class MainJobTest {
  private final String name = "drydock-test-" + UUID.randomUUID().toString().substring(0, 8);
  private final String tag = name + ":dev";

  @TempDir Path home;
  private final List<String> images = new ArrayList<>();
  private Composition app;
  private Stage stage;
  private Person person;

  @BeforeEach
  void openTheApp() throws IOException {
    Path pack = ownPack();
    PackReading reading = PackReader.read(pack);
    assertThat(reading.problems()).isEmpty();
    stage = Fx.get(Stage::new);
    app =
        Fx.get(
            () -> {
              Composition made =
                  new Composition(
                      stage,
                      new Places(
                          home.resolve("settings"), home.resolve("work"), home.resolve("cache")),
                      finder(),
                      List.of(reading),
                      Clock.system(ZoneOffset.UTC),
                      _ -> {});
              stage.setX(0);
              stage.setY(0);
              // larger than the headless screen, whose windows do not survive being resized
              stage.setWidth(1280);
              stage.setHeight(720);
              made.window().show();
              return made;
            });
    person = new Person(stage);
  }

  @AfterEach
  void leaveNothingBehind() {
    closeTheApp();
    String ours = "{\"label\":[\"" + Ownership.OWNER_LABEL + "=" + Ownership.OWNER + "\"]}";
    for (JsonNode container :
        RawDocker.get("/containers/json?all=1&filters=" + URLEncoder.encode(ours, UTF_8)).json()) {
      String one = "/containers/" + container.get("Id").asText();
      if (tag.equals(RawDocker.get(one + "/json").json().at("/Config/Image").asText())) {
        RawDocker.delete(one + "?force=1");
      }
    }
    images.forEach(id -> RawDocker.delete("/images/" + id + "?force=1"));
    RawDocker.delete("/images/" + tag + "?force=1");
  }

  private EngineFinder finder() {
    return new EngineFinder(Map.of("DOCKER_HOST", RawDocker.HOST), home, HostSystem.current());
  }

  private void closeTheApp() {
    Fx.run(
        () -> {
          if (stage.isShowing()) {
            stage.close();
            app.close();
          }
        });
  }

  /// The bundled pack under an image name of this test's own, so that nobody's kiosk is touched.
  private Path ownPack() throws IOException {
    Path from = Path.of("lessons/containers-from-zero");
    Path to = home.resolve("containers-from-zero");
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.writeString(target, Files.readString(file).replace("kiosk:dev", tag));
        }
      }
    }
    return to;
  }

  @Test
  void editBuildWatchRunBreakAndMend() {
    person.await("the engine is found", 20, () -> badge().contains("Docker "));
    person.picture("1-lessons");

    person.click("#lesson-open-first-dockerfile");
    person.await("the editor shows the Dockerfile", 20, () -> person.sees("#editor-text"));
    write("FROM busybox:1.37\nCMD [\"echo\", \"Kiosk is open\"]\n");
    person.picture("2-written");
    build();
    person.await("the image is in the engine", 60, this::imageIsThere);
    person.await("two goals are green", 20, () -> green("from") && green("opens"));
    remember();
    person.picture("3-built");

    person.press(KeyCode.CONTROL, KeyCode.R);
    person.await("the container ended, and its goal is green", 30, () -> green("ended"));
    person.picture("4-ran");
    person.click("#tab-containers");
    person.picture("4-containers");
    person.click("#tab-build-log");

    Fx.run(() -> person.find("#step-2", javafx.scene.control.ButtonBase.class).fire());
    write(
        """
        FROM busybox:1.37
        COPY index.html /www/
        RUN grep -c "<li>" /www/index.html > /www/goods.txt
        CMD ["cat", "/www/goods.txt"]
        """);
    build();
    person.await("two layers were added", 60, () -> green("page") && green("layers"));
    pause();
    person.picture("5-layers");
    person.click("#picture-tab-build");
    pause();
    person.picture("6-graph");

    write(
        """
        FROM busybox:1.37
        COPY index.html /www/
        RUN grepp -c "<li>" /www/index.html > /www/goods.txt
        CMD ["cat", "/www/goods.txt"]
        """);
    build();
    person.await("the error stands at its line", 60, () -> editorMessage().contains("127"));
    pause();
    person.picture("7-broken");
    assertThat(caretLine()).isEqualTo(3);
    assertThat(log()).contains("grepp: not found").contains("127").contains("line 3");

    Fx.run(() -> person.find("#theme", javafx.scene.control.ButtonBase.class).fire());
    pause();
    person.picture("8-dark");
    assertThat(RawDocker.get("/images/" + tag + "/json").json().at("/Config/Labels").toString())
        .contains(Ownership.OWNER_LABEL, "first-dockerfile");
  }

  @Test
  void closingTheWindowEndsItsBuild() throws IOException {
    String mount = "RUN --mount=type=cache,id=" + name + ",target=/c ";
    person.await("the engine is found", 20, () -> badge().contains("Docker "));
    person.click("#lesson-open-first-dockerfile");
    person.await("the editor shows the Dockerfile", 20, () -> person.sees("#editor-text"));
    write(
        "FROM busybox:1.37\n"
            + mount
            + "echo began; while true; do date +%s > /c/beat; sleep 0.2; done\n");
    person.press(KeyCode.CONTROL, KeyCode.B);
    person.await("the step runs", 60, () -> log().contains("began"));
    closeTheApp();

    // a process that still ran would go on writing into the shared mount
    Path folder = Files.createDirectories(home.resolve("look"));
    Files.writeString(
        folder.resolve("Dockerfile"),
        "FROM busybox:1.37\n"
            + mount
            + "test -s /c/beat; rm /c/beat; sleep 2; test ! -e /c/beat && echo silent "
            + name
            + "\n");
    try (ContainerEngine engine = Objects.requireNonNull(finder().find().engine())) {
      BuildRun run = BuildRun.finished(engine, BuildOptions.of(folder, tag, Ownership.PLAIN));
      assertThat(run.output("stage-0/2")).contains("silent " + name);
    }
  }

  /// Until pictures and marks have glided to where they belong.
  private static void pause() {
    try {
      Thread.sleep(1_200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String text) {
    person.click("#editor-text");
    person.press(KeyCode.CONTROL, KeyCode.A);
    person.type(text);
    assertThat(Fx.get(() -> person.find("#editor-text", CodeArea.class).getText())).isEqualTo(text);
  }

  private void build() {
    person.press(KeyCode.CONTROL, KeyCode.B);
    person.await(
        "the build runs or has run",
        20,
        () -> !person.find("#log-status", javafx.scene.control.Label.class).getText().isEmpty());
    person.await("the build is over", 120, () -> person.find("#build", Node.class).isVisible());
  }

  private boolean imageIsThere() {
    return RawDocker.get("/images/" + tag + "/json").status() == 200;
  }

  /// A later build takes the tag from the image before, which would stay behind without a name.
  private void remember() {
    images.add(RawDocker.get("/images/" + tag + "/json").json().get("Id").asText());
  }

  private boolean green(String goal) {
    return person.sees("#goal-" + goal + " .lesson-icon-met");
  }

  private String badge() {
    return person.find("#engine-badge", javafx.scene.control.Button.class).getText();
  }

  /// What the log says, copied out of it as a person would.
  private String log() {
    person.click("#build-log .log-list");
    person.press(KeyCode.CONTROL, KeyCode.A);
    person.press(KeyCode.CONTROL, KeyCode.C);
    return Fx.get(() -> Clipboard.getSystemClipboard().getString());
  }

  private String editorMessage() {
    return person.sees("#editor-message")
        ? person.find("#editor-message", javafx.scene.control.Labeled.class).getText()
        : "";
  }

  private int caretLine() {
    return Fx.get(() -> person.find("#editor-text", CodeArea.class).getCurrentParagraph() + 1);
  }
}
