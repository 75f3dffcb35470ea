// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import java.util.Locale;

/// The roles that colours of the log have. Which colour that is, the style sheet says: `.log-ink.<role>`.
enum Ink {
  TEXT,
  MUTED,
  HEADING,
  RUNNING,
  REUSED,
  RAN,
  FAILED,
  WARNING,
  MATCH,
  MATCH_TEXT;

  String styleClass() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
