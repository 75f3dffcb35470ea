// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.io.IOException;
import java.io.OutputStream;

/// Writes one tar archive, when asked. Called once, on a thread of the engine's.
@FunctionalInterface
public interface ArchiveWriter {
  void writeTo(OutputStream out) throws IOException;
}
