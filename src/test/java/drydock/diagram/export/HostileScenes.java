// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.About;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Ink;
import drydock.diagram.Label;
import drydock.diagram.Point;
import drydock.diagram.Rect;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.TextStyle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Pictures of texts that nobody asked for: what images, tags and containers may well be called.
final class HostileScenes {
  private HostileScenes() {}

  static Map<String, Scene> all() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("control characters", "a\u0000b\u0007c\u001b[31md\u009b\ne\tf\u007f");
    texts.put("emoji", "😀👩‍👩‍👧‍👦🏳️‍🌈 ok");
    texts.put("right to left", "שלום עולם abc مرحبا بالعالم");
    texts.put("overrides", "\u202eexe.txt\u202c \u2066x\u2069 \ufeff\u200f");
    texts.put("half a pair", "x\ud800y\udc00z");
    texts.put("no letters", "漢字かな한글ไทย \u0301\u0301\u0301");
    texts.put("markup", "<script>alert(\"1\")</script>&amp;]]>--%n%s{0}(\\)");
    texts.put("very long", "WW漢".repeat(500));
    texts.put("empty", "");
    texts.put("blank", " \u00a0\u2003 ");
    texts.put("not in Unicode", "\uffff\ufffe" + Character.toString(0x10ffff));
    Map<String, Scene> scenes = new LinkedHashMap<>();
    texts.forEach((name, text) -> scenes.put(name, scene(text)));
    return scenes;
  }

  private static Scene scene(String text) {
    List<Element> elements = new ArrayList<>();
    double y = 0;
    for (Role role : Role.values()) {
      List<Label> labels =
          List.of(
              Label.start(text, 30, 14, TextStyle.CODE, Ink.STRONG),
              Label.middle(text, 100, 26, TextStyle.SMALL, Ink.MUTED),
              Label.end(text, 190, 38, TextStyle.BODY, Ink.ROLE));
      About about =
          new About(text, text, new Evidence(text, text, text, Instant.EPOCH), text + role);
      Rect area = new Rect(0, y, 200, 40);
      elements.add(new Element.Box("box" + role, area, role, 8, 10, labels, about));
      elements.add(new Element.Group("group" + role, area.grown(2), role, labels, about));
      elements.add(new Element.Text("text" + role, area, role, labels, about));
      elements.add(
          new Element.Link(
              text + role,
              List.of(new Point(50, y), new Point(50, y + 20), new Point(50, y + 20)),
              role,
              true,
              about));
      y += 50;
    }
    return new Scene(text, text, 200, y, elements);
  }
}
