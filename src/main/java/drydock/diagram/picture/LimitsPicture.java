// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.engine.Container;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;

/// "What may it use, and what happens at the limit?" One card for each container: a tank of memory
/// whose upper edge is the limit, its share of the processors, its processes, and how it ended.
public final class LimitsPicture {
  private static final double LEFT = 12;
  private static final double GAP = 14;
  private static final double TWO_COLUMNS = 860;
  private static final int MOST = 20;
  private static final int MOST_NAMED = 3;

  private LimitsPicture() {}

  /// @param width to fill
  public static Scene of(LimitsFacts facts, double width) {
    String question = Messages.get("picture.limits.question");
    double available = Math.max(width, 400);
    if (facts.containers().isEmpty()) {
      return new Scene(question, Messages.get("picture.limits.empty"), available, 0, List.of());
    }
    int columns = available >= TWO_COLUMNS ? 2 : 1;
    double each = Math.floor((available - 2 * LEFT - (columns - 1) * GAP) / columns);
    List<Element> elements = new ArrayList<>();
    List<Container> drawn = facts.containers().stream().limit(MOST).toList();
    double y = 2;
    for (int i = 0; i < drawn.size(); i += columns) {
      double lowest = y;
      for (int column = 0; column < columns && i + column < drawn.size(); column++) {
        LimitCard card = new LimitCard(facts, drawn.get(i + column), elements);
        lowest = Math.max(lowest, card.draw(LEFT + column * (each + GAP), y, each));
      }
      y = lowest + GAP;
    }
    int left = facts.containers().size() - drawn.size();
    if (left > 0) {
      Words words =
          new Words(
              elements,
              new Rect(LEFT, y, available - 2 * LEFT, 0),
              "more",
              About.ORNAMENT,
              Role.NEUTRAL);
      y = words.small(Messages.get("picture.limits.more", left)).end();
    }
    return new Scene(question, answer(facts), available, y + 2, elements);
  }

  /// What stands there while there is no engine.
  public static Scene nothing(double width) {
    return new Scene(
        Messages.get("picture.limits.question"),
        Messages.get("picture.limits.noEngine"),
        width,
        0,
        List.of());
  }

  private static String some(List<String> names) {
    return names.size() <= MOST_NAMED
        ? String.join(", ", names)
        : Messages.get(
            "picture.limits.killedMore",
            String.join(", ", names.subList(0, MOST_NAMED)),
            names.size() - MOST_NAMED);
  }

  private static String answer(LimitsFacts facts) {
    List<Container> running = facts.containers().stream().filter(Container::alive).toList();
    long limited = running.stream().filter(c -> c.limits().memoryBytes() > 0).count();
    String machine = Human.memory(facts.engine().machine().memoryBytes());
    List<String> killed =
        facts.containers().stream()
            .filter(c -> c.state().oomKilled())
            .map(Container::name)
            .toList();
    if (!killed.isEmpty()) {
      return Messages.get("picture.limits.killed", some(killed), killed.size());
    }
    return running.isEmpty()
        ? Messages.get("picture.limits.idle")
        : Messages.get("picture.limits.answer", running.size(), limited, machine);
  }
}
