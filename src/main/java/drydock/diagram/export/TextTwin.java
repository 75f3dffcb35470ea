// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Label;
import drydock.diagram.Point;
import drydock.diagram.ReadingOrder;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A scene as a tree in words: the question, the answer, then its elements in reading order, each
/// inside of the frame that it is drawn in. What a picture says by colour, pattern, place or line
/// stands here as a word.
public final class TextTwin {
  private static final String INDENT = "  ";

  private final List<Element> things;
  private final ReadingOrder order;
  private final Map<Element, List<String>> leadsTo = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();

  private TextTwin(Scene scene) {
    things =
        scene.elements().stream()
            .filter(e -> !(e instanceof Element.Link) && !title(e).isEmpty())
            .toList();
    order = new ReadingOrder(things);
    for (Element element : scene.elements()) {
      if (element instanceof Element.Link link) {
        connect(link);
      }
    }
  }

  /// Lines end with a line feed; control characters are gone.
  public static String of(Scene scene) {
    TextTwin twin = new TextTwin(scene);
    twin.line("", scene.question());
    twin.line("", scene.answer());
    if (!twin.things.isEmpty()) {
      twin.out.append('\n');
    }
    twin.order.outermost().forEach(e -> twin.tell(e, ""));
    return twin.out.toString();
  }

  private void tell(Element element, String indent) {
    About about = element.about();
    String word = element instanceof Element.Text ? "" : word(element.role());
    String title = title(element);
    line(indent, says(title, word) ? title : Messages.get("export.twin.state", title, word));
    String deeper = indent + INDENT;
    labels(element).stream()
        .map(Label::text)
        .filter(text -> !says(title + about.sentence(), text))
        .forEach(text -> line(deeper, text));
    if (!says(title, about.sentence())) {
      line(deeper, about.sentence());
    }
    leadsTo
        .getOrDefault(element, List.of())
        .forEach(target -> line(deeper, Messages.get("export.twin.leadsTo", target)));
    Evidence evidence = about.evidence();
    if (evidence != null) {
      line(deeper, Messages.get("export.twin.evidence", words(evidence)));
    }
    order.inside(element).forEach(e -> tell(e, deeper));
  }

  /// Whether `words` are in `text`, whatever stands between them and whatever an ellipsis leaves
  /// out.
  private static boolean says(String text, String words) {
    String all = letters(text);
    return Stream.of(words.split("…")).map(TextTwin::letters).allMatch(all::contains);
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static String words(Evidence evidence) {
    return Stream.of(
            evidence.command(),
            evidence.request(),
            evidence.field(),
            evidence.at() == null ? "" : evidence.at().toString())
        .filter(s -> !s.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private void connect(Element.Link link) {
    Element from = at(link.points().getFirst());
    Element to = at(link.points().getLast());
    if (from != null && to != null && !from.equals(to)) {
      leadsTo.computeIfAbsent(from, _ -> new ArrayList<>()).add(title(to));
    }
  }

  /// What a link begins or ends at.
  private @Nullable Element at(Point point) {
    Rect spot = new Rect(point.x(), point.y(), 0, 0);
    return things.stream()
        .filter(e -> e.area().grown(3).contains(spot))
        .min(Comparator.comparingDouble(TextTwin::size))
        .orElse(null);
  }

  private static double size(Element element) {
    return element.area().width() * element.area().height();
  }

  /// Its name, or else what is written on it; empty for ornament.
  private static String title(Element element) {
    String name = clean(element.about().name());
    return name.isEmpty()
        ? labels(element).stream().map(l -> clean(l.text())).collect(Collectors.joining(" "))
        : name;
  }

  private static List<Label> labels(Element element) {
    return switch (element) {
      case Element.Box box -> box.labels();
      case Element.Group group -> group.labels();
      case Element.Text text -> text.lines();
      case Element.Link _ -> List.of();
    };
  }

  /// What a role's colour and pattern say.
  private static String word(Role role) {
    return switch (role) {
      // a broken outline alone: there is nothing, or nothing yet; the name says why
      case NEUTRAL, WAITING -> "";
      // which of several things it is; the name says it, since looks begin again after the sixth
      case FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH -> "";
      case RUNNING -> Messages.get("export.twin.running");
      case CACHED -> Messages.get("export.twin.cached");
      case DONE -> Messages.get("export.twin.done");
      case FAILED -> Messages.get("export.twin.failed");
      case PREDICTED_REUSED -> Messages.get("cache.verdict.reused");
      case PREDICTED_RUN -> Messages.get("cache.verdict.runs");
      case PREDICTED_OPEN -> Messages.get("cache.verdict.unknown");
      case UNUSED -> Messages.get("picture.build.unused");
      case BASE -> Messages.get("export.twin.base");
      case SHARED -> Messages.get("export.twin.shared");
      case ADDED -> Messages.get("export.twin.added");
      case GOAL -> Messages.get("export.twin.goal");
      case FOCUS -> Messages.get("diagram.focus");
      case UNKNOWN -> Messages.get("export.twin.unknown");
    };
  }

  private void line(String indent, String text) {
    String clean = clean(text);
    if (!clean.isEmpty()) {
      out.append(indent).append(clean).append('\n');
    }
  }

  private static String clean(String text) {
    return text.replaceAll("[\\s\\p{Cc}]+", " ").strip();
  }
}
