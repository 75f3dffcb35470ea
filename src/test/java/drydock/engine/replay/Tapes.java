// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildStep;
import drydock.engine.Container;
import drydock.engine.DiskUsage;
import drydock.engine.EngineEvent;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.ExecResult;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.Network;
import drydock.engine.Output;
import drydock.engine.PathChange;
import drydock.engine.ProcessTable;
import drydock.engine.PullProgress;
import drydock.engine.Samples;
import drydock.engine.Stats;
import drydock.engine.Volume;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A recording with something of every kind in it.
public final class Tapes {
  public static final Instant START = Instant.parse("2026-11-20T14:00:00Z");
  public static final String APP_ID = "sha256:" + "a".repeat(64);

  private Tapes() {}

  public static Instant second(int n) {
    return START.plusSeconds(n);
  }

  /// Nothing in it is secret.
  public static final Output LOG = new Output(Output.Channel.STDERR, "listening on 8080\n");

  public static Container web(Container.Status status, int exitCode) {
    return Samples.container("c1", "web", "app:1", APP_ID, status, exitCode, START, true);
  }

  public static ImageSummary app(String... tags) {
    return new ImageSummary(
        APP_ID, List.of(tags), List.of(), START, 1_000, Map.of("team", "x"), List.of("sha256:l1"));
  }

  public static EngineState state(int second, List<ImageSummary> images, List<Container> all) {
    Map<String, Container> containers = new java.util.HashMap<>();
    all.forEach(c -> containers.put(c.id(), c));
    Map<String, ImageSummary> byId = new java.util.HashMap<>();
    images.forEach(i -> byId.put(i.id(), i));
    return new EngineState(
        Samples.INFO,
        byId,
        containers,
        Map.of(
            "n1",
            new Network(
                "n1",
                "shop",
                "bridge",
                "local",
                false,
                null,
                List.of(new Network.Subnet("10.0.0.0/8", "")),
                Map.of("c1", new Network.Endpoint("web", "", "10.0.0.2/8", "")),
                Map.of(),
                Map.of())),
        Map.of("v1", new Volume("v1", "local", "/v", "local", START, Map.of())),
        second(second));
  }

  public static EngineEvent event(String action, int second, Map<String, String> attributes) {
    return new EngineEvent(
        "container",
        action,
        "",
        "c1",
        attributes,
        second(second).getEpochSecond() * 1_000_000_000L);
  }

  public static Stats stats(int second) {
    return new Stats(
        second(second),
        new Stats.Cpu(1, 2, 3, 4, 5, OptionalLong.of(6), OptionalLong.empty(), OptionalLong.of(0)),
        null,
        OptionalLong.of(3),
        OptionalLong.empty(),
        Map.of("eth0", new Stats.Traffic(1, 2)),
        OptionalLong.empty(),
        OptionalLong.of(9),
        2);
  }

