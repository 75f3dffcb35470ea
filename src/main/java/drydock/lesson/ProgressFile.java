// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import drydock.files.AtomicFile;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The file that keeps the learner's [Progress]. Written to a neighbour first and moved over, so that it is never half
/// there; one that cannot be read is set aside, never overwritten.
public final class ProgressFile {
  private static final int MAX = 4 * 1024 * 1024;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(
              SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path file;
  private Progress latest = Progress.NONE;
  private @Nullable String notice;

  /// Reads the file, if there is one.
  ///
  /// @throws IOException when there is one that can be neither read nor set aside
  public ProgressFile(Path file, Clock clock) throws IOException {
    this.file = file;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX + 1);
      Progress read = bytes.length > MAX ? null : JSON.readValue(bytes, Progress.class);
      if (read != null && read.schema() == Progress.SCHEMA) {
        latest = read;
        return;
      }
    } catch (NoSuchFileException e) {
      return;
    } catch (JsonProcessingException e) {
      // set aside below
    }
    Path aside =
        file.resolveSibling(
            file.getFileName()
                + ".broken-"
                + STAMP.format(clock.instant().atZone(ZoneId.systemDefault())));
    Files.move(file, aside);
    notice = Messages.get("lesson.progress.broken", aside.toString());
  }

  /// A sentence for the learner when the file could not be understood; null when all is well.
  public @Nullable String notice() {
    return notice;
  }

  public synchronized Progress latest() {
    return latest;
  }

  /// Remembers, without writing yet.
  public synchronized void set(Progress progress) {
    latest = progress;
  }

  /// Writes what was remembered last. May be called from any thread, in any order.
  public synchronized void save() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    AtomicFile.write(file, JSON.writeValueAsBytes(latest));
  }
}
