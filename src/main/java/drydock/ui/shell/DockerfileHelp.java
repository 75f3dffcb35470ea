// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.assist.Assist;
import drydock.dockerfile.assist.ContextFolder;
import drydock.dockerfile.assist.Surroundings;
import drydock.dockerfile.check.CheckContext;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.messages.Messages;
import drydock.ui.editor.HelpSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Help with the Dockerfiles of a folder: what its checks know, the images on the engine, the files
/// of the build context, which is the folder.
final class DockerfileHelp implements HelpSource {
  private static final String UNTAGGED = "<none>";

  private final Path folder;
  private final DockerfileChecks checks;
  private final Supplier<@Nullable EngineState> state;

  DockerfileHelp(Path folder, DockerfileChecks checks, Supplier<@Nullable EngineState> state) {
    this.folder = folder;
    this.checks = checks;
    this.state = state;
  }

  @Override
  public Function<Dockerfile, Assist> help(String file) {
    Supplier<CheckContext> context = checks.context(file);
    EngineState now = state.get();
    Surroundings around =
        new Surroundings() {
          @Override
          public List<Image> images() {
            return now == null ? List.of() : DockerfileHelp.images(now);
          }

          @Override
          public List<Entry> folder(String path) {
            return ContextFolder.list(folder, path);
          }
        };
    return dockerfile -> new Assist(dockerfile, context.get(), around);
  }

  /// By name; images without one cannot be named in FROM.
  private static List<Surroundings.Image> images(EngineState state) {
    List<Surroundings.Image> images = new ArrayList<>();
    for (ImageSummary image : state.images().values()) {
      String size = Messages.get("shell.help.size", image.sizeBytes() / 1e6);
      for (String tag : image.tags()) {
        if (!tag.contains(UNTAGGED)) {
          images.add(new Surroundings.Image(tag, size));
        }
      }
    }
    images.sort(Comparator.comparing(Surroundings.Image::reference));
    return images;
  }
}
