// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.Output;
import drydock.engine.StreamListener;
import drydock.engine.docker.DockerMonitor;
import drydock.engine.docker.EngineFinder;
import drydock.engine.docker.ExitGuard;
import drydock.engine.replay.Recorder;
import drydock.engine.replay.Recording;
import drydock.engine.replay.RecordingWriter;
import drydock.engine.replay.Tape;
import drydock.files.Reasons;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.observe.NamespaceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `drydock record`: an engine's life into a file, as it happens.
@Command(
    name = "record",
    description = {
      "Records what becomes of the engine: its states, what happens, and what the pictures need.",
      "Values of environment variables are masked; labels are not."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the recording was written",
      "1:it was not: no engine answers, the disk is full",
      "2:wrong arguments",
      "130:ended with Ctrl-C; what was recorded until then is in the file"
    })
final class RecordCommand implements Callable<Integer> {
  private static final Duration SEARCH = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final int MOST_LOOKS = 50;

  private final EngineFinder finder;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = TimeSpan.class,
      description = "How long: 30s, 5m, 1h (default: until Ctrl-C).")
  private @Nullable Duration time;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "What it is recorded for; stands in the file.")
  private String reason = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where to, usually ending in .drydock-recording; replaced if it is there.")
  private Path output = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  RecordCommand(EngineFinder finder) {
    this.finder = finder;
  }

  /// "30s", "5m", "1h".
  static final class TimeSpan implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})([smh])");

    @Override
    public Duration convert(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new TypeConversionException(Messages.get("cli.record.badSpan", text));
      }
      long n = Long.parseLong(form.group(1));
      return switch (form.group(2)) {
        case "s" -> Duration.ofSeconds(n);
        case "m" -> Duration.ofMinutes(n);
        default -> Duration.ofHours(n);
      };
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    CompletableFuture<IOException> broken = new CompletableFuture<>();
    CountDownLatch stop = new CountDownLatch(1);
    CompletableFuture<Integer> end = new CompletableFuture<>();
    Tape beginning = new Tape(Cli.Version.text());
    // what is seen before there is a header goes to the tape, then all to the file
    Into sink = new Into(beginning);
    try (ExitGuard _ = new ExitGuard(stop::countDown, end);
        Recorder recorder = new Recorder(new DockerMonitor(finder), sink, Clock.systemUTC())) {
      EngineStatus status = firstAnswer(recorder);
      if (!(status instanceof EngineStatus.Ready)) {
        return failed(
            Problems.sentence(
                new EngineProblem.Unreachable(
                    status instanceof EngineStatus.Unavailable none
                        ? none.attempts()
                        : java.util.List.of())));
      }
      Recording first = sink.await(reason);
      try (RecordingWriter writer =
          new RecordingWriter(Files.newOutputStream(output), first.header(), broken::complete)) {
        sink.turn(writer);
        spec.commandLine().getErr().println(Messages.get("cli.record.begun", output));
        watch(recorder, stop, broken, writer);
        writer.endAt(Instant.now());
      }
      IOException reasonWhy = broken.getNow(null);
      return reasonWhy == null ? CommandLine.ExitCode.OK : failed(notWritten(reasonWhy));
    } catch (IOException e) {
      return failed(notWritten(e));
    } finally {
      end.complete(0);
    }
  }

  private String notWritten(IOException e) {
    return Messages.get("cli.record.notWritten", output, Reasons.of(e));
  }

  private int failed(String sentence) {
    spec.commandLine().getErr().println(sentence);
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static EngineStatus firstAnswer(Recorder recorder) throws InterruptedException {
    CompletableFuture<EngineStatus> known = new CompletableFuture<>();
    try (var _ =
        recorder.subscribe(
            status -> {
              if (!(status instanceof EngineStatus.Searching)) {
                known.complete(status);
              }
            })) {
      return known.get(SEARCH.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return recorder.status();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private void watch(
      Recorder recorder,
      CountDownLatch stop,
      CompletableFuture<IOException> broken,
      RecordingWriter writer)
      throws InterruptedException {
    long until = time == null ? Long.MAX_VALUE : System.nanoTime() + time.toNanos();
    Looks looks = new Looks(recorder);
    boolean on = true;
    while (on) {
      looks.round();
      long left = until - System.nanoTime();
      boolean ended = stop.await(Math.max(0, Math.min(LOOK.toNanos(), left)), TimeUnit.NANOSECONDS);
      on = !ended && !broken.isDone() && !writer.full() && until - System.nanoTime() > 0;
    }
    if (writer.full()) {
      spec.commandLine().getErr().println(Messages.get("recording.note.full"));
    }
  }

  /// Asks what the pictures of layers and of namespaces would ask, and reads what containers write,
  /// so that the recording can show them.
  private static final class Looks {
    /// The recorder hears it. The stream ends with the container, or with the engine's connection.
    private static final StreamListener<Output> UNHEARD =
        new StreamListener<>() {
          @Override
          public void onNext(Output output) {}

          @Override
          public void onEnd(@Nullable EngineException failure) {}
        };

    private final Recorder recorder;
    private final NamespaceReader namespaces = new NamespaceReader(Clock.systemUTC());
    private final Set<String> images = new HashSet<>();
    private final Set<String> logs = new HashSet<>();

    Looks(Recorder recorder) {
      this.recorder = recorder;
    }

    void round() {
      if (!(recorder.status() instanceof EngineStatus.Ready ready)) {
        return;
      }
      EngineState state = ready.state();
      try {
        ContainerEngine engine = recorder.engine();
        state.images().keySet().stream()
            .filter(images::add)
            .limit(MOST_LOOKS)
            .forEach(id -> quietly(() -> image(engine, id)));
        state.containers().values().stream()
            .filter(Container::running)
            .limit(MOST_LOOKS)
            .forEach(container -> quietly(() -> namespaces.read(engine, container, false)));
        state.containers().values().stream()
            .filter(container -> container.status() != Container.Status.CREATED)
            .limit(MOST_LOOKS)
            .filter(container -> logs.add(container.id() + container.state().started()))
            .forEach(container -> engine.containers().logs(container.id(), true, UNHEARD));
      } catch (EngineException e) {
        return; // it went away: the recorder tells that
      }
    }

    private static void image(ContainerEngine engine, String id) {
      engine.images().inspect(id);
      engine.images().history(id);
    }

    /// A refusal is recorded as well, and is no reason to end.
    private static void quietly(Runnable look) {
      try {
        look.run();
      } catch (EngineException e) {
        return;
      }
    }
  }

  /// First the tape, then the file, with nothing lost in between.
  private static final class Into implements drydock.engine.replay.Sink {
    private final Tape tape;
    private drydock.engine.replay.Sink now;

    Into(Tape tape) {
      this.tape = tape;
      now = tape;
    }

    @Override
    public synchronized void take(drydock.engine.replay.Entry entry) {
      now.take(entry);
      notifyAll();
    }

    /// What was seen so far, as soon as it begins with a state.
    synchronized Recording await(String reason) throws InterruptedException {
      while (tape.recording(reason).isEmpty()) {
        wait();
      }
      return tape.recording(reason).orElseThrow();
    }

    synchronized void turn(RecordingWriter writer) {
      tape.recording("").orElseThrow().entries().forEach(writer::take);
      now = writer;
    }
  }
}
