// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.ArchiveWriter;
import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.Containers;
import drydock.engine.ExecResult;
import drydock.engine.ExecSpec;
import drydock.engine.HealthResult;
import drydock.engine.Limits;
import drydock.engine.Output;
import drydock.engine.PathChange;
import drydock.engine.ProcessTable;
import drydock.engine.Session;
import drydock.engine.Stats;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/// Containers of which processes, changes, measurements and what commands printed are recorded. How
/// they are otherwise is in the state.
final class RecordingContainers implements Containers {
  private final Containers live;
  private final Recorder recorder;

  RecordingContainers(Containers live, Recorder recorder) {
    this.live = live;
    this.recorder = recorder;
  }

  @Override
  public ProcessTable top(String id, String psArguments) {
    return RecordingEngine.ask(
        recorder,
        new Question.OfProcesses(recorder.container(id), psArguments),
        () -> live.top(id, psArguments),
        Answer.Processes::new);
  }

  /// Not recorded: the changes of health are, as events.
  @Override
  public List<HealthResult> healthResults(String id) {
    return live.healthResults(id);
  }

  @Override
  public List<PathChange> changes(String id) {
    return RecordingEngine.ask(
        recorder,
        new Question.OfChanges(recorder.container(id)),
        () -> live.changes(id),
        Answer.Changes::new);
  }

  /// Not recorded: the changes say what was written.
  @Override
  public OptionalLong ownBytes(String id) {
    return live.ownBytes(id);
  }

  @Override
  public Subscription stats(String id, StreamListener<Stats> listener) {
    Question question = new Question.OfStats(recorder.container(id));
    return live.stats(
        id,
        RecordingEngine.heard(
            listener,
            stats ->
                recorder.tell(at -> new Entry.Answered(at, question, new Answer.Measured(stats)))));
  }

  @Override
  public ExecResult execute(String id, List<String> command, Duration most) {
    return RecordingEngine.ask(
        recorder,
        new Question.OfCommand(recorder.container(id), command),
        () -> live.execute(id, command, most),
        Answer.Ran::new);
  }

  @Override
  public List<Container> list() {
    return live.list();
  }

  @Override
  public Container inspect(String id) {
    return live.inspect(id);
  }

  @Override
  public String create(ContainerSpec spec) {
    return live.create(spec);
  }

  @Override
  public void start(String id) {
    live.start(id);
  }

  @Override
  public String run(ContainerSpec spec) {
    return live.run(spec);
  }

  @Override
  public void stop(String id, Duration grace) {
    live.stop(id, grace);
  }

  @Override
  public void kill(String id, String signal) {
    live.kill(id, signal);
  }

  @Override
  public void pause(String id) {
    live.pause(id);
  }

  @Override
  public void unpause(String id) {
    live.unpause(id);
  }

  @Override
  public void restart(String id, Duration grace) {
    live.restart(id, grace);
  }

  @Override
  public void update(String id, Limits limits) {
    live.update(id, limits);
  }

  @Override
  public void remove(String id) {
    live.remove(id);
  }

  @Override
  public int waitFor(String id, Duration most) {
    return live.waitFor(id, most);
  }

  @Override
  public Subscription logs(String id, boolean follow, StreamListener<Output> listener) {
    return live.logs(id, follow, listener);
  }

  @Override
  public Session exec(String id, ExecSpec spec, StreamListener<Output> listener) {
    return live.exec(id, spec, listener);
  }

  @Override
  public Session attach(String id, StreamListener<Output> listener) {
    return live.attach(id, listener);
  }

  @Override
  public void getArchive(String id, String path, OutputStream out) {
    live.getArchive(id, path, out);
  }

  @Override
  public void putArchive(String id, String folder, ArchiveWriter archive) {
    live.putArchive(id, folder, archive);
  }
}
