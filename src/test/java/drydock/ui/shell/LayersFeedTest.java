// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Scene;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineObject;
import drydock.engine.EngineState;
import drydock.engine.EngineTest;
import drydock.engine.Ownership;
import drydock.engine.docker.RealEngine;
import drydock.ui.files.FilesModel;
import drydock.ui.kit.Fx;
import drydock.ui.kit.FxBackground;
import drydock.ui.kit.Theme;
import drydock.ui.layers.LayersModel;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The picture of layers with the files below it, over a real engine: what is listed is what the Dockerfile did.
@EngineTest
class LayersFeedTest {
  private static final PictureModel.Kind KIND = PictureModel.Kind.LAYERS;
  private static final String DOCKERFILE =
      """
      FROM busybox:1.37
      RUN mkdir /app && echo port=80 > /app/config && dd if=/dev/zero of=/b bs=1M count=8
      RUN rm /b && sleep 1 && echo port=81 > /app/config && ln -s /app/config /link
      RUN rm -r /app && mkdir /app && echo hello > /app/new
      """;

  @TempDir private Path temporary;
  private final RealEngine real = new RealEngine();
  private final String tag = real.name("layers") + ":1";
  private final PictureModel pictures = Fx.get(() -> new PictureModel(new FxBackground()));
  private final PicturePane pane = Fx.get(() -> new PicturePane(pictures, false));
  private final List<String> said = new ArrayList<>();
  private LayersFeed feed;
  private Stage stage;

  @BeforeEach
  void show() {
    real.build(tag, DOCKERFILE, Ownership.PLAIN.labels(Ownership.Kind.IMAGE));
    feed =
        Fx.get(
            () ->
                new LayersFeed(
                    new LayersModel(new FxBackground(), () -> real.engine, Clock.systemUTC()),
                    new FilesModel(
                        new FxBackground(), () -> real.engine, Clock.systemUTC(), scratch()),
                    pictures,
                    pane,
                    new Saving(
                        (name, _) -> Optional.of(temporary.resolve(name)),
                        pictures,
                        said::add,
                        said::add)));
    stage = Fx.show(pane.node(), 560, 980, Theme.LIGHT);
    Fx.run(
        () -> {
          pictures.kindProperty().set(KIND);
          feed.prefer(tag);
        });
  }

  @AfterEach
  void clean() {
    Fx.run(feed::close);
    Fx.close(stage);
    real.close();
  }

  private Path scratch() {
    return temporary.resolve("scratch");
  }

  @Test
  void theFilesOfALayerAreThoseThatItsStepMade() {
    look();
    choose("layer:1");
    read();
    assertThat(listed()).contains("app added", "config added", "b added");
    choose("layer:2");
    Fx.await("its files", 10, () -> listed().contains("b removed"));
    assertThat(listed()).contains("config changed", "link added").doesNotContain("app changed");
    choose("layer:3");
    Fx.await("its files", 10, () -> listed().contains("new added"));
    assertThat(listed()).anyMatch(line -> line.startsWith("config removed"));
    wait(
        "the waste is told",
        () -> scene().elements().stream().anyMatch(e -> e.id().startsWith("waste:")));
  }

  @Test
  void theFilterNarrowsAndOrdersAreKept() {
    look();
    choose("layer:1");
    read();
    Fx.run(() -> ((TextInputControl) find("#files-search")).setText("CONF"));
    Fx.await("narrowed", 10, () -> listed().equals(List.of("app added", "config added")));
    Fx.run(() -> ((TextInputControl) find("#files-search")).clear());
    Fx.run(() -> ((ToggleButton) find("#files-by-size")).fire());
    Fx.await("the largest first", 10, () -> listed().indexOf("b added") == 0);
    Fx.run(() -> ((ComboBox<?>) find("#files-wanted")).getSelectionModel().select(3));
    Fx.await("nothing was removed", 10, () -> listed().isEmpty());
  }

  @Test
  void aFileIsShownDrilledAndTakenOut() throws IOException {
    look();
    choose("layer:2");
    read();
    select("config");
    Fx.key(stage, KeyCode.ENTER);
    Fx.await("its content", 10, () -> text("#files-text").equals("port=81\n"));
    Fx.run(() -> ((Button) find("#files-extract")).fire());
    Fx.await("taken out", 10, () -> Files.exists(temporary.resolve("config")));
    assertThat(Files.readString(temporary.resolve("config"))).isEqualTo("port=81\n");
    tab(2);
    Fx.await("drilled", 10, () -> !text("#files-drill-answer").isEmpty());
    assertThat(text("#files-drill-question")).isEqualTo("Where does /app/config come from?");
    assertThat(text("#files-drill-answer")).contains("layer 4", "took it away");
    Fx.run(() -> ((Button) find("#files-drill-save")).fire());
    Fx.await("saved", 10, () -> Files.exists(temporary.resolve("drill.svg")));
    assertThat(temporary.resolve("drill.svg")).content().contains("<svg");
  }

  @Test
  void nothingIsLeftBehindWhenAnotherImageIsLookedAtOrTheWindowCloses() throws IOException {
    look();
    choose("layer:1");
    read();
    long open = openFiles();
    assertThat(open).isPositive();
    Fx.run(() -> pictures.selectedProperty(KIND).set(null));
    assertThat(openFiles()).as("closing the list keeps it").isEqualTo(open);
    Fx.run(() -> feed.prefer(RealEngine.IMAGE));
    wait("the other image", () -> scene().answer().startsWith(RealEngine.IMAGE));
    assertThat(openFiles()).isEqualTo(open - 1);
    assertThat(scratchFiles()).isEmpty();
  }

