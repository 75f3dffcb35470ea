// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Element;
import drydock.diagram.Scene;
import drydock.engine.Container;
import drydock.messages.Messages;
import drydock.observe.Ground;
import java.util.ArrayList;
import java.util.List;

/// "What is between my app and the hardware?" What stands under the containers that run, as it is
/// told; beside it the same apps as virtual machines, drawn with published figures. Where the room is
/// narrow, the second stands below the first.
public final class StackPicture {
  private static final double LEFT = 12;
  private static final double BETWEEN = 28;
  private static final double SIDE_BY_SIDE = 860;
  private static final double NARROWEST = 320;

  private StackPicture() {}

  /// @param width to fill
  public static Scene of(StackFacts facts, double width) {
    double available = Math.max(width, NARROWEST);
    List<Container> apps = facts.containers().stream().filter(Container::alive).toList();
    Ground ground = Ground.of(facts.engine(), facts.computer());
    List<Element> elements = new ArrayList<>();
    StackNow now = new StackNow(facts, ground, apps);
    StackAsMachines machines = new StackAsMachines(apps);
    double bottom;
    if (available >= SIDE_BY_SIDE) {
      double half = Math.floor((available - 2 * LEFT - BETWEEN) / 2);
      double right = LEFT + half + BETWEEN;
      double top =
          Math.max(now.head(elements, LEFT, 2, half), machines.head(elements, right, 2, half)) + 8;
      // both stand on the same ground
      double nowHeight = now.tower(new ArrayList<>(), LEFT, 0, half);
      double theirHeight = machines.tower(new ArrayList<>(), right, 0, half);
      double floor = top + Math.max(nowHeight, theirHeight);
      now.tower(elements, LEFT, floor - nowHeight, half);
      machines.tower(elements, right, floor - theirHeight, half);
      bottom =
          Math.max(
              now.notes(elements, LEFT, floor + 8, half),
              machines.notes(elements, right, floor + 8, half));
    } else {
      double whole = available - 2 * LEFT;
      double y = now.tower(elements, LEFT, now.head(elements, LEFT, 2, whole) + 6, whole);
      y = now.notes(elements, LEFT, y + 6, whole) + BETWEEN;
      y = machines.tower(elements, LEFT, machines.head(elements, LEFT, y, whole) + 6, whole);
      bottom = machines.notes(elements, LEFT, y + 6, whole);
    }
    return new Scene(
        Messages.get("picture.stack.question"),
        answer(facts, ground, apps),
        available,
        bottom + 4,
        elements);
  }

  /// What stands there while there is no engine.
  public static Scene nothing(double width) {
    return new Scene(
        Messages.get("picture.stack.question"),
        Messages.get("picture.stack.empty"),
        Math.max(width, NARROWEST),
        0,
        List.of());
  }

  private static String answer(StackFacts facts, Ground ground, List<Container> apps) {
    String kernel = StackWords.kernel(facts.engine().machine());
    int number = apps.size();
    String answer =
        switch (ground) {
          case Ground.Direct _ ->
              facts.computer().virtual()
                  ? Messages.get("picture.stack.answer.virtual", number, kernel)
                  : Messages.get("picture.stack.answer.direct", number, kernel);
          case Ground.Hidden(String product, _) ->
              Messages.get("picture.stack.answer.hidden", number, kernel, product);
          case Ground.Elsewhere _ -> Messages.get("picture.stack.answer.elsewhere", number, kernel);
          case Ground.Untold _ -> Messages.get("picture.stack.answer.untold", number, kernel);
        };
    long others = new StackKernels(facts, apps).others();
    return others == 0
        ? answer
        : answer + " " + Messages.get("picture.stack.answer.others", others);
  }
}
