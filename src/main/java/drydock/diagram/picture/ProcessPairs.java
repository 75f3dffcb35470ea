// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.TextStyle;
import drydock.messages.Messages;
import drydock.observe.Namespaces;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One container's processes, as the machine counts them and as the container does, with a wire
/// between the two.
final class ProcessPairs {
  private static final double LEFT = 12;
  private static final double ROW = 40;
  private static final double GAP = 6;
  private static final double WIRE = 44;
  private static final double INDENT = 12;
  private static final int MOST = 12;
  private static final int DEEPEST = 4;

  private final NamespacesFacts facts;
  private final List<Element> elements;
  private final double width;

  ProcessPairs(NamespacesFacts facts, List<Element> elements, double available) {
    this.facts = facts;
    this.elements = elements;
    this.width = Math.floor((available - 2 * LEFT - WIRE) / 2);
  }

  /// @return the lower edge of what was drawn
  double draw(double top) {
    NamespacesFacts.Row row = shown();
    if (row == null) {
      return top - 10;
    }
    String name = row.container().name();
    double y = top;
    y = title("pairs", Messages.get("picture.namespaces.pairs", name), y);
    Map<Integer, Integer> depths = depths(row.seen().processes());
    Set<Integer> told = new HashSet<>(); // a broken `ps` may say a number twice
    List<Namespaces.Task> processes =
        asTree(row.seen().processes()).stream().filter(p -> told.add(p.pid())).limit(MOST).toList();
    for (Namespaces.Task process : processes) {
      pair(row, process, depths.getOrDefault(process.pid(), 0), y);
      y += ROW + GAP;
    }
    int left = row.seen().processes().size() - processes.size();
    if (left > 0) {
      y = title("pairs:more", Messages.get("picture.namespaces.morePairs", left), y);
    }
    return y;
  }

  private NamespacesFacts.@Nullable Row shown() {
    return facts.rows().stream()
        .filter(r -> r.container().id().equals(facts.selected()))
        .filter(r -> !r.seen().processes().isEmpty())
        .findFirst()
        .orElse(null);
  }

  private void pair(NamespacesFacts.Row row, Namespaces.Task process, int depth, double y) {
    String id = "process:" + row.container().id() + ":" + process.pid();
    Role role = Role.series(facts.looks().getOrDefault(row.container().id(), 0));
    String outside = Messages.get("picture.namespaces.outside", process.pid());
    boolean known = process.inside().isPresent();
    String inside =
        known
            ? Messages.get("picture.namespaces.inside", process.inside().getAsInt())
            : Messages.get("picture.namespaces.insideUnknown");
    Evidence top = row.top("Processes[PID] = " + process.pid());
    box(
        id + ":out",
        LEFT,
        y,
        depth,
        Role.NEUTRAL,
        outside,
        process.command(),
        about(outside, process, top));
    double right = LEFT + width + WIRE;
    About about =
        known
            ? about(inside, process, inside(row, process, top))
            : new About(
                inside, Messages.get("picture.namespaces.insideWhy"), null, row.container().id());
    box(id + ":in", right, y, depth, known ? role : Role.UNKNOWN, inside, process.command(), about);
    elements.add(
        new Element.Link(
            id + ":wire",
            List.of(
                new Point(LEFT + width + 1, y + ROW / 2),
                new Point(right + INDENT * Math.min(depth, DEEPEST) - 1, y + ROW / 2)),
            known ? Role.NEUTRAL : Role.UNKNOWN,
            false,
            About.ORNAMENT));
  }

  /// Nobody can be asked inside of a container that is paused, and who sees the machine's processes
  /// knows them by the machine's numbers.
  private static Evidence inside(
      NamespacesFacts.Row row, Namespaces.Task process, Evidence outside) {
    int number = process.inside().orElse(0);
    return row.container().running() && number != process.pid()
        ? Asked.exec(row.container().name(), List.of("ps"), "PID = " + number, row.seen().at())
        : outside;
  }

  private static About about(String number, Namespaces.Task process, Evidence evidence) {
    return new About(number + ", " + process.command(), "", evidence, null);
  }

  private void box(
      String id,
      double x,
      double y,
      int depth,
      Role role,
      String number,
      String command,
      About about) {
    double strip = role == Role.NEUTRAL ? 0 : 10;
    double indent = INDENT * Math.min(depth, DEEPEST);
    double left = strip + 9;
    double own = width - indent;
    elements.add(
        new Element.Box(
            id,
            new Rect(x + indent, y, own, ROW),
            role,
            6,
            strip,
            List.of(
                Label.start(
                    TextStyle.SMALL_STRONG.fit(number, own - left - 6),
                    left,
                    16,
                    TextStyle.SMALL_STRONG,
                    Ink.STRONG),
                Label.start(
                    TextStyle.CODE_SMALL.fit(command, own - left - 6),
                    left,
                    31,
                    TextStyle.CODE_SMALL,
                    Ink.MUTED)),
            about));
  }

  private double title(String id, String text, double y) {
    elements.add(
        new Element.Text(
            id,
            new Rect(LEFT, y, 2 * width + WIRE, 18),
            Role.NEUTRAL,
            List.of(
                Label.start(
                    TextStyle.HEADING.fit(text, 2 * width + WIRE),
                    0,
                    13,
                    TextStyle.HEADING,
                    Ink.MUTED)),
            new About(text, "", null, null)));
    return y + 24;
  }

  /// Each right after its parent and that one's older children: numbers begin anew some day, and then a child's is the
  /// smaller one.
  private static List<Namespaces.Task> asTree(List<Namespaces.Task> processes) {
    Map<Integer, List<Namespaces.Task>> children = new HashMap<>();
    Set<Integer> numbers = new HashSet<>();
    for (Namespaces.Task process : processes) {
      numbers.add(process.pid());
      children.computeIfAbsent(process.parent(), _ -> new ArrayList<>()).add(process);
    }
    Set<Namespaces.Task> ordered = new LinkedHashSet<>();
    Deque<Namespaces.Task> next = new ArrayDeque<>();
    processes.stream().filter(p -> !numbers.contains(p.parent())).forEach(next::addLast);
    while (!next.isEmpty()) {
      Namespaces.Task task = next.removeFirst();
      if (ordered.add(task)) {
        children.getOrDefault(task.pid(), List.of()).reversed().forEach(next::addFirst);
      }
    }
    ordered.addAll(processes); // those whose parents a broken `ps` lets go round in a circle
    return List.copyOf(ordered);
  }

  /// How deep each process stands in the tree of its parents.
  private static Map<Integer, Integer> depths(List<Namespaces.Task> processes) {
    Map<Integer, Integer> parents = new HashMap<>();
    processes.forEach(p -> parents.put(p.pid(), p.parent()));
    Map<Integer, Integer> depths = new HashMap<>();
    for (Namespaces.Task process : new ArrayList<>(processes)) {
      int depth = 0;
      Integer above = process.parent();
      while (above != null && parents.containsKey(above) && depth < DEEPEST) {
        depth++;
        above = parents.get(above);
      }
      depths.put(process.pid(), depth);
    }
    return depths;
  }
}
