// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The disk that a folder lies on, in bytes.
///
/// @param free what this person may still use of it
public record Disk(String folder, long free, long total) {
  /// Looks; null when the folder is not there or may not be asked about.
  static @Nullable Disk of(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      return new Disk(folder.toString(), store.getUsableSpace(), store.getTotalSpace());
    } catch (IOException | SecurityException e) {
      return null; // the report says that it is not known
    }
  }
}
