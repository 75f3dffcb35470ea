// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Saves a log: a file is there whole, or as it was before.
final class LogFile {
  private LogFile() {}

  /// A group of rows, with what of it is in memory.
  record Part(String key, Row.@Nullable Header header, List<Row> body) {}

  /// All of a log but the note that lines were dropped: in the file, they are not.
  static List<Part> parts(List<Group> groups) {
    List<Part> parts = new ArrayList<>();
    for (Group group : groups) {
      if (!group.key.equals(Transcript.DROPPED)) {
        parts.add(new Part(group.key, group.header, List.copyOf(group.body)));
      }
    }
    return parts;
  }

  /// @param spill has what went from memory, the oldest lines of each part
  static Path write(Path file, List<Part> parts, Spill spill) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          for (Part part : parts) {
            if (part.header() != null) {
              Spill.line(part.header().text(), out);
            }
            spill.copy(part.key(), out);
            for (Row row : part.body()) {
              Spill.line(row.text(), out);
            }
          }
        });
    return file.toAbsolutePath();
  }
}
