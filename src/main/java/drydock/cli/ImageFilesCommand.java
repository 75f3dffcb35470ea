// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.archive.ArchiveException;
import drydock.archive.Bounds;
import drydock.archive.ImageArchive;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.docker.EngineFinder;
import drydock.files.Reasons;
import drydock.messages.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drydock image files IMAGE`: what the layers picture knows of the files of an image.
@Command(
    name = "files",
    description = {
      "Shows what each layer of an image adds, changes and removes.",
      "Nothing is unpacked and nothing is left behind: the engine saves the image into a file"
          + " without a name, which is read and gone."
    },
    footer = {
      "",
      "Before a file: A added, C changed, D removed, O a folder made again, which hides what was in"
          + " it. The JSON has names, platform and layers, and with an option files, drill or"
          + " waste; layers count from 0 there."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:shown",
      "1:no engine, no such image, or an archive that cannot be read",
      "2:wrong arguments"
    })
final class ImageFilesCommand implements Callable<Integer> {
  private final EngineFinder finder;

  @Parameters(
      paramLabel = "IMAGE",
      description = "An image of the engine's, or a file that docker save wrote.")
  private String image = "";

  @Option(
      names = "--layer",
      paramLabel = "N",
      description = "What this layer does to the files below it; 1 is the lowest.")
  private int layer;

  @Option(names = "--path", paramLabel = "PATH", description = "What each layer says of one path.")
  private @Nullable String path;

  @Option(names = "--waste", description = "Which bytes nobody sees any more, and why.")
  private boolean waste;

  @Option(names = "--json", description = "Writes JSON instead of text.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  ImageFilesCommand(EngineFinder finder) {
    this.finder = finder;
  }

  @Override
  public Integer call() {
    try (ImageArchive archive = open()) {
      int layers = archive.layers().size();
      if (layer < 0 || layer > layers) {
        throw new ParameterException(
            spec.commandLine(), Messages.get("cli.image.noLayer", layer, layers));
      }
      show(archive);
      spec.commandLine().getOut().flush();
      return CommandLine.ExitCode.OK;
    } catch (ArchiveException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (IOException e) {
      String why = Messages.get("cli.image.unreadable", image, Reasons.of(e));
      spec.commandLine().getErr().println(why);
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private void show(ImageArchive archive) throws IOException {
    ImageFilesPrinter printer =
        json
            ? new ImageFilesJson(spec.commandLine().getOut())
            : new ImageFilesText(spec.commandLine().getOut(), image);
    if (layer > 0) {
      printer.layer(archive, layer - 1);
    } else if (path != null) {
      printer.path(archive, path);
    } else if (waste) {
      printer.waste(archive);
    } else {
      printer.layers(archive);
    }
  }

  private ImageArchive open() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    Path file = file();
    if (file != null) {
      return ImageArchive.read(out -> Files.copy(file, out), folder, Bounds.USUAL);
    }
    EngineFinder.Found found = finder.find();
    try (ContainerEngine engine = found.engine()) {
      if (engine == null) {
        throw new EngineException(new EngineProblem.Unreachable(found.attempts()));
      }
      return ImageArchive.read(
          out -> engine.images().save(List.of(image), out), folder, Bounds.USUAL);
    }
  }

  private @Nullable Path file() {
    try {
      Path file = Path.of(image);
      return Files.isRegularFile(file) ? file : null;
    } catch (InvalidPathException e) {
      return null; // as the colon of a tag on Windows
    }
  }
}
