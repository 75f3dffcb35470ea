// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.archive.ImageArchive;
import java.io.IOException;

/// Shows what an image holds.
interface ImageFilesPrinter {
  void layers(ImageArchive archive) throws IOException;

  /// @param layer counted from 0
  void layer(ImageArchive archive, int layer) throws IOException;

  void path(ImageArchive archive, String path) throws IOException;

  void waste(ImageArchive archive) throws IOException;
}
