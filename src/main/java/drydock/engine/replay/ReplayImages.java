// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
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

final class ReplayImages implements Images {
  private final Replay replay;

  ReplayImages(Replay replay) {
    this.replay = replay;
  }

  @Override
  public List<ImageSummary> list() {
    return List.copyOf(replay.state().images().values());
  }

  @Override
  public Image inspect(String reference) {
    return ReplayEngine.ask(
            replay,
            new Question.OfImage(id(reference)),
            Answer.AnImage.class,
            () -> Messages.get("engine.doing.inspectImage", reference))
        .image();
  }

  @Override
  public List<HistoryEntry> history(String reference) {
    return ReplayEngine.ask(
            replay,
            new Question.OfHistory(id(reference)),
            Answer.AHistory.class,
            () -> Messages.get("engine.doing.history", reference))
        .rows();
  }

  private String id(String reference) {
    EngineState state = replay.state();
    String id = Names.image(state, reference);
    if (!state.images().containsKey(id)) {
      throw new EngineException(new EngineProblem.NotFound("image", reference));
    }
    return id;
  }

  @Override
  public Subscription pull(String reference, StreamListener<PullProgress> listener) {
    return Streams.refused(listener, Replay.refusal(Messages.get("engine.doing.pull", reference)));
  }

  @Override
  public void tag(String reference, String name) {
    throw Replay.refusal(Messages.get("engine.doing.tag", reference, name));
  }

  @Override
  public void remove(String reference) {
    throw Replay.refusal(Messages.get("engine.doing.removeImage", reference));
  }

  @Override
  public void save(List<String> references, OutputStream out) {
    throw Replay.refusal(Messages.get("engine.doing.save", String.join(", ", references)));
  }

  @Override
  public List<String> load(Path archive) {
    throw Replay.refusal(Messages.get("engine.doing.load", archive.getFileName()));
  }
}
