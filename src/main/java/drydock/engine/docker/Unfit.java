// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.messages.Messages;
import java.io.IOException;

/// An archive that no engine gets.
final class Unfit extends IOException {
  private static final long serialVersionUID = 1L;

  enum Reason {
    NO_FILE,
    NO_TAR,
    ENDS_EARLY,
    ODD_ENTRY,
    LEADS_OUT,
    TWICE,
    TOO_LARGE,
    BROKEN_LIST,
    NO_IMAGE
  }

  Unfit(Reason reason) {
    super(words(reason));
  }

  private static String words(Reason reason) {
    return switch (reason) {
      case NO_FILE -> Messages.get("engine.archive.noFile");
      case NO_TAR -> Messages.get("engine.archive.noTar");
      case ENDS_EARLY -> Messages.get("engine.archive.endsEarly");
      case ODD_ENTRY -> Messages.get("engine.archive.oddEntry");
      case LEADS_OUT -> Messages.get("engine.archive.leadsOut");
      case TWICE -> Messages.get("engine.archive.twice");
      case TOO_LARGE -> Messages.get("engine.archive.tooLarge");
      case BROKEN_LIST -> Messages.get("engine.archive.brokenList");
      case NO_IMAGE -> Messages.get("engine.archive.noImage");
    };
  }
}
