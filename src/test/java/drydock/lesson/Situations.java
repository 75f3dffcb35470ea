// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Network;
import drydock.engine.Ownership;
import drydock.engine.Samples;
import drydock.engine.Volume;
import drydock.lesson.goal.Probe;
import drydock.lesson.goal.ProbeAnswer;
import drydock.lesson.goal.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds situations for tests, one fact a call.
public final class Situations {
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
  private static final Image.Config EMPTY =
      new Image.Config(List.of(), List.of(), List.of(), "", "", List.of(), Map.of());

  private final Map<String, ImageSummary> images = new LinkedHashMap<>();
  private final Map<String, Container> containers = new LinkedHashMap<>();
  private final Map<String, Network> networks = new LinkedHashMap<>();
  private final Map<String, Volume> volumes = new LinkedHashMap<>();
  private final Map<Probe, ProbeAnswer> answers = new LinkedHashMap<>();
  private final Map<String, Image> details = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private @Nullable BuildState build;

  public Situations image(String tag, String id, boolean ours, String... layers) {
    // a tag moves
    images.replaceAll(
        (_, i) ->
            i.tags().contains(tag)
                ? new ImageSummary(i.id(), List.of(), List.of(), T0, 1, i.labels(), i.layers())
                : i);
    images.put(
        id,
        new ImageSummary(
            id,
            List.of(tag),
            List.of(),
            T0,
            2_000_000,
            ours ? Ownership.PLAIN.labels(Ownership.Kind.IMAGE) : Map.of(),
            List.of(layers)));
    return this;
  }

  public Situations config(String id, Image.Config config) {
    details.put(
        id, new Image(java.util.Objects.requireNonNull(images.get(id)), "linux", "amd64", config));
    return this;
  }

  public Situations container(String image, String imageId, Container.Status status, int exitCode) {
    String id = "c" + containers.size();
    containers.put(
        id,
        Samples.container(
            id, id, image, imageId, status, exitCode, T0.plusSeconds(containers.size()), true));
    return this;
  }

  public Situations container(Box box) {
    Container container = box.make();
    containers.put(container.id(), container);
    return this;
  }

  public Situations network(String name, boolean ours) {
    networks.put(
        "n-" + name,
        new Network(
            "n-" + name,
            name,
            "bridge",
            "local",
            false,
            T0,
            List.of(),
            Map.of(),
            Map.of(),
            ours ? Ownership.PLAIN.labels(Ownership.Kind.NETWORK) : Map.of()));
    return this;
  }

  public Situations volume(String name, boolean ours) {
    volumes.put(
        name,
        new Volume(
            name,
            "local",
            "/v",
            "local",
            T0,
            ours ? Ownership.PLAIN.labels(Ownership.Kind.VOLUME) : Map.of()));
    return this;
  }

  public Situations answer(Probe probe, ProbeAnswer answer) {
    answers.put(probe, answer);
    return this;
  }

  public Situations file(String path, String text) {
    files.put(path, text);
    return this;
  }

  public Situations build(@Nullable BuildOutcome outcome, BuildState.Step... steps) {
    Map<String, BuildState.Step> all = new LinkedHashMap<>();
    for (BuildState.Step step : steps) {
      all.put(step.step().key(), step);
    }
    build = new BuildState("kiosk:dev", T0, all, List.of(), outcome);
    return this;
  }

  public static BuildState.Step step(int position, String name, BuildState.Status status) {
    BuildStep step =
        new BuildStep(
            "stage-0/" + position,
            position == 1 ? BuildStep.Kind.FROM : BuildStep.Kind.INSTRUCTION,
            name,
            "stage-0",
            position,
            3,
            List.of(),
            null);
    return new BuildState.Step(step, status, T0, Duration.ofSeconds(1), null);
  }

  public static BuildOutcome.Failed failed(@Nullable Integer exitCode, String message) {
    return new BuildOutcome.Failed(
        null, null, new BuildStep.Lines(3, 3), exitCode, message, List.of());
  }

  public static Image.Config cmd(String... words) {
    return new Image.Config(List.of(), List.of(words), List.of(), "", "", List.of(), Map.of());
  }

  public static Image.Config entrypoint(String... words) {
    return new Image.Config(List.of(), List.of(), List.of(words), "", "", List.of(), Map.of());
  }

  public static Image.Config empty() {
    return EMPTY;
  }

  public Situation now() {
    EngineState plain = Samples.state(images, containers);
    return new Situation(
        new EngineState(plain.info(), images, containers, networks, volumes, plain.at()),
        build,
        files,
        details,
        answers);
  }

  public Situation withoutEngine() {
    return new Situation(null, build, files, Map.of());
  }

  public static List<String> sentences(List<GoalStatus> statuses) {
    return new ArrayList<>(statuses.stream().map(s -> s.state() + " " + s.sentence()).toList());
  }
}
