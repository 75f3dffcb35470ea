// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The learner's folders, one a lesson, below a common root. What a learner wrote is never overwritten and never
/// deleted.
public final class LessonWorkspace {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

  private final Path root;
  private final Clock clock;

  public LessonWorkspace(Path root, Clock clock) {
    this.root = root;
    this.clock = clock;
  }

  /// Where the lesson's folder is, whether it exists or not.
  public Path folder(Lesson lesson) {
    return root.resolve(lesson.pack()).resolve(lesson.id());
  }

  /// Makes the folder with the lesson's files; those that are there stay as they are.
  public Path prepare(Lesson lesson) throws IOException {
    Path folder = folder(lesson);
    write(folder, lesson.files());
    return folder;
  }

  /// Makes the folder anew as `step` expects it. What was there is moved away.
  ///
  /// @return where it was moved to; null when nothing was there
  public @Nullable Path reset(Lesson lesson, Step step) throws IOException {
    Path folder = folder(lesson);
    Path backup = null;
    if (Files.exists(folder)) {
      Path backups = folder.resolveSibling(lesson.id() + ".backups");
      Files.createDirectories(backups);
      backup = free(backups, STAMP.format(clock.instant().atZone(ZoneId.systemDefault())));
      Files.move(folder, backup);
    }
    write(folder, lesson.filesAt(step));
    return backup;
  }

  private static Path free(Path folder, String name) {
    Path path = folder.resolve(name);
    for (int i = 2; Files.exists(path); i++) {
      path = folder.resolve(name + "-" + i);
    }
    return path;
  }

  private static void write(Path folder, Map<String, PackFile> files) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, PackFile> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey()).normalize();
      if (!path.startsWith(folder)) {
        throw new IOException("leaves the folder: " + file.getKey());
      }
      Path parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      try {
        Files.write(path, file.getValue().bytes(), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException e) {
        // the learner's own
      }
    }
  }
}
