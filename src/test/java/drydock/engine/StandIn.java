// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Engines for tests that need a part of one: each test says what its part does, and the rest refuses.
public final class StandIn {
  private StandIn() {}

  /// Refuses everything.
  public abstract static class Engine implements ContainerEngine {
    @Override
    public EngineInfo info() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Images images() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Containers containers() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Networks networks() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Volumes volumes() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Subscription build(BuildRequest request, StreamListener<BuildEvent> listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Subscription events(@Nullable Instant since, StreamListener<EngineEvent> listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public DiskUsage diskUsage() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  /// Refuses everything.
  public abstract static class OfImages implements Images {
    @Override
    public List<ImageSummary> list() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Image inspect(String reference) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<HistoryEntry> history(String reference) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Subscription pull(String reference, StreamListener<PullProgress> listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void tag(String reference, String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String reference) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void save(List<String> references, OutputStream out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> load(Path archive) {
      throw new UnsupportedOperationException();
    }
  }

  /// Refuses everything.
  public abstract static class OfContainers implements Containers {
    @Override
    public List<Container> list() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Container inspect(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String create(ContainerSpec spec) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void start(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String run(ContainerSpec spec) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void stop(String id, Duration grace) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void kill(String id, String signal) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void pause(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void unpause(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void restart(String id, Duration grace) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void update(String id, Limits limits) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int waitFor(String id, Duration most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Subscription logs(String id, boolean follow, StreamListener<Output> listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Session exec(String id, ExecSpec spec, StreamListener<Output> listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ExecResult execute(String id, List<String> command, Duration most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Session attach(String id, StreamListener<Output> listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public ProcessTable top(String id, String psArguments) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<PathChange> changes(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Subscription stats(String id, StreamListener<Stats> listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void getArchive(String id, String path, OutputStream out) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void putArchive(String id, String folder, ArchiveWriter archive) {
      throw new UnsupportedOperationException();
    }
  }
}
