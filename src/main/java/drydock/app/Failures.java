// SPDX-License-Identifier: Apache-2.0
package drydock.app;

import drydock.files.Reasons;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.function.Consumer;

/// What is left of an exception that nobody expected: its trace in a file, a sentence for the person.
final class Failures implements Thread.UncaughtExceptionHandler {
  private static final long LARGEST = 1 << 20;

  private final Path file;
  private final Consumer<String> tell;

  Failures(Path folder, Consumer<String> tell) {
    this.file = folder.resolve("failures.log");
    this.tell = tell;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    tell.accept(Messages.get("app.failure", what(failure), write(thread, failure)));
  }

  private static String what(Throwable failure) {
    String message = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return message == null || message.isBlank() ? kind : kind + ", " + message;
  }

  /// The file, or why there is none.
  private synchronized String write(Thread thread, Throwable failure) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      if (Files.exists(file) && Files.size(file) > LARGEST) {
        Files.delete(file);
      }
      try (PrintWriter out =
          new PrintWriter(
              Files.newBufferedWriter(
                  file, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
        out.println(Instant.now() + " " + thread.getName());
        failure.printStackTrace(out);
      }
      return file.toString();
    } catch (IOException e) {
      return Reasons.of(e);
    }
  }
}
