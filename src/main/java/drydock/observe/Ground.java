// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.EngineInfo;
import drydock.engine.HostSystem;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// What an engine stands on, seen from this computer. Told from what the engine says of itself and
/// what this computer is; where the two leave more than one answer, it is [Untold].
public sealed interface Ground {
  /// Right on this computer's kernel: both name the same release.
  record Direct() implements Ground {}

  /// In a virtual machine that a product keeps on this computer.
  ///
  /// @param product "Docker Desktop", "Colima", …
  /// @param field of the engine's answers that tells it, with its value
  record Hidden(String product, String field) implements Ground {}

  /// On another machine.
  ///
  /// @param address as it is reached: "ssh://dock"
  record Elsewhere(String address) implements Ground {}

  record Untold(Reason reason) implements Ground {}

  /// Why it cannot be told.
  enum Reason {
    /// The engine is a file.
    RECORDED,
    /// A port of this computer: what listens there may pass everything on.
    LOCAL_PORT,
    /// Its kernel is not this computer's, and it names no product: a virtual machine, or the far end
    /// of a forwarded socket.
    OTHER_KERNEL,
    /// Containers of Windows run with or without a virtual machine each.
    WINDOWS
  }

  static Ground of(EngineInfo engine, ThisComputer computer) {
    if (engine.endpoint().recorded().isPresent()) {
      return new Untold(Reason.RECORDED);
    }
    String uri = engine.endpoint().uri();
    if (!uri.startsWith("unix:") && !uri.startsWith("npipe:")) {
      return loops(uri) ? new Untold(Reason.LOCAL_PORT) : new Elsewhere(uri);
    }
    if (engine.machine().osType().equals("windows")) {
      return new Untold(Reason.WINDOWS);
    }
    String kernel = computer.linuxKernel();
    if (!kernel.isEmpty() && kernel.equals(engine.machine().kernelVersion())) {
      return new Direct();
    }
    return hidden(engine, computer.system())
        .<Ground>map(found -> found)
        .orElse(new Untold(Reason.OTHER_KERNEL));
  }

  /// The products that keep a machine of their own, by what their engines say of themselves.
  private static Optional<Hidden> hidden(EngineInfo engine, HostSystem system) {
    String os = engine.machine().operatingSystem();
    String name = engine.name();
    String byOs = "OperatingSystem = " + os;
    String byName = "Name = " + name;
    if (os.equals("Docker Desktop")) {
      return Optional.of(new Hidden("Docker Desktop", byOs));
    }
    if (os.equals("OrbStack") || name.equals("orbstack")) {
      return Optional.of(new Hidden("OrbStack", os.equals("OrbStack") ? byOs : byName));
    }
    if (os.startsWith("Rancher Desktop")) {
      return Optional.of(new Hidden("Rancher Desktop", byOs));
    }
    if (name.equals("lima-rancher-desktop")) {
      return Optional.of(new Hidden("Rancher Desktop", byName));
    }
    if (name.equals("colima") || name.startsWith("colima-")) {
      return Optional.of(new Hidden("Colima", byName));
    }
    if (name.startsWith("lima-")) {
      return Optional.of(new Hidden("Lima", byName));
    }
    String uri = engine.endpoint().uri();
    if (engine.podman() && (uri.contains("podman-machine") || uri.contains("/podman/machine/"))) {
      return Optional.of(new Hidden("Podman", uri));
    }
    String kernel = engine.machine().kernelVersion();
    if (system == HostSystem.WINDOWS && kernel.toUpperCase(Locale.ROOT).endsWith("WSL2")) {
      return Optional.of(new Hidden("WSL 2", "KernelVersion = " + kernel));
    }
    return Optional.empty();
  }

  private static boolean loops(String uri) {
    try {
      String host = URI.create(uri).getHost();
      return host != null
          && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"));
    } catch (IllegalArgumentException e) {
      return false; // no address of this computer's
    }
  }
}
