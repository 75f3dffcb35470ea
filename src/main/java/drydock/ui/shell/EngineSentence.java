// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.EngineInfo;
import drydock.messages.Messages;

/// The engine that answers, in a sentence or two.
final class EngineSentence {
  private EngineSentence() {}

  static String of(EngineInfo info) {
    return Messages.get(
        "shell.engine.sentence",
        info.version(),
        info.endpoint().uri(),
        info.machine().operatingSystem(),
        info.machine().kernelVersion(),
        info.machine().cpus(),
        (double) info.machine().memoryBytes() / (1 << 30),
        info.api().negotiated(),
        info.storage().driver(),
        info.cgroups().version());
  }
}
