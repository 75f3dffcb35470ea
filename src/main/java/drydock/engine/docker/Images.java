// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.messages.Messages;
import java.util.List;

/// Images: list, look at, remove.
final class Images {
  private final DockerHttp http;
  private final Guard guard;
  private final boolean manifests;

  Images(DockerHttp http, EngineInfo info) {
    this.http = http;
    guard = new Guard(http);
    manifests =
        info.imageStore() == EngineInfo.ImageStore.CONTAINERD
            && ApiVersion.of(info.apiVersion()).atLeast(1, 48);
  }

  /// The list alone tells no layers, so that each image is looked at.
  List<ImageSummary> list() {
    JsonNode rows = http.json(Call.get(Messages.get("engine.doing.listImages"), "/images/json"));
    return Each.present(rows, this::summary);
  }

  private ImageSummary summary(JsonNode row) {
    String id = Json.text(row, "Id");
    try {
      return image(id).summary();
    } catch (EngineException e) {
      if (e.problem() instanceof EngineProblem.Failed) {
        return ImageJson.row(row); // one damaged image must not hide all the others
      }
      throw e;
    }
  }

  Image image(String reference) {
    Call call =
        Call.get(
                Messages.get("engine.doing.inspectImage", reference),
                "/images/" + Names.image(reference) + "/json")
            .about("image", reference);
    return ImageJson.read(http.json(manifests ? call.query("manifests", "1") : call));
  }

  List<HistoryEntry> history(String reference) {
    return ImageJson.history(
        http.json(
            Call.get(
                    Messages.get("engine.doing.history", reference),
                    "/images/" + Names.image(reference) + "/history")
                .about("image", reference)));
  }

  /// An image with one name goes by the id that the guard saw; of several names only the one asked for goes. Parents
  /// without a name stay: they may be somebody else's.
  void remove(String reference) {
    JsonNode ours = guard.image(reference);
    List<String> tags = Json.strings(ours, "RepoTags");
    boolean oneOfMany = tags.size() > 1 && tags.contains(Names.tagged(reference));
    String target = oneOfMany ? Names.tagged(reference) : Json.text(ours, "Id");
    http.send(
        Call.delete(
                Messages.get("engine.doing.removeImage", reference),
                "/images/" + Names.image(target))
            .query("noprune", "1")
            .about("image", reference));
  }
}
