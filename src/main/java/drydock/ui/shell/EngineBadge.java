// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.doctor.Engines;
import drydock.engine.EngineInfo;
import drydock.engine.EngineStatus;
import drydock.messages.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/// The engine in a word, at the top of the window: which one answers, or that none does. A click tells more.
final class EngineBadge {
  private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
  private static final PseudoClass REPLAY = PseudoClass.getPseudoClass("replay");
  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

  private final Button button = new Button();
  private final FontIcon icon = new FontIcon("mdi2t-timer-sand");
  private final Tooltip tooltip = new Tooltip();

  EngineBadge(Runnable tellMore) {
    button.setId("engine-badge");
    button.getStyleClass().add("engine-badge");
    button.setGraphic(icon);
    button.setTooltip(tooltip);
    button.setOnAction(_ -> tellMore.run());
    show(new EngineStatus.Searching());
  }

  Button node() {
    return button;
  }

  void show(EngineStatus status) {
    String text =
        switch (status) {
          case EngineStatus.Searching _ -> Messages.get("shell.engine.searching");
          case EngineStatus.Unavailable _ -> Messages.get("shell.engine.none");
          case EngineStatus.Ready ready -> text(ready.state().info());
        };
    String sign =
        switch (status) {
          case EngineStatus.Searching _ -> "mdi2t-timer-sand";
          case EngineStatus.Unavailable _ -> "mdi2p-power-plug-off-outline";
          case EngineStatus.Ready ready -> recorded(ready) ? "mdi2h-history" : "mdi2c-circle";
        };
    icon.setIconLiteral(sign);
    button.setText(text);
    button.setAccessibleText(text);
    tooltip.setText(
        status instanceof EngineStatus.Ready ready
            ? Messages.get("shell.engine.ready.help", Engines.label(ready.state().info()))
            : Messages.get("shell.engine.none.help"));
    boolean replay = status instanceof EngineStatus.Ready ready && recorded(ready);
    button.pseudoClassStateChanged(READY, status instanceof EngineStatus.Ready && !replay);
    button.pseudoClassStateChanged(REPLAY, replay);
    button.pseudoClassStateChanged(MISSING, status instanceof EngineStatus.Unavailable);
  }

  private static boolean recorded(EngineStatus.Ready ready) {
    return ready.state().info().endpoint().recorded().isPresent();
  }

  private static String text(EngineInfo info) {
    return info.endpoint()
        .recorded()
        .map(when -> Messages.get("shell.engine.replay", Past.name(info, when)))
        .orElseGet(() -> name(info));
  }

  private static String name(EngineInfo info) {
    String builder =
        switch (info.builder()) {
          case BUILDKIT -> "BuildKit";
          case CLASSIC -> Messages.get("shell.engine.classicBuilder");
        };
    return Messages.get("shell.engine.ready", Engines.name(info), builder, info.storage().driver());
  }
}
