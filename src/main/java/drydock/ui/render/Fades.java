// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import drydock.ui.kit.Motion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.FadeTransition;
import javafx.scene.Node;

/// How elements appear and leave.
final class Fades {
  private static final double MILLIS = 200;

  private record Leaving(Drawn drawn, FadeTransition fade) {}

  private final Motion motion;
  private final Consumer<Node> remove;
  private final List<Leaving> leaving = new ArrayList<>();

  /// @param remove takes away what has faded
  Fades(Motion motion, Consumer<Node> remove) {
    this.motion = motion;
    this.remove = remove;
  }

  void appear(Drawn drawn) {
    if (motion.moves()) {
      FadeTransition fade = new FadeTransition(motion.lasting(MILLIS), drawn.root());
      fade.setFromValue(0);
      fade.setToValue(1);
      fade.play();
    }
  }

  /// @param seen whether eyes can follow it
  void leave(Drawn drawn, boolean seen) {
    drawn.retire();
    if (!seen || !motion.moves()) {
      drawn.dispose();
      return;
    }
    FadeTransition fade = new FadeTransition(motion.lasting(MILLIS), drawn.root());
    Leaving one = new Leaving(drawn, fade);
    leaving.add(one);
    fade.setToValue(0);
    fade.setOnFinished(
        _ -> {
          leaving.remove(one);
          drawn.dispose();
          remove.accept(drawn.root());
        });
    fade.play();
  }

  /// What is on its way out.
  List<Node> leaving() {
    return leaving.stream().<Node>map(l -> l.drawn().root()).toList();
  }

  /// Ends what leaves: it is gone.
  void end() {
    for (Leaving each : List.copyOf(leaving)) {
      each.fade().stop();
      each.drawn().dispose();
      remove.accept(each.drawn().root());
    }
    leaving.clear();
  }
}
