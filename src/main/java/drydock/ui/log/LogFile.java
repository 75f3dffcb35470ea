// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Saves a log: a file is there whole, or as it was before.
final class LogFile {
  private LogFile() {}

  static Path write(Path file, List<Row> rows) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          for (Row row : rows) {
            out.write(row.text().getBytes(StandardCharsets.UTF_8));
            out.write('\n');
          }
        });
    return file.toAbsolutePath();
  }
}
