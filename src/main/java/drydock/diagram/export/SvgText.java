// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.export;

import static drydock.diagram.export.Xml.escape;
import static drydock.diagram.export.Xml.number;

import drydock.diagram.Label;
import drydock.diagram.TextStyle;

/// How a label becomes SVG.
interface SvgText {
  /// @param x of the label's anchor
  String draw(Label label, double x, double baseline, String colour);

  /// As text, in fonts by name.
  static String named(Label label, double x, double baseline, String colour) {
    TextStyle style = label.style();
    return "<text x=\"%s\" y=\"%s\"%s font-family=\"%s\" font-weight=\"%s\" font-size=\"%s\" fill=\"%s\">%s</text>"
        .formatted(
            number(x),
            number(baseline),
            switch (label.anchor()) {
              case START -> "";
              case MIDDLE -> " text-anchor=\"middle\"";
              case END -> " text-anchor=\"end\"";
            },
            style.family().equals("Inter")
                ? "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
                : "'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
            style.weight(),
            number(style.size()),
            colour,
            escape(label.text()));
  }
}
