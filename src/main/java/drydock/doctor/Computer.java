// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.engine.EngineInfo;
import drydock.engine.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The computer that Drydock runs on.
///
/// @param kernel release of its kernel
/// @param name its name in the network; empty when it tells none
record Computer(HostSystem system, String kernel, String name) {
  static Computer current() {
    return new Computer(HostSystem.current(), System.getProperty("os.version", ""), hostname());
  }

  /// The disk of this person's own files.
  @Nullable Disk disk() {
    return Disk.of(Path.of(System.getProperty("user.home")));
  }

  /// The disk that an engine keeps its objects on, when the engine runs on this very computer: a virtual machine's
  /// socket lies here too, and its folder may bear the name of one of ours.
  @Nullable Disk diskOf(EngineInfo engine) {
    boolean here =
        system == HostSystem.LINUX
            && engine.endpoint().uri().startsWith("unix://")
            && engine.machine().kernelVersion().equals(kernel)
            && engine.name().equals(name)
            && !engine.storage().rootDir().isEmpty();
    try {
      return here ? Disk.of(Path.of(engine.storage().rootDir())) : null;
    } catch (InvalidPathException e) {
      return null; // no folder of this computer's
    }
  }

  private static String hostname() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return ""; // no Linux
    }
  }
}
