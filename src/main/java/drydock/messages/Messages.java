// SPDX-License-Identifier: Apache-2.0
package drydock.messages;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The texts of the app, in the language in use: the system's, until [#use] says another. Keys are `feature.view.element`;
/// arguments and plurals are [MessageFormat]'s (`{0,choice,1#one file|1<{0} files}`). A text that a language lacks is the
/// English one.
public final class Messages {
  private record InUse(Locale locale, ResourceBundle texts) {}

  private static volatile InUse inUse = of(Language.SYSTEM.locale());

  private Messages() {}

  /// From now on texts are in this language; those that were got before stay as they are.
  public static void use(Language language) {
    use(language.locale());
  }

  static void use(Locale locale) {
    inUse = of(locale);
  }

  static void use(Locale locale, ResourceBundle texts) {
    inUse = new InUse(locale, texts);
  }

  private static InUse of(Locale locale) {
    return new InUse(
        locale,
        ResourceBundle.getBundle(
            "drydock.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  /// Numbers, dates and times that stand among the texts are written as here.
  public static Locale locale() {
    return inUse.locale();
  }

  /// The text of `key` with its arguments filled in.
  ///
  /// @throws MissingResourceException for an unknown key: a mistake of ours, found by a test
  public static String get(String key, Object... arguments) {
    InUse now = inUse;
    return new MessageFormat(now.texts().getString(key), now.locale()).format(arguments);
  }
}
