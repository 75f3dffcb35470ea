// SPDX-License-Identifier: Apache-2.0
package drydock.messages;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;

/// English as a language that nobody speaks: in brackets, with other letters, and longer by two fifths and more. What
/// stands in the window without brackets never came from the texts; what is cut off has no room for German.
public final class PseudoLanguage {
  private static final String PLAIN = "AaCcEeGgIiLlNnOoSsTtUuYyZz";
  private static final String OTHER = "ÅåÇçÉéĞğÎîĹĺÑñÖöŠšŢţÛûÝýŽž";
  private static final String MORE = "ünd önwards ";

  private PseudoLanguage() {}

  /// Speaks it while `work` runs.
  public static void during(Runnable work) {
    Messages.use(Locale.ENGLISH, bundle());
    try {
      work.run();
    } finally {
      Messages.use(Language.ENGLISH);
    }
  }

  private static ResourceBundle bundle() {
    ResourceBundle english = ResourceBundle.getBundle("drydock.messages", Locale.ROOT);
    return new ResourceBundle() {
      @Override
      protected Object handleGetObject(String key) {
        return pseudo(english.getString(key));
      }

      @Override
      public Enumeration<String> getKeys() {
        return Collections.enumeration(english.keySet());
      }
    };
  }

  /// A pattern of [java.text.MessageFormat]'s, whose places for arguments stay as they are.
  static String pseudo(String pattern) {
    StringBuilder text = new StringBuilder("[");
    int depth = 0;
    int letters = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      int at = depth == 0 ? PLAIN.indexOf(c) : -1;
      text.append(at < 0 ? c : OTHER.charAt(at));
      letters += depth == 0 && c != '}' ? 1 : 0;
    }
    int longer = letters * 2 / 5;
    text.append(longer == 0 ? "" : " ");
    text.append(MORE.repeat(longer / MORE.length() + 1), 0, longer);
    return text.append(']').toString();
  }
}
