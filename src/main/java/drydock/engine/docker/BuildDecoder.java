// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Understands the answer to a build request, line by line.
interface BuildDecoder {
  /// What a line of the answer says. Never throws: a line that makes no sense becomes a [BuildEvent.Notice].
  List<BuildEvent> decode(String line);

  /// How the build ended as far as the lines told; null when they did not.
  @Nullable BuildOutcome outcome();
}
