// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.BuildEvent;
import drydock.engine.BuildRequest;
import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.Containers;
import drydock.engine.DiskUsage;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Images;
import drydock.engine.Output;
import drydock.engine.Ownership;
import drydock.engine.PathChange;
import drydock.engine.Samples;
import drydock.engine.StandIn;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// An engine in memory: images that were put there, and builds that go as a test scripted them.
final class FakeDocker extends StandIn.Engine {
  static final EngineInfo INFO = Samples.INFO;

  final List<String> asked = new CopyOnWriteArrayList<>();
  final Map<String, Container> containers = new LinkedHashMap<>();
  private final Map<String, Image> images = new LinkedHashMap<>();
  private final Map<String, List<HistoryEntry>> histories = new LinkedHashMap<>();
  List<BuildEvent> script = List.of();

  FakeDocker() {
    put("sha256:base", "busybox:1.37", List.of("sha256:l1"), row("BusyBox 1.37", 4_200_000));
  }

  void put(String id, String tag, List<String> layers, HistoryEntry... history) {
    images.values().removeIf(i -> i.summary().tags().contains(tag));
    long size = List.of(history).stream().mapToLong(HistoryEntry::sizeBytes).sum();
    images.put(
        id,
        new Image(
            new ImageSummary(
                id,
                List.of(tag),
                List.of(),
                Instant.EPOCH,
                size,
                Ownership.PLAIN.labels(Ownership.Kind.IMAGE),
                layers),
            "linux",
            "amd64",
            new Image.Config(
                List.of(), List.of(), List.of("cat", "/goods.txt"), "", "", List.of(), Map.of())));
    histories.put(id, List.of(history));
  }

  static HistoryEntry row(String createdBy, long size) {
    return new HistoryEntry("", Instant.EPOCH, createdBy, size, "", List.of());
  }

  void removeAllBut(String tag) {
    images.values().removeIf(i -> !i.summary().tags().contains(tag));
  }

  EngineState state() {
    Map<String, ImageSummary> summaries = new LinkedHashMap<>();
    images.forEach((id, image) -> summaries.put(id, image.summary()));
    return Samples.state(summaries, containers);
  }

  @Override
  public EngineInfo info() {
    return INFO;
  }

  @Override
  public DiskUsage diskUsage() {
    asked.add("disk usage");
    return new DiskUsage(1_234_000_000L, 5_600_000L, 0, 789_000_000L);
  }

  @Override
  public Subscription build(BuildRequest request, StreamListener<BuildEvent> listener) {
    asked.add("build " + request.tags());
    List<BuildEvent> events = new ArrayList<>(script);
    events.forEach(listener::onNext);
    listener.onEnd(null);
    return () -> {};
  }

  @Override
  public Images images() {
    return new StandIn.OfImages() {
      @Override
      public List<ImageSummary> list() {
        return images.values().stream().map(Image::summary).toList();
      }

      @Override
      public Image inspect(String reference) {
        asked.add("image " + reference);
        return images.values().stream()
            .filter(
                i -> i.summary().id().equals(reference) || i.summary().tags().contains(reference))
            .findFirst()
            .orElseThrow(() -> new EngineException(new EngineProblem.NotFound("image", reference)));
      }

      @Override
      public List<HistoryEntry> history(String reference) {
        asked.add("history " + reference);
        return histories.getOrDefault(inspect(reference).summary().id(), List.of());
      }
    };
  }

  @Override
  public Containers containers() {
    return new StandIn.OfContainers() {
      @Override
      public List<Container> list() {
        return List.copyOf(containers.values());
      }

      @Override
      public List<PathChange> changes(String id) {
        return List.of();
      }

      @Override
      public Container inspect(String id) {
        Container container = containers.get(id);
        if (container == null) {
          throw new EngineException(new EngineProblem.NotFound("container", id));
        }
        return container;
      }

      @Override
      public String run(ContainerSpec spec) {
        asked.add("run " + spec.image());
        throw new EngineException(new EngineProblem.NotFound("image", spec.image()));
      }

      @Override
      public void stop(String id, Duration grace) {
        asked.add("stop " + id);
      }

      @Override
      public void remove(String id) {
        asked.add("remove " + id);
      }

      @Override
      public Subscription logs(String id, boolean follow, StreamListener<Output> listener) {
        listener.onNext(new Output(Output.Channel.STDOUT, "3\n"));
        listener.onEnd(null);
        return () -> {};
      }
    };
  }
}
