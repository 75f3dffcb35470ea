// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Where a pack's files lie. Paths are divided by `/` and made of names that were checked.
interface PackTree {
  enum Kind {
    NONE,
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  /// Not following links.
  Kind kind(String path);

  /// The names in a folder, in no order; `most` of them at most.
  List<String> names(String folder, int most) throws IOException;

  InputStream open(String path) throws IOException;
}
