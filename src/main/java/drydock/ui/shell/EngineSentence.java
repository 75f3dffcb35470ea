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
        info.operatingSystem(),
        info.kernelVersion(),
        info.cpus(),
        (double) info.memoryBytes() / (1 << 30),
        info.apiVersion(),
        info.storageDriver(),
        info.cgroupVersion());
  }
}
