// SPDX-License-Identifier: Apache-2.0
package drydock.messages;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The texts of the app. Keys are `feature.view.element`; arguments and plurals are [MessageFormat]'s
/// (`{0,choice,1#one file|1<{0} files}`).
public final class Messages {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("drydock.messages", Locale.getDefault());

  private Messages() {}

  /// The text of `key` with its arguments filled in.
  ///
  /// @throws MissingResourceException for an unknown key: a mistake of ours, found by a test
  public static String get(String key, Object... arguments) {
    String pattern = BUNDLE.getString(key);
    return new MessageFormat(pattern, Locale.getDefault()).format(arguments);
  }
}