  @Test
  void whatAContainerWroteIsListedAndItsFilesCanBeRead() {
    String web = web();
    look();
    execute(web, "echo mine > /app/new; echo x > /tmp/session; rm /link");
    choose("own:" + web);
    Fx.await("its changes", 10, () -> listed().contains("session added"));
    assertThat(listed()).contains("link removed", "new changed", "app ");
    select("session");
    Fx.key(stage, KeyCode.ENTER);
    Fx.await("its content", 10, () -> text("#files-text").equals("x\n"));
    assertThat(scratchFiles()).isEmpty();
  }

  @Test
  void anEngineThatGoesWhileItIsReadIsSaidInWords() {
    look();
    choose("layer:1");
    real.engine.images().remove(tag);
    Fx.run(() -> ((Button) find("#files-read")).fire());
    wait("it is said", () -> allText().contains("could not be read"));
    assertThat(scratchFiles()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void looksLikeThis(Theme theme) {
    Fx.close(stage);
    stage = Fx.show(pane.node(), theme == Theme.DARK ? 1000 : 560, 980, theme);
    String name = "layers-" + theme.name().toLowerCase(Locale.ROOT);
    String web = web();
    web();
    look();
    execute(web, "dd if=/dev/zero of=/tmp/upload bs=1M count=3; rm /link");
    wait(
        "both were read",
        () ->
            scene().elements().stream()
                .anyMatch(e -> e.id().equals("own:" + web) && e.about().name().contains("MB")));
    choose("layer:2");
    Fx.picture(stage, name + "-unread");
    read();
    select("config");
    wait("waste", () -> allText().isEmpty() || !scene().answer().isEmpty());
    Fx.picture(stage, name + "-files");
    tab(1);
    Fx.await("its content", 10, () -> text("#files-text").equals("port=81\n"));
    Fx.picture(stage, name + "-content");
    tab(2);
    Fx.await("drilled", 10, () -> !text("#files-drill-answer").isEmpty());
    Fx.picture(stage, name + "-drill");
    tab(0);
    choose("own:" + web);
    Fx.await("its changes", 10, () -> listed().contains("upload added"));
    Fx.picture(stage, name + "-own");
    assertThat(said).isEmpty();
  }

  // --- what a person does

  private String web() {
    return real.engine
        .containers()
        .run(
            ContainerSpec.of(tag, RealEngine.TESTS)
                .name(real.name("web"))
                .command("sleep", "300")
                .build());
  }

  private void execute(String container, String script) {
    real.engine
        .containers()
        .execute(container, List.of("sh", "-c", script), Duration.ofSeconds(20));
  }

  private void look() {
    EngineState state =
        new EngineState(
            real.engine.info(),
            byId(real.engine.images().list()),
            byId(real.engine.containers().list()),
            Map.of(),
            Map.of(),
            Instant.now());
    Fx.run(() -> feed.update(state, true));
    wait("the image", () -> scene().answer().startsWith(tag));
  }

  private static <T extends EngineObject> Map<String, T> byId(List<T> all) {
    return all.stream().collect(Collectors.toMap(EngineObject::id, Function.identity()));
  }

  private void choose(String id) {
    Fx.run(() -> pictures.selectedProperty(KIND).set(id));
  }

  private void read() {
    Fx.run(() -> ((Button) find("#files-read")).fire());
    Fx.await("the files", 20, () -> !listed().isEmpty());
  }

  private void tab(int index) {
    Fx.run(() -> ((TabPane) find(".tab-pane")).getSelectionModel().select(index));
  }

  private void select(String name) {
    Fx.run(
        () -> {
          TableView<?> table = table();
          for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getColumns().getFirst().getCellData(i).toString().contains("name=" + name)) {
              table.getSelectionModel().clearAndSelect(i);
              table.requestFocus();
            }
          }
        });
  }

  // --- what a person sees

  private Scene scene() {
    return Objects.requireNonNull(pictures.sceneProperty().get());
  }

  private void wait(String what, java.util.function.BooleanSupplier condition) {
    Fx.await(what, 15, condition);
  }

  private TableView<?> table() {
    return (TableView<?>) find("#files-table");
  }

  /// "config changed", as the lines stand.
  private List<String> listed() {
    Node node = lookup("#files-table");
    if (!(node instanceof TableView<?> table)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < table.getItems().size(); i++) {
      String name =
          table
              .getColumns()
              .get(0)
              .getCellData(i)
              .toString()
              .replaceAll(".*?name=([^,]*),.*", "$1");
      String change = String.valueOf(table.getColumns().get(1).getCellData(i));
      lines.add(name + " " + change.replaceFirst("^. ", ""));
    }
    return lines;
  }

  private String text(String selector) {
    Node node = lookup(selector);
    return node instanceof TextInputControl input
        ? input.getText()
        : node instanceof Labeled label ? label.getText() : "";
  }

  private String allText() {
    return pane.node().lookupAll(".label").stream()
        .map(n -> ((Labeled) n).getText())
        .collect(Collectors.joining("\n"));
  }

  private @Nullable Node lookup(String selector) {
    stage.getScene().getRoot().applyCss();
    stage.getScene().getRoot().layout();
    return pane.node().lookup(selector);
  }

  private Node find(String selector) {
    return Objects.requireNonNull(lookup(selector), selector);
  }

  /// Files of the scratch folder that this process holds open, with a name or without.
  private long openFiles() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    try (Stream<Path> all = Files.list(descriptors)) {
      return all.filter(
              fd -> {
                try {
                  return Files.readSymbolicLink(fd).toString().startsWith(scratch().toString());
                } catch (IOException e) {
                  return false; // closed in the meantime
                }
              })
          .count();
    }
  }

  private List<Path> scratchFiles() {
    try (Stream<Path> all = Files.exists(scratch()) ? Files.list(scratch()) : Stream.empty()) {
      return all.toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
