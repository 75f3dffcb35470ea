// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.check.Severity;
import drydock.messages.Messages;
import org.kordamp.ikonli.javafx.FontIcon;

/// How bad a finding is, as word, sign and colour.
final class SeverityLook {
  private SeverityLook() {}

  static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> Messages.get("editor.finding.error");
      case WARNING -> Messages.get("editor.finding.warning");
      case ADVICE -> Messages.get("editor.finding.advice");
    };
  }

  static CardContent.Tone tone(Severity severity) {
    return switch (severity) {
      case ERROR -> CardContent.Tone.ERROR;
      case WARNING -> CardContent.Tone.WARNING;
      case ADVICE -> CardContent.Tone.ADVICE;
    };
  }

  static String icon(Severity severity) {
    return icon(tone(severity));
  }

  static String icon(CardContent.Tone tone) {
    return switch (tone) {
      case ERROR -> "mdi2a-alert-circle";
      case WARNING -> "mdi2a-alert";
      case ADVICE -> "mdi2l-lightbulb-on-outline";
      case PLAIN -> "mdi2i-information-outline";
    };
  }

  static FontIcon sign(Severity severity) {
    FontIcon sign = new FontIcon(icon(severity));
    sign.getStyleClass().addAll(Styles.SIGN, Styles.of(tone(severity)));
    return sign;
  }
}
