// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.messages.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Understands the answer to a build request, line by line. How a build ended, all builders tell alike.
abstract class BuildDecoder {
  private static final int MOST_NOTICES = 20;

  private int notices;
  private String imageId = "";
  private String error = "";

  /// What a line of the answer says. Never throws: a line that makes no sense becomes a [BuildEvent.Notice].
  final List<BuildEvent> decode(String line) {
    List<BuildEvent> out = new ArrayList<>();
    try {
      JsonNode json = Json.parse(line);
      if (!json.isObject()) {
        throw new IOException("no JSON object");
      }
      String built = Json.text(json, "aux", "ID");
      if (!built.isEmpty()) {
        imageId = built;
        succeeded(out);
      } else if (json.has("error") || json.has("errorDetail")) {
        String detail = Json.text(json, "errorDetail", "message");
        error = detail.isEmpty() ? Json.text(json, "error") : detail;
        failed(error, out);
      } else {
        progress(json, out);
      }
    } catch (IOException | RuntimeException e) {
      if (notices++ < MOST_NOTICES) {
        out.add(new BuildEvent.Notice(Messages.get("build.notice.unreadable", Errors.words(e))));
      }
    }
    return out;
  }

  /// What a line says that does not end the build.
  abstract void progress(JsonNode json, List<BuildEvent> out) throws IOException;

  /// The image is there.
  void succeeded(List<BuildEvent> out) {}

  void failed(String why, List<BuildEvent> out) {}

  /// How the build ended as far as the lines told; null when they did not.
  final @Nullable BuildOutcome outcome() {
    if (!error.isEmpty()) {
      return failure(error);
    }
    return imageId.isEmpty() ? null : new BuildOutcome.Success(imageId);
  }

  abstract BuildOutcome failure(String why);
}
