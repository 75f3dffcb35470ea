// SPDX-License-Identifier: Apache-2.0
package drydock.messages;

import java.util.Locale;

/// A language that the app speaks. `SYSTEM`: the one of the system, or English when that is none of them.
public enum Language {
  SYSTEM,
  ENGLISH,
  GERMAN;

  private static final Locale OF_SYSTEM = Locale.getDefault().stripExtensions();

  /// How it writes texts, numbers and dates: as the system's country does, where the language is the system's.
  public Locale locale() {
    return switch (this) {
      case SYSTEM -> speaks(Locale.GERMAN) ? OF_SYSTEM : ENGLISH.locale();
      case ENGLISH -> speaks(Locale.ENGLISH) ? OF_SYSTEM : Locale.ENGLISH;
      case GERMAN -> speaks(Locale.GERMAN) ? OF_SYSTEM : Locale.GERMAN;
    };
  }

  private static boolean speaks(Locale language) {
    return OF_SYSTEM.getLanguage().equals(language.getLanguage());
  }
}
