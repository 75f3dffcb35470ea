// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Images;
import drydock.engine.PullProgress;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.messages.Messages;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// Images: list, look at, pull, tag, remove, save, load.
final class DockerImages implements Images {
  private final DockerHttp http;
  private final EngineInfo info;
  private final Guard guard;
  private final boolean manifests;

  DockerImages(DockerHttp http, EngineInfo info) {
    this.http = http;
    this.info = info;
    guard = new Guard(http);
    manifests =
        info.storage().store() == EngineInfo.ImageStore.CONTAINERD && info.api().atLeast(1, 48);
  }

  /// The list alone tells no layers, so that each image is looked at.
  @Override
  public List<ImageSummary> list() {
    JsonNode rows = http.json(Call.get(Messages.get("engine.doing.listImages"), "/images/json"));
    return Each.present(rows, this::summary);
  }

  private ImageSummary summary(JsonNode row) {
    String id = Json.text(row, "Id");
    try {
      return inspect(id).summary();
    } catch (EngineException e) {
      if (e.problem() instanceof EngineProblem.Failed) {
        return ImageJson.row(row); // one damaged image must not hide all the others
      }
      throw e;
    }
  }

  @Override
  public Image inspect(String reference) {
    Call call =
        Call.get(
                Messages.get("engine.doing.inspectImage", reference),
                "/images/" + Names.image(reference) + "/json")
            .about("image", reference);
    return ImageJson.read(http.json(manifests ? call.query("manifests", "1") : call));
  }

  @Override
  public List<HistoryEntry> history(String reference) {
    return ImageJson.history(
        http.json(
            Call.get(
                    Messages.get("engine.doing.history", reference),
                    "/images/" + Names.image(reference) + "/history")
                .about("image", reference)));
  }

  /// An image with one name goes by the id that the guard saw; of several names only the one asked for goes. Parents
  /// without a name stay: they may be somebody else's.
  @Override
  public void remove(String reference) {
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

  @Override
  public Subscription pull(String reference, StreamListener<PullProgress> listener) {
    return StreamRunner.start(
        Messages.get("engine.doing.pull", reference),
        stream -> new Pull(http).run(stream, reference, listener::onNext),
        listener::onEnd);
  }

  @Override
  public void tag(String reference, String name) {
    String id = Json.text(guard.image(reference), "Id");
    String tagged = Names.tagged(name);
    guard.free(tagged);
    int colon = tagged.lastIndexOf(':');
    boolean digest = tagged.indexOf('@') >= 0; // which the engine refuses in its own words
    http.send(
        Call.post(
                Messages.get("engine.doing.tag", reference, name),
                "/images/" + Names.image(id) + "/tag")
            .query("repo", digest ? tagged : tagged.substring(0, colon))
            .query("tag", digest ? "" : tagged.substring(colon + 1))
            .about("image", reference));
  }

  @Override
  public void save(List<String> references, OutputStream out) {
    new Save(http, references).run(out);
  }

  @Override
  public List<String> load(Path archive) {
    return new Load(http, info, archive).run();
  }
}
