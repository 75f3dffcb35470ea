// SPDX-License-Identifier: Apache-2.0
package drydock.truth;

import drydock.engine.RawDocker;
import drydock.observe.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the kernel says of a running container's first process: in the machine's own `/proc` and `/sys/fs/cgroup` where
/// that machine is this one and lets us look, else in the container's.
public final class Kernel {
  private static final Pattern LINK = Pattern.compile("\\w+:\\[(\\d+)]");

  private final String container;
  private final Path proc;

  private Kernel(String container, Path proc) {
    this.container = container;
    this.proc = proc;
  }

  public static Kernel of(String container) {
    String pid =
        RawDocker.get("/containers/" + container + "/json").json().at("/State/Pid").asText();
    return new Kernel(container, Path.of("/proc", pid));
  }

  /// Whether the engine's processes are this machine's.
  public boolean isHere() {
    try {
      return Files.readString(proc.resolve("cgroup")).contains(container)
          && Files.isReadable(proc.resolve("ns/net"));
    } catch (IOException e) {
      return false;
    }
  }

  /// The inode of a namespace of the first process.
  public long namespace(Namespace kind) {
    return inode(read("/proc/1/ns/" + kind.file(), proc.resolve("ns/" + kind.file())));
  }

  private String read(String inside, Path outside) {
    if (isHere()) {
      try {
        return Files.readSymbolicLink(outside).toString();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    return Inside.run(container, "readlink", inside).text();
  }

  static long inode(String link) {
    Matcher matcher = LINK.matcher(link.strip());
    if (!matcher.matches()) {
      throw new AssertionError(link);
    }
    return Long.parseLong(matcher.group(1));
  }

  /// A file of its cgroup.
  ///
  /// @param first controller and file of cgroup v1: "memory/memory.usage_in_bytes"
  /// @param second file of cgroup v2: "memory.current"
  public String cgroup(String first, String second) {
    String controller = Objects.requireNonNull(first.split("/", 2)[0]);
    String file = Objects.requireNonNull(first.split("/", 2)[1]);
    if (isHere()) {
      try {
        for (String line : Files.readAllLines(proc.resolve("cgroup"))) {
          String[] parts = line.split(":", 3);
          Path at = Path.of("/sys/fs/cgroup").resolve(controller).resolve("." + parts[2]);
          if (parts[1].equals(controller)) {
            return Files.readString(at.normalize().resolve(file)).strip();
          }
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    String both =
        "cat /sys/fs/cgroup/%s 2>/dev/null || cat /sys/fs/cgroup/%s".formatted(first, second);
    return Inside.run(container, "sh", "-c", both).text().strip();
  }
}
