// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.IgnoreRules;
import drydock.dockerfile.advice.Findings;
import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.Finding;
import drydock.engine.EngineState;
import drydock.engine.Image;
import drydock.ui.editor.FindingSource;
import drydock.ui.kit.Background;
import drydock.workspace.Content;
import drydock.workspace.Workspace;
import drydock.workspace.WorkspaceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks the Dockerfiles of a folder with what is known beside them: which files the context
/// leaves out, and what the engine says of the images that stages start from.
final class DockerfileChecks implements FindingSource {
  private static final String IGNORE_FILE = ".dockerignore";
  private static final int MOST_FILES = 10_000;

  private final Background background;
  private final Workspace workspace;
  private final Supplier<Map<String, String>> texts;
  private final Known known;

  /// What the engine knows.
  ///
  /// @param state null without an engine
  /// @param details images that were inspected, by id
  /// @param inspect asks for one more image; whoever answers has the files checked again
  record Known(
      Supplier<@Nullable EngineState> state,
      Supplier<Map<String, Image>> details,
      BiConsumer<EngineState, String> inspect) {}

  /// @param texts of the open files, by name, as they are now
  DockerfileChecks(
      Background background,
      Workspace workspace,
      Supplier<Map<String, String>> texts,
      Known known) {
    this.background = background;
    this.workspace = workspace;
    this.texts = texts;
    this.known = known;
  }

  @Override
  public Function<Dockerfile, List<Finding>> now(String file) {
    Supplier<CheckContext> context = context(file);
    return dockerfile -> Findings.of(dockerfile, context.get());
  }

  /// What is known at this moment beside a file; called on the JavaFX thread. What comes back reads
  /// from the disk, elsewhere.
  Supplier<CheckContext> context(String file) {
    Map<String, String> open = texts.get();
    EngineState state = known.state().get();
    Map<String, Image> details = known.details().get();
    return () -> {
      CheckContext context = CheckContext.NONE.withIgnored(ignored(file, open));
      Set<String> files = topFiles();
      if (files != null) {
        context = context.withFiles(files);
      }
      if (state != null) {
        context =
            context
                .withPlatform("linux/" + state.info().machine().architecture())
                .withImages(
                    reference -> environment(image(state, details, reference)),
                    reference -> platform(image(state, details, reference)));
      }
      return context;
    };
  }

  private @Nullable Image image(EngineState state, Map<String, Image> details, String reference) {
    String id = state.imageTagged(reference).map(summary -> summary.id()).orElse(null);
    Image image = id == null ? null : details.get(id);
    if (id != null && image == null) {
      background.onFx(() -> known.inspect().accept(state, reference));
    }
    return image;
  }

  private static @Nullable Map<String, String> environment(@Nullable Image image) {
    if (image == null) {
      return null;
    }
    Map<String, String> environment = new LinkedHashMap<>();
    for (String entry : image.config().env()) {
      int equals = entry.indexOf('=');
      if (equals > 0) {
        environment.put(entry.substring(0, equals), entry.substring(equals + 1));
      }
    }
    return environment;
  }

  private static @Nullable String platform(@Nullable Image image) {
    return image == null ? null : image.os() + "/" + image.architecture();
  }

  /// What lies in the top folder of the context; null when that cannot be known.
  private @Nullable Set<String> topFiles() {
    try (Stream<Path> files = Files.list(workspace.root())) {
      Set<String> names =
          files.limit(MOST_FILES).map(file -> file.toFile().getName()).collect(Collectors.toSet());
      return names.size() < MOST_FILES ? names : null;
    } catch (IOException | UncheckedIOException e) {
      return null; // as below: the build will say so
    }
  }

  /// As the build does: `<Dockerfile>.dockerignore`, or else `.dockerignore`.
  private IgnoreRules ignored(String file, Map<String, String> open) {
    for (String name : List.of(file + IGNORE_FILE, IGNORE_FILE)) {
      String text = open.containsKey(name) ? open.get(name) : onDisk(name);
      if (text != null) {
        return rules(text);
      }
    }
    return IgnoreRules.NONE;
  }

  private @Nullable String onDisk(String name) {
    if (!Files.isRegularFile(workspace.root().resolve(name))) {
      return null;
    }
    try {
      return workspace.read(name) instanceof Content.Text text ? text.text() : null;
    } catch (WorkspaceException e) {
      return null; // the build will say so; here it is only not known what is left out
    }
  }

  private static IgnoreRules rules(String text) {
    try {
      return IgnoreRules.parse(text);
    } catch (IllegalArgumentException e) {
      return IgnoreRules.NONE; // as above
    }
  }
}
