// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.EngineStatus;
import drydock.ui.engine.EngineModel;
import drydock.ui.engine.EnginePage;
import drydock.ui.kit.Action;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// All that the window shows of the engine itself: its badge, the banner, and its page, which takes the panes' place while
/// it is open. JavaFX thread only.
final class EngineDesk {
  /// The hint's id in the settings.
  static final String SEVERAL_ENGINES = "several-engines";

  private final Memory memory;
  private final EngineModel model;
  private final EngineBadge badge;
  private final EngineBanner banner;
  private final EnginePage page;
  private final Node panes;
  private final StackPane middle;
  private EngineStatus last = new EngineStatus.Searching();
  private @Nullable Node before;

  /// @param panes what is worked with
  EngineDesk(Services services, Action tryAgain, Action about, Node panes) {
    memory = services.memory();
    this.panes = panes;
    model =
        new EngineModel(
            services.background(),
            services.monitor(),
            services.lessons().packs(),
            memory.settings().engine(),
            this::chosen);
    badge = new EngineBadge(this::turn);
    banner = new EngineBanner(tryAgain, about, this::dismissed);
    page = new EnginePage(model, this::close);
    page.node().setVisible(false);
    middle = new StackPane(panes, page.node());
    middle.getStyleClass().add("panes");
  }

  EngineBadge badge() {
    return badge;
  }

  EngineBanner banner() {
    return banner;
  }

  /// The panes, or the page in their place.
  Node middle() {
    return middle;
  }

  void show(EngineStatus status) {
    last = status;
    badge.show(status);
    model.update(status);
    EngineAdvice.of(status, model.preferred()).ifPresent(this::advise);
  }

  private void chosen(@Nullable String uri) {
    memory.change(s -> s.withEngine(uri));
    EngineAdvice.of(last, uri).ifPresent(this::advise);
  }

  private void advise(EngineAdvice advice) {
    boolean known =
        advice instanceof EngineAdvice.Several
            && memory.settings().closedHints().contains(SEVERAL_ENGINES);
    banner.show(known ? new EngineAdvice.Nothing() : advice);
  }

  private void dismissed(EngineAdvice advice) {
    if (advice instanceof EngineAdvice.Several) {
      Set<String> closed = new HashSet<>(memory.settings().closedHints());
      closed.add(SEVERAL_ENGINES);
      memory.change(s -> s.withClosedHints(closed));
    }
  }

  /// Opens the page, or closes it.
  void turn() {
    if (page.node().isVisible()) {
      close();
    } else {
      open();
    }
  }

  private void open() {
    Scene scene = middle.getScene();
    before = scene == null ? null : scene.getFocusOwner();
    page.node().setVisible(true);
    page.focus();
    panes.setVisible(false);
    model.watch(true);
  }

  /// Shows the panes again, if they are not to be seen.
  void close() {
    if (!page.node().isVisible()) {
      return;
    }
    model.watch(false);
    panes.setVisible(true);
    page.node().setVisible(false);
    if (before != null) {
      before.requestFocus();
    }
  }
}
