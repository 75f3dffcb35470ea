// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.archive.Waste;
import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.messages.Messages;
import java.util.List;

/// Bytes that nobody sees, case by case: what happened in which steps, and what to do instead.
final class WastePanel {
  /// The others are added up.
  private static final int MOST = 5;

  private final LayerImage image;
  private final List<Waste> cases;
  private final WasteWords words;

  WastePanel(LayerImage image, List<Waste> cases) {
    this.image = image;
    this.cases = cases;
    this.words = new WasteWords(image);
  }

  /// @param area whose upper edge and width count
  /// @return its lower edge
  double draw(List<Element> elements, Rect area) {
    elements.add(
        Caption.of(
            "waste",
            new Rect(area.x(), area.y(), area.width(), 18),
            Messages.get("picture.waste.title"),
            Human.bytes(bytes(cases))));
    double y = area.y() + 22;
    if (cases.isEmpty()) {
      String none = Messages.get("picture.waste.none");
      Evidence evidence =
          Asked.save(image.name(), Messages.get("picture.waste.noneField"), image.at());
      return line(elements, area, y, "waste:none", new About(none, none, evidence, null))
          .small(none)
          .end();
    }
    for (int i = 0; i < Math.min(MOST, cases.size()); i++) {
      Waste each = cases.get(i);
      String told = words.told(each);
      String fix = words.fix(each);
      About about =
          new About(
              told + " " + fix, told + " " + fix, evidence(each), "layer:" + each.files().lower());
      y = line(elements, area, y, "waste:" + i, about).telling(told).small(fix).end() + 6;
    }
    if (cases.size() > MOST) {
      List<Waste> rest = cases.subList(MOST, cases.size());
      y =
          line(elements, area, y, "waste:more", About.ORNAMENT)
              .small(Messages.get("picture.waste.more", rest.size(), Human.bytes(bytes(rest))))
              .end();
    }
    return y;
  }

  private static Words line(List<Element> elements, Rect area, double y, String id, About about) {
    return new Words(elements, new Rect(area.x(), y, area.width(), 0), id, about, Role.FAILED);
  }

  private static long bytes(List<Waste> cases) {
    return cases.stream().mapToLong(w -> w.files().bytes()).sum();
  }

  private Evidence evidence(Waste each) {
    Waste.Files files = each.files();
    return Asked.save(
        image.name(),
        Messages.get(
            "picture.waste.field",
            files.lower(),
            files.paths().isEmpty() ? files.folder() : files.paths().getFirst(),
            Human.bytes(files.bytes()),
            files.upper()),
        image.at());
  }
}
