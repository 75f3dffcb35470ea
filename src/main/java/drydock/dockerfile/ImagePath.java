// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// Paths in the file system of an image: `/` stands between their parts, whatever system this runs
/// on.
public final class ImagePath {
  private ImagePath() {}

  /// An absolute path without `.`, `..` and a slash at its end. Above `/` there is `/` again.
  ///
  /// @param directory where a relative path starts; absolute
  /// @param path as it was written; empty for the directory itself
  public static String resolve(String directory, String path) {
    List<String> parts = new ArrayList<>();
    for (String part : (path.startsWith("/") ? path : directory + "/" + path).split("/", -1)) {
      if (part.equals("..")) {
        if (!parts.isEmpty()) {
          parts.removeLast();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return "/" + String.join("/", parts);
  }
}
