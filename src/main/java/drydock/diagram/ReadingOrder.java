// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The order in which elements are read: from top to bottom, from left to right, and what lies in a frame right after that
/// frame.
public final class ReadingOrder {
  private final List<Element> outermost = new ArrayList<>();
  private final Map<String, List<Element>> inside = new HashMap<>();

  /// @param elements with ids that differ
  public ReadingOrder(List<Element> elements) {
    List<Element> sorted = elements.stream().sorted(Element.READING_ORDER).toList();
    List<Element> frames =
        sorted.stream()
            .filter(Element.Group.class::isInstance)
            .sorted(Comparator.comparingDouble(ReadingOrder::size))
            .toList();
    for (Element element : sorted) {
      frame(element, frames)
          .map(frame -> inside.computeIfAbsent(frame.id(), _ -> new ArrayList<>()))
          .orElse(outermost)
          .add(element);
    }
  }

  /// What lies in no frame.
  public List<Element> outermost() {
    return List.copyOf(outermost);
  }

  /// What lies in a frame, without what lies in a smaller one there.
  public List<Element> inside(Element frame) {
    return List.copyOf(inside.getOrDefault(frame.id(), List.of()));
  }

  /// All of them.
  public List<Element> all() {
    List<Element> all = new ArrayList<>();
    add(outermost, all);
    return all;
  }

  private void add(List<Element> some, List<Element> all) {
    for (Element element : some) {
      all.add(element);
      add(inside.getOrDefault(element.id(), List.of()), all);
    }
  }

  /// @param frames smallest first
  private static Optional<Element> frame(Element element, List<Element> frames) {
    return frames.stream()
        .filter(f -> size(f) > size(element) && f.area().grown(0.5).contains(element.area()))
        .findFirst();
  }

  private static double size(Element element) {
    return element.area().width() * element.area().height();
  }
}