  /// Second 0: nothing; 2: built; 5: web runs; 8: it was killed; 9: removed; 12: no engine; 13:
  /// back.
  public static Recording recording() {
    List<Entry> all = new ArrayList<>();
    all.add(new Entry.State(second(0), state(0, List.of(), List.of())));
    all.add(new Entry.Gap(second(0), second(0)));
    all.add(new Entry.Wrote(second(0), web(Container.Status.RUNNING, 0).id(), LOG));
    BuildStep step =
        new BuildStep(
            "stage-0/1",
            BuildStep.Kind.INSTRUCTION,
            "RUN make",
            "stage-0",
            1,
            2,
            List.of("internal/context"),
            new BuildStep.Lines(2, 3));
    List<BuildEvent> build =
        List.of(
            new BuildEvent.Pulling(new PullProgress("busybox:1.37", "l", "Downloading", 1, 2)),
            new BuildEvent.ContextSent(2, 300),
            new BuildEvent.StepAnnounced(step),
            new BuildEvent.StepStarted(step.key(), second(1)),
            new BuildEvent.StepOutput(step.key(), new Output(Output.Channel.STDERR, "cc\n")),
            new BuildEvent.StepProgress(step.key(), "layer", 1, 2, false),
            new BuildEvent.StepCached("stage-0/0"),
            new BuildEvent.Warning(
                "Rule", "m", List.of("d"), "", List.of(new BuildStep.Lines(1, 1))),
            new BuildEvent.Notice("a file with CRLF"),
            new BuildEvent.StepDone(step.key(), Duration.ofMillis(1_500)),
            new BuildEvent.Finished(new BuildOutcome.Success(APP_ID)));
    build.forEach(e -> all.add(new Entry.Built(second(2), "1", "app:1", e)));
    all.add(new Entry.State(second(2), state(2, List.of(app("app:1")), List.of())));
    all.add(new Entry.Happened(second(5), event("start", 5, Map.of("name", "web"))));
    List<Container> running = List.of(web(Container.Status.RUNNING, 0));
    all.add(new Entry.State(second(5), state(5, List.of(app("app:1")), running)));
    Image image =
        new Image(
            app("app:1"),
            "linux",
            "amd64",
            new Image.Config(
                List.of("PATH=/bin", "CONF=s3cret"),
                List.of("sh"),
                List.of(),
                "/",
                "",
                List.of("80/tcp"),
                Map.of()));
    answered(all, 6, new Question.OfImage(APP_ID), new Answer.AnImage(image));
    answered(
        all,
        6,
        new Question.OfHistory(APP_ID),
        new Answer.AHistory(
            List.of(
                new HistoryEntry(
                    "<missing>",
                    START,
                    "RUN |1 CONF=hush /bin/sh -c make # buildkit",
                    5,
                    "buildkit.dockerfile.v0",
                    List.of()))));
    answered(
        all,
        6,
        new Question.OfProcesses("c1", "-ef"),
        new Answer.Processes(new ProcessTable(List.of("PID"), List.of(List.of("1")))));
    answered(
        all,
        6,
        new Question.OfChanges("c1"),
        new Answer.Changes(List.of(new PathChange("/a", PathChange.Kind.ADDED))));
    answered(all, 6, new Question.OfStats("c1"), new Answer.Measured(stats(6)));
    answered(all, 7, new Question.OfStats("c1"), new Answer.Measured(stats(7)));
    answered(
        all,
        7,
        new Question.OfCommand("c1", List.of("env")),
        new Answer.Ran(new ExecResult(0, "HOME=/root\nCONF=hush\n", "", true)));
    answered(all, 7, new Question.OfDiskUsage(), new Answer.Used(new DiskUsage(1, 2, 3, 4)));
    answered(
        all,
        7,
        new Question.OfProcesses("c1", "-z"),
        new Answer.Refused(new EngineProblem.NotFound("container", "c1")));
    all.add(new Entry.Happened(second(8), event("kill", 8, Map.of("signal", "9"))));
    all.add(new Entry.Happened(second(8), event("die", 8, Map.of("exitCode", "137"))));
    all.add(
        new Entry.State(
            second(8),
            state(8, List.of(app("app:1", "app:2")), List.of(web(Container.Status.EXITED, 137)))));
    all.add(new Entry.State(second(9), state(9, List.of(app("app:1")), List.of())));
    all.add(new Entry.Lost(second(12)));
    all.add(new Entry.State(second(13), state(13, List.of(app("app:1")), List.of())));
    all.add(
        new Entry.Built(
            second(14),
            "2",
            "app:1",
            new BuildEvent.Finished(
                new BuildOutcome.Failed(
                    step.key(),
                    step.name(),
                    new BuildStep.Lines(3, 3),
                    2,
                    "exit code: 2",
                    List.of("no rule")))));
    all.add(
        new Entry.Built(
            second(14), "3", "", new BuildEvent.Finished(new BuildOutcome.Cancelled())));
    all.add(
        new Entry.Built(
            second(15),
            "4",
            "",
            new BuildEvent.Finished(
                new BuildOutcome.Broken(
                    new EngineProblem.TimedOut("building", Duration.ofSeconds(3))))));
    return new Recording(
        new Recording.Header(Samples.INFO, START, "1.2.3", "a test"), all, List.of());
  }

  private static void answered(List<Entry> all, int second, Question question, Answer answer) {
    all.add(new Entry.Answered(second(second), question, answer));
  }

  public static byte[] bytes(Recording recording) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      RecordingWriter.write(recording, out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  public static Recording read(byte[] bytes) throws IOException {
    return RecordingReader.read(new ByteArrayInputStream(bytes));
  }

  static byte[] packed(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static String unpacked(byte[] bytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
