// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.ImagePath;
import java.util.ArrayDeque;
import java.util.Deque;

/// Paths inside an image, with `/` whatever system this runs on.
final class Paths {
  private Paths() {}

  /// A path seen from a folder, without `.`, `..` and a slash at its end. From one that is not known,
  /// a `..` that leads out of it stays.
  static String resolve(String folder, String path) {
    String whole = path.startsWith("/") ? path : folder + "/" + path;
    if (whole.startsWith("/")) {
      return ImagePath.resolve("/", whole);
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : whole.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Setting.UNKNOWN_FOLDER + (parts.isEmpty() ? "" : "/") + String.join("/", parts);
  }

  static String name(String path) {
    String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  /// Whether a path lies in a folder, at any depth.
  static boolean isBelow(String path, String folder) {
    String prefix = folder.endsWith("/") ? folder : folder + "/";
    return path.length() > prefix.length() && path.startsWith(prefix);
  }
}
