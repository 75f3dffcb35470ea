// SPDX-License-Identifier: Apache-2.0
package drydock.ui.presenter;

import drydock.messages.Messages;
import drydock.ui.kit.Background;
import drydock.ui.kit.Scaled;
import drydock.ui.kit.Sentence;
import drydock.ui.presenter.PresenterModel.Notes;
import drydock.ui.render.MarkupView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the speaker reads while the room looks at the other screen: the notes of the step, what comes next, how much time
/// has passed.
public final class NotesView {
  private static final List<Integer> SIZES = List.of(100, 125, 150, 175, 200, 250, 300);
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Background background;
  private final Clock clock;
  private final Label elapsed = label("notes-elapsed");
  private final Label place = label("notes-place");
  private final Label title = label("notes-title");
  private final Label none = label("notes-none");
  private final Label next = label("notes-next");
  private final MarkupView words;
  private final ScrollPane scroll;
  private final IntegerProperty percent = new SimpleIntegerProperty(this, "percent", 150);
  private final Scaled scaled;
  private Instant begun;
  private Runnable cancel = () -> {};

  /// @param links opens an `https:` address
  public NotesView(
      PresenterModel model, Background background, Clock clock, Consumer<String> links) {
    this.background = background;
    this.clock = clock;
    begun = clock.instant();
    words = new MarkupView(links, _ -> null);
    VBox column = new VBox(place, title, words.node(), none);
    column.getStyleClass().add("notes-column");
    scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("notes-scroll");
    BorderPane content = new BorderPane(scroll);
    content.setTop(head());
    content.setBottom(next);
    next.setMaxWidth(Double.MAX_VALUE);
    content.getStyleClass().add("notes");
    scaled = new Scaled(content, (_, _) -> percent.get() / 100.0);
    percent.addListener(_ -> scaled.fit());
    // a clicker's keys come to the window that has the focus, whichever that is
    PresenterKeys keys = new PresenterKeys(model);
    scaled.node().addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    model.notesProperty().subscribe(this::show);
  }

  public Parent node() {
    return scaled.node();
  }

  /// How large the letters are, in percent.
  public IntegerProperty percentProperty() {
    return percent;
  }

  /// Lets the clock go on, or not, while nobody sees it.
  public void watch(boolean seen) {
    cancel.run();
    cancel = () -> {};
    if (seen) {
      tick();
    }
  }

  private HBox head() {
    elapsed.setWrapText(false);
    elapsed.setMinWidth(Region.USE_PREF_SIZE);
    Button again = button("notes-again", "mdi2r-restart", Messages.get("notes.again"));
    again.setOnAction(_ -> restart());
    Button smaller =
        button("notes-smaller", "mdi2f-format-font-size-decrease", Messages.get("notes.smaller"));
    smaller.setOnAction(_ -> resize(-1));
    Button larger =
        button("notes-larger", "mdi2f-format-font-size-increase", Messages.get("notes.larger"));
    larger.setOnAction(_ -> resize(1));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(elapsed, again, gap, smaller, larger);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("notes-head");
    return head;
  }

  private void show(@Nullable Notes notes) {
    boolean some = notes != null && !notes.words().isEmpty();
    place.setText(notes == null ? "" : notes.place());
    title.setText(notes == null ? "" : notes.title());
    words.show(notes == null ? List.of() : notes.words());
    words.node().setManaged(some);
    none.setText(Messages.get(notes == null ? "notes.noLesson" : "notes.none"));
    none.setVisible(!some);
    none.setManaged(!some);
    next.setVisible(notes != null);
    String after = notes == null ? null : notes.next();
    next.setText(after == null ? Messages.get("notes.last") : Messages.get("notes.next", after));
    scroll.setVvalue(0);
  }

  private void restart() {
    begun = clock.instant();
    tell();
  }

  private void tick() {
    tell();
    cancel = background.after(TICK, this::tick);
  }

  private void tell() {
    long seconds = Math.max(0, Duration.between(begun, clock.instant()).toSeconds());
    elapsed.setText("%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60));
    elapsed.setAccessibleText(Messages.get("notes.elapsed", elapsed.getText()));
  }

  private void resize(int by) {
    int now = percent.get();
    percent.set(
        by > 0
            ? SIZES.stream().filter(s -> s > now).findFirst().orElse(now)
            : SIZES.reversed().stream().filter(s -> s < now).findFirst().orElse(now));
  }

  private static Button button(String id, String icon, String text) {
    Button button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll("flat", "icon-button");
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text));
    return button;
  }

  private static Label label(String id) {
    Label label = Sentence.of("", id);
    label.setId(id);
    return label;
  }
}
