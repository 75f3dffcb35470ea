// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Images;
import drydock.engine.PullProgress;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// Images whose details and histories are recorded. Their contents are not: they would be too
/// large.
final class RecordingImages implements Images {
  private final Images live;
  private final Recorder recorder;

  RecordingImages(Images live, Recorder recorder) {
    this.live = live;
    this.recorder = recorder;
  }

  @Override
  public List<ImageSummary> list() {
    return live.list();
  }

  @Override
  public Image inspect(String reference) {
    return RecordingEngine.ask(
        recorder,
        new Question.OfImage(recorder.image(reference)),
        () -> live.inspect(reference),
        Answer.AnImage::new);
  }

  @Override
  public List<HistoryEntry> history(String reference) {
    return RecordingEngine.ask(
        recorder,
        new Question.OfHistory(recorder.image(reference)),
        () -> live.history(reference),
        Answer.AHistory::new);
  }

  @Override
  public Subscription pull(String reference, StreamListener<PullProgress> listener) {
    return live.pull(reference, listener);
  }

  @Override
  public void tag(String reference, String name) {
    live.tag(reference, name);
  }

  @Override
  public void remove(String reference) {
    live.remove(reference);
  }

  @Override
  public void save(List<String> references, OutputStream out) {
    live.save(references, out);
  }

  @Override
  public List<String> load(Path archive) {
    return live.load(archive);
  }
}
