// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.TextStyle;
import drydock.dockerfile.BuildPlan;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.messages.Messages;
import drydock.messages.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// "What will this build do, and why did it run again?" The builder's graph, grey before it runs and lit up as it does.
public final class BuildPicture {
  /// Beyond this many steps a drawing helps nobody; the rest is counted.
  static final int MOST_STEPS = 200;

  private final BuildFacts facts;
  private final double available;
  private final List<Element> elements = new ArrayList<>();
  private double y;

  private BuildPicture(BuildFacts facts, double available) {
    this.facts = facts;
    this.available = available;
  }

  /// The graph at a moment: as the Dockerfile announces it, as the builder tells it. The boxes of
  /// one file stand in the same places before, during and after a build.
  ///
  /// @param width to fill; a wide graph takes more
  public static Scene of(BuildMoment moment, double width) {
    List<Step> steps = GraphSteps.of(moment);
    BuildPicture picture = new BuildPicture(moment.facts(), width);
    double used = picture.graph(steps);
    BuildState state = moment.state();
    if (state != null) {
      picture.below(moment, state, steps, used);
    }
    return picture.scene(BuildAnswer.of(moment, steps), used);
  }

  /// The graph as the Dockerfile announces it.
  public static Scene of(BuildPlan plan, BuildFacts facts, double width) {
    return of(BuildMoment.of(plan, facts), width);
  }

  /// The graph as the builder tells it, without the Dockerfile.
  public static Scene of(BuildState state, BuildFacts facts, double width) {
    return of(BuildMoment.of(state, facts), width);
  }

  /// What stands below the graph once a build has begun.
  private void below(BuildMoment moment, BuildState state, List<Step> steps, double used) {
    problem(state);
    y = new TimeLanes(steps, state, facts.at(), this::evidence).draw(elements, y, used);
    BuildState before = moment.before();
    if (before != null && !state.running()) {
      y =
          new DifferenceTable(before, state, BuildDifference.of(before, state), this::evidence)
              .draw(elements, y, used);
    }
  }

  private Scene scene(String answer, double used) {
    return new Scene(
        Messages.get("picture.build.question"), answer, used, Math.max(y, 1), elements);
  }

  private double graph(List<Step> all) {
    if (all.isEmpty()) {
      return available;
    }
    List<Step> steps = bounded(all);
    Map<String, Step> byKey = new LinkedHashMap<>();
    steps.forEach(s -> byKey.put(s.key(), s));
    StageLayout layout = StageLayout.of(steps);
    List<List<Step>> stages =
        StageLayout.chains(byKey).stream().filter(c -> c.getFirst().isInstruction()).toList();
    boolean framed = stages.size() > 1 || stages.stream().anyMatch(BuildPicture::isNamed);
    List<Integer> titled =
        framed
            ? stages.stream()
                .map(c -> Objects.requireNonNull(layout.cells().get(c.getFirst().key())).row())
                .toList()
            : List.of();
    Routes routes = new Routes(steps, layout);
    BuildGeometry geometry = new BuildGeometry(layout, routes, byKey, framed, titled, available);
    Map<String, Rect> boxes = new HashMap<>();
    steps.forEach(s -> boxes.put(s.key(), geometry.box(s)));
    if (framed) {
      stages.forEach(c -> frame(c, geometry, boxes, routes));
    }
    for (Routes.Route route : routes.all()) {
      links(route, geometry, boxes, byKey, framed);
    }
    steps.forEach(s -> elements.add(box(s, boxes)));
    y = geometry.bottom();
    more(all.size() - steps.size());
    return geometry.width();
  }

  private static List<Step> bounded(List<Step> all) {
    if (all.size() <= MOST_STEPS) {
      return all;
    }
    return all.subList(0, MOST_STEPS);
  }

  private void more(int left) {
    if (left > 0) {
      String text = Messages.get("picture.build.more", left);
      Label label = Label.start(text, 0, 14, TextStyle.BODY, Ink.MUTED);
      elements.add(
          new Element.Text(
              "more",
              new Rect(12, y + 8, label.area().width(), 18),
              Role.NEUTRAL,
              List.of(label),
              new About(text, "", null, null)));
      y += 30;
    }
  }

  private static boolean isNamed(List<Step> chain) {
    return !chain.getFirst().stage().matches("|stage-\\d+");
  }

