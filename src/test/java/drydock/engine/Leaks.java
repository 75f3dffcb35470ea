// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds what a test leaves behind in this process since it began: threads that serve engines,
/// virtual ones too, and sockets.
public final class Leaks {
  private static final Pattern THREAD =
      Pattern.compile("^#(\\d+ \"(?:engine|build context|cancel)[^\"]*\")", Pattern.MULTILINE);
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  static {
    try {
      SocketChannel.open().close(); // the JDK keeps one socket of its own from the first on
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final Collection<String> threadsBefore = threads();
  private final Collection<String> socketsBefore = sockets();

  /// Waits until nothing is left; a list that is not empty after `seconds` says what is.
  public List<String> left(int seconds) {
    return eventually(
        seconds,
        () -> {
          List<String> left = new ArrayList<>(threads());
          left.removeAll(threadsBefore);
          Collection<String> sockets = sockets();
          sockets.removeAll(socketsBefore);
          left.addAll(sockets);
          return left;
        });
  }

  private static List<String> eventually(int seconds, Supplier<List<String>> look) {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    List<String> left = look.get();
    while (!left.isEmpty() && System.nanoTime() < until) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      left = look.get();
    }
    return left;
  }

  /// Number and name of each; only a dump tells of virtual threads.
  public static Collection<String> threads() {
    try {
      Path folder = Files.createTempDirectory("threads");
      Path dump = folder.resolve("dump");
      try {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
        Collection<String> found = new TreeSet<>();
        Matcher thread = THREAD.matcher(Files.readString(dump));
        while (thread.find()) {
          found.add(thread.group(1));
        }
        return found;
      } finally {
        Files.deleteIfExists(dump);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The sockets of this process, where the system shows them (Linux).
  public static Collection<String> sockets() {
    Collection<String> found = new TreeSet<>();
    if (Files.isDirectory(DESCRIPTORS)) {
      try (Stream<Path> all = Files.list(DESCRIPTORS)) {
        for (Path descriptor : (Iterable<Path>) all::iterator) {
          try {
            String target = Files.readSymbolicLink(descriptor).toString();
            if (target.startsWith("socket:")) {
              found.add(target);
            }
          } catch (NoSuchFileException e) {
            // closed meanwhile
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }
}
