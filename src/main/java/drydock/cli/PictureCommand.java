// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.diagram.Element;
import drydock.diagram.Palette;
import drydock.diagram.Scene;
import drydock.diagram.export.ExportException;
import drydock.diagram.export.PictureFormat;
import drydock.diagram.export.PictureFormat.Look;
import drydock.diagram.export.TextTwin;
import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildPicture;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineStatus;
import drydock.engine.docker.EngineFinder;
import drydock.engine.replay.Replay;
import drydock.engine.replay.ReplayMonitor;
import drydock.files.AtomicFile;
import drydock.files.Reasons;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock picture KIND`: the pictures of the window as files, without a window and without a
/// display.
@Command(
    name = "picture",
    description = {
      "Draws a picture into a file, or tells it in words.",
      "build shows what a Dockerfile will build; layers shows where the files of an image come"
          + " from; namespaces shows what each container sees; limits what it may use; network"
          + " shows who can talk to whom; stack shows what is between an app and the hardware; life"
          + " shows what happened to containers, and when."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the picture was written",
      "1:it was not: no engine, no such image, an unreadable Dockerfile, a full disk",
      "2:wrong arguments"
    })
final class PictureCommand implements Callable<Integer> {
  private static final Path STANDARD_OUTPUT = Path.of("-");
  private static final double NARROWEST = 240;
  private static final double WIDEST = 20_000;
  private static final int MOST_IDS = 40;

  private final EngineFinder finder;
  private final OutputStream bytes;

  @Parameters(paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}.")
  private PictureKind kind = PictureKind.build;

  @Option(
      names = "--dockerfile",
      paramLabel = "FILE",
      description = "For build: the Dockerfile (default: Dockerfile).")
  private @Nullable Path dockerfile;

  @Option(names = "--image", paramLabel = "NAME", description = "For layers: the image.")
  private @Nullable String image;

  @Option(
      names = "--last",
      paramLabel = "TIME",
      converter = RecordCommand.TimeSpan.class,
      description =
          "For life: how much time, as 90s, 15m or 2h (default: all of which the engine tells).")
  private @Nullable Duration last;

  @Option(
      names = "--focus",
      paramLabel = "ID",
      description = "Outlines one element, by its id in the SVG.")
  private @Nullable String focus;

  @Option(
      names = "--theme",
      paramLabel = "light|dark|contrast",
      description = "The colours; contrast is black on white (default: light).")
  private Theme theme = Theme.light;

  @Option(
      names = "--width",
      paramLabel = "N",
      description =
          "Pixels for the picture to fill; one that needs more takes more (default: 720).")
  private double width = 720;

  @Option(
      names = "--scale",
      paramLabel = "N",
      description = "Enlarges the whole picture, as 2 or 0.5 (default: 1).")
  private double scale = 1;

  @Option(
      names = "--editable-text",
      description =
          "Leaves the text of an SVG as text in Inter and JetBrains Mono, for those who have these"
              + " fonts. Else it is drawn as outlines, which look the same everywhere.")
  private boolean editable;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Where to, ending in .svg, .png, .pdf or .txt; - is standard output (default: the picture"
              + " in words, there).")
  private Path output = STANDARD_OUTPUT;

  @Option(
      names = "--format",
      paramLabel = "svg|png|pdf|txt",
      description = "What to write, whatever the file is called.")
  private @Nullable Format format;

  @Mixin private LayersOptions layers = new LayersOptions();

  @Mixin private RecordingOptions recorded = new RecordingOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  /// @param bytes standard output, for what is no text
  PictureCommand(EngineFinder finder, OutputStream bytes) {
    this.finder = finder;
    this.bytes = bytes;
  }

  enum Theme {
    light,
    dark,
    contrast;

    Palette palette() {
      return switch (this) {
        case light -> Palette.LIGHT;
        case dark -> Palette.DARK;
        case contrast -> Palette.CONTRAST;
      };
    }
  }

  enum Format {
    svg,
    png,
    pdf,
    txt;

    PictureFormat format() {
      return switch (this) {
        case svg -> PictureFormat.SVG;
        case png -> PictureFormat.PNG;
        case pdf -> PictureFormat.PDF;
        case txt -> PictureFormat.TEXT;
      };
    }
  }

  @Override
  public Integer call() {
    check(width >= NARROWEST && width <= WIDEST, "cli.picture.width", NARROWEST, WIDEST);
    check(
        scale > 0 && scale <= PictureFormat.LARGEST_SCALE,
        "cli.picture.scale",
        PictureFormat.LARGEST_SCALE);
    try {
      PictureFormat what = format();
      write(focused(draw()), what);
      return CommandLine.ExitCode.OK;
    } catch (PictureSource.MissingOption e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    } catch (PictureSource.Refusal | Unreadable | ExportException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return failed(Messages.get("cli.picture.notWritten", output, Reasons.of(e)));
    }
  }

  private void check(boolean right, String key, Object... arguments) {
    if (!right) {
      throw new ParameterException(spec.commandLine(), Messages.get(key, arguments));
    }
  }

  private int failed(String sentence) {
    spec.commandLine().getErr().println(sentence);
    return CommandLine.ExitCode.SOFTWARE;
  }

  /// Asked before the engine is: a name that is no picture's is known at once.
  private PictureFormat format() {
    if (format != null) {
      return format.format();
    }
    if (output.equals(STANDARD_OUTPUT)) {
      return PictureFormat.TEXT;
    }
    try {
      return PictureFormat.of(output);
    } catch (ExportException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Scene draw() throws PictureSource.Refusal, PictureSource.MissingOption, Unreadable {
    Optional<Replay> replay = recorded.replay();
    if (replay.isPresent()) {
      return past(replay.get());
    }
    try (Engine engine = new Engine()) {
      return kind.source().draw(request(engine::get));
    }
  }

  private PictureSource.Request request(Supplier<ContainerEngine> engine) {
    return new PictureSource.Request(engine, dockerfile, image, last, width, focus, layers);
  }

  private Scene past(Replay replay)
      throws PictureSource.Refusal, PictureSource.MissingOption, Unreadable {
    if (kind == PictureKind.build && dockerfile == null) {
      return BuildPicture.of(
          replay
              .build()
              .orElseThrow(
                  () -> new PictureSource.Refusal(Messages.get("cli.recording.noBuildThen")))
              .state(),
          BuildFacts.of("").at(replay.position()),
          width);
    }
    try (ReplayMonitor monitor = new ReplayMonitor(replay)) {
      if (kind == PictureKind.life && monitor.status() instanceof EngineStatus.Ready ready) {
        return LifeSource.draw(ready, replay.position(), last, width);
      }
      return kind.source().draw(request(monitor::engine));
    }
  }

  private Scene focused(Scene scene) throws PictureSource.Refusal {
    String wanted = focus;
    if (wanted == null) {
      return scene;
    }
    String ids =
        scene.elements().stream()
            .filter(e -> e.about().evidence() != null)
            .limit(MOST_IDS)
            .map(Element::id)
            .collect(Collectors.joining(" "));
    return scene
        .focusedOn(wanted)
        .orElseThrow(
            () -> new PictureSource.Refusal(Messages.get("cli.picture.noElement", wanted, ids)));
  }

  private void write(Scene scene, PictureFormat what) throws IOException {
    Look look = new Look(theme.palette(), scale, editable);
    if (!output.equals(STANDARD_OUTPUT)) {
      AtomicFile.write(output, out -> what.write(scene, look, out));
    } else if (what == PictureFormat.TEXT) {
      // in the terminal's own characters
      PrintWriter out = spec.commandLine().getOut();
      out.print(TextTwin.of(scene));
      out.flush();
    } else {
      what.write(scene, look, bytes);
      bytes.flush();
    }
  }

  /// The engine, found when it is needed first.
  private final class Engine implements AutoCloseable {
    private @Nullable ContainerEngine found;

    ContainerEngine get() {
      if (found == null) {
        EngineFinder.Found all = finder.find();
        found = all.engine();
        if (found == null) {
          throw new EngineException(new EngineProblem.Unreachable(all.attempts()));
        }
      }
      return found;
    }

    @Override
    public void close() {
      if (found != null) {
        found.close();
      }
    }
  }
}
