// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.EngineInfo;
import drydock.engine.HostSystem;
import java.util.Locale;

/// Where an engine's machine is, told from where it listens, from what it says of its system and
/// from the system that is looked from.
enum EnginePlace {
  /// It is this computer.
  HERE,
  /// It is a virtual machine on this computer.
  VIRTUAL_MACHINE,
  /// It is another one, or there is no telling.
  ELSEWHERE;

  private static final String DESKTOP = "docker desktop";

  static EnginePlace of(EngineInfo engine, HostSystem here) {
    String uri = engine.endpoint().uri();
    if (!uri.startsWith("unix:") && !uri.startsWith("npipe:")
        || engine.endpoint().recorded().isPresent()) {
      return ELSEWHERE;
    }
    boolean desktop =
        engine.machine().operatingSystem().toLowerCase(Locale.ROOT).startsWith(DESKTOP);
    boolean strange = engine.machine().osType().equals("linux") && here != HostSystem.LINUX;
    return desktop || strange ? VIRTUAL_MACHINE : HERE;
  }
}
