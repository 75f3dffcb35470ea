// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.messages.Messages;
import drydock.observe.Ground;

/// What is said of the ground that an engine stands on.
final class GroundWords {
  private GroundWords() {}

  /// Why it cannot be told.
  static String why(Ground.Reason reason) {
    return switch (reason) {
      case RECORDED -> Messages.get("picture.ground.recorded");
      case LOCAL_PORT -> Messages.get("picture.ground.port");
      case OTHER_KERNEL -> Messages.get("picture.ground.kernel");
      case WINDOWS -> Messages.get("picture.ground.windows");
    };
  }
}
