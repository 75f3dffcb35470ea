// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import drydock.diagram.Element;
import drydock.diagram.Palette;
import drydock.diagram.Pattern;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The roles' patterns as SVG definitions.
final class SvgPatterns {
  private SvgPatterns() {}

  /// The lines of `<defs>`, for the roles that the scene has; none when it needs none.
  static List<String> define(Scene scene, Palette palette) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Element element : scene.elements()) {
      if (element instanceof Element.Box box && box.strip() > 0 && tiled(box.role())) {
        roles.add(box.role());
      }
    }
    List<String> lines = new ArrayList<>();
    if (!roles.isEmpty()) {
      lines.add("<defs>");
      roles.forEach(r -> lines.add(pattern(r, palette.tone(r))));
      lines.add("</defs>");
    }
    return lines;
  }

  /// What fills the strip of a box of this role.
  static String fill(Role role, Palette palette) {
    return tiled(role) ? "url(#" + id(role) + ")" : palette.tone(role).mark();
  }

  private static boolean tiled(Role role) {
    return role.pattern() != Pattern.NONE && role.pattern() != Pattern.SOLID;
  }

  private static String id(Role role) {
    return "pattern-" + role.name().toLowerCase(Locale.ROOT);
  }

  private static String pattern(Role role, Palette.Tone tone) {
    return switch (role.pattern()) {
      case NONE, SOLID -> "";
      case DIAGONAL -> tile(role, tone, 6, 45, stroke("M0 0V6", 2.2, tone));
      case CROSS -> tile(role, tone, 6, 45, stroke("M0 0V6", 2, tone) + stroke("M0 0H6", 2, tone));
      case LINES -> tile(role, tone, 5, 0, stroke("M0 2.5H5", 1.5, tone));
      case UPRIGHT -> tile(role, tone, 5, 0, stroke("M2.5 0V5", 1.5, tone));
      case BANDS -> tile(role, tone, 10, 45, stroke("M0 0V10", 8, tone));
      case DOTS ->
          tile(
              role,
              tone,
              5,
              0,
              "<circle cx=\"2.5\" cy=\"2.5\" r=\"1.3\" fill=\"" + tone.mark() + "\"/>");
    };
  }

  private static String stroke(String path, double width, Palette.Tone tone) {
    return "<path d=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>"
        .formatted(path, tone.mark(), Xml.number(width));
  }

  private static String tile(Role role, Palette.Tone tone, int size, int turn, String marks) {
    return "<pattern id=\"%s\" width=\"%s\" height=\"%s\" patternUnits=\"userSpaceOnUse\"%s><rect width=\"%s\" height=\"%s\" fill=\"%s\"/>%s</pattern>"
        .formatted(
            id(role),
            size,
            size,
            turn == 0 ? "" : " patternTransform=\"rotate(" + turn + ")\"",
            size,
            size,
            tone.fill(),
            marks);
  }
}