  private void frame(
      List<Step> chain, BuildGeometry geometry, Map<String, Rect> boxes, Routes routes) {
    Rect area = geometry.frame(chain.stream().map(s -> rect(boxes, s.key())).toList());
    String stage = chain.getFirst().stage();
    // a line that comes from above runs down the middle
    boolean entered =
        routes.all().stream().anyMatch(r -> r.down() && r.to().equals(chain.getFirst().key()));
    double room = (entered ? area.width() / 2 : area.width()) - 22;
    String nameless = Messages.get("picture.build.lastStage", stage);
    boolean said = !isNamed(chain) && TextStyle.SMALL_STRONG.width(nameless) <= room;
    boolean unused = chain.getFirst().isUnused();
    String name =
        unused ? Messages.get("picture.build.unusedStage", stage) : said ? nameless : stage;
    Label title =
        Label.start(
            TextStyle.SMALL_STRONG.fit(name, room), 12, 17, TextStyle.SMALL_STRONG, Ink.MUTED);
    elements.add(
        new Element.Group(
            "stage:" + stage,
            area,
            unused ? Role.UNUSED : Role.NEUTRAL,
            List.of(title),
            new About(Messages.get("picture.build.stage", stage), "", null, null)));
  }

  private void links(
      Routes.Route route,
      BuildGeometry geometry,
      Map<String, Rect> boxes,
      Map<String, Step> byKey,
      boolean framed) {
    Step to = Objects.requireNonNull(byKey.get(route.to()));
    boolean titled = framed && to.isInstruction() && !route.straight();
    boolean lit = route.from().equals(Step.CONTEXT) && to.role() == Role.DONE;
    boolean sameStage =
        to.isResult() || to.stage().equals(Objects.requireNonNull(byKey.get(route.from())).stage());
    elements.add(
        new Element.Link(
            "link:" + route.from() + ">" + route.to(),
            geometry.line(route, rect(boxes, route.from()), rect(boxes, route.to()), titled),
            lit ? Role.DONE : Role.NEUTRAL,
            !(route.straight() && sameStage),
            About.ORNAMENT));
  }

  private Element.Box box(Step step, Map<String, Rect> boxes) {
    Rect area = rect(boxes, step.key());
    List<Label> labels = StepText.of(step, area.width()).labels();
    String name = step.name() + ", " + String.join(", ", step.words().lines());
    return new Element.Box(
        step.key(),
        area,
        step.role(),
        8,
        8,
        labels,
        new About(
            name,
            step.words().why(),
            evidence(step.words().field()),
            step.isVertex() ? step.key() : null));
  }

  private Evidence evidence(String field) {
    return Asked.build(facts, field);
  }

  /// A failure that belongs to no step: the Dockerfile cannot be read, an image is missing.
  private void problem(BuildState state) {
    String message =
        switch (state.outcome()) {
          case BuildOutcome.Failed failed
              when failed.step() == null || !state.steps().containsKey(failed.step()) ->
              failed.message();
          case BuildOutcome.Broken broken -> Problems.sentence(broken.problem());
          case BuildOutcome.Failed _, BuildOutcome.Success _, BuildOutcome.Cancelled _ -> "";
          case null -> "";
        };
    if (message.isEmpty()) {
      return;
    }
    String heading =
        state.outcome() instanceof BuildOutcome.Failed failed && failed.lines() != null
            ? Messages.get("picture.build.problemAt", failed.lines().first())
            : Messages.get("picture.build.problem");
    double width = Math.min(available - 24, 460);
    List<String> lines = TextStyle.BODY.wrap(message, width - 32, 6);
    List<Label> labels = new ArrayList<>();
    labels.add(Label.start(heading, 20, 22, TextStyle.HEADING, Ink.ROLE));
    for (int i = 0; i < lines.size(); i++) {
      labels.add(Label.start(lines.get(i), 20, 42 + 18 * i, TextStyle.BODY, Ink.STRONG));
    }
    double height = 34 + 18 * lines.size();
    elements.add(
        new Element.Box(
            "problem",
            new Rect((available - width) / 2, y + 14, width, height),
            Role.FAILED,
            8,
            8,
            labels,
            new About(heading, message, evidence("errorDetail.message"), null)));
    y += height + 16;
  }

  private static Rect rect(Map<String, Rect> boxes, String key) {
    return Objects.requireNonNull(boxes.get(key), key);
  }
}
