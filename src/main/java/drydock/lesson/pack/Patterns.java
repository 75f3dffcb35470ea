// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import java.util.regex.Pattern;

/// How names of Docker's objects may be written.
final class Patterns {
  /// Of containers, networks and volumes, as Docker allows them.
  static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,62}");

  /// With a tag.
  static final Pattern IMAGE =
      Pattern.compile(
          "[a-z0-9][a-z0-9._/:-]{0,150}(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,60}|@sha256:[0-9a-f]{64})");

  static final Pattern PINNED =
      Pattern.compile(
          "[a-z0-9][a-z0-9._/:-]*(@sha256:[0-9a-f]{64}|:(?!latest$)[A-Za-z0-9_][A-Za-z0-9._-]*)");

  /// Absolute, inside a container.
  static final Pattern TARGET = Pattern.compile("/(?!.*(^|/)\\.\\.(/|$))[^\\x00-\\x1f:]{0,200}");

  static final Pattern ENV_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
  static final Pattern PORT =
      Pattern.compile(
          "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])(/(tcp|udp))?");
  static final Pattern SIGNAL = Pattern.compile("[A-Z][A-Z0-9+-]{1,10}");
  static final Pattern URL_PATH = Pattern.compile("/[!-~]{0,300}");
  static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,200}[A-Za-z0-9])?");
  static final Pattern USER =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,40}(:[A-Za-z0-9_.-]{1,40})?");
  static final Pattern LOCALE =
      Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");

  private Patterns() {}

  /// "80" -> "80/tcp"
  static String port(String port) {
    return port.isEmpty() || port.contains("/") ? port : port + "/tcp";
  }
}
