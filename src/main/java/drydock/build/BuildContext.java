// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.dockerfile.IgnoreRules;
import drydock.engine.BuildEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A folder to build from, checked and ready to be sent.
///
/// `<Dockerfile>.dockerignore`, or else `.dockerignore`, is applied here, because the engine does not. Both it and the
/// Dockerfile are sent even when it lists them.
public final class BuildContext {
  private static final int LARGEST_TEXT = 4 << 20;
  private static final String IGNORE_FILE = ".dockerignore";

  private final Path folder;
  private final String dockerfile;
  private final String dockerfileText;
  private final String ignoreFile;
  private final IgnoreRules rules;

  private BuildContext(
      Path folder, String dockerfile, String dockerfileText, String ignoreFile, IgnoreRules rules) {
    this.folder = folder;
    this.dockerfile = dockerfile;
    this.dockerfileText = dockerfileText;
    this.ignoreFile = ignoreFile;
    this.rules = rules;
  }

  /// Reads the Dockerfile and the rules.
  ///
  /// @param dockerfile path of the Dockerfile inside the folder
  /// @throws EngineException with [EngineProblem.BadContext]
  public static BuildContext open(Path folder, String dockerfile) {
    try {
      if (!Files.isDirectory(folder)) {
        throw bad(folder.toString(), Messages.get("build.context.noFolder"));
      }
      Path root = folder.toRealPath();
      Path file = root.resolve(dockerfile).normalize();
      if (!file.startsWith(root) || file.equals(root)) {
        throw bad(dockerfile, Messages.get("build.context.outside"));
      }
      String name = slashed(root.relativize(file));
      String text = read(root, name);
      String ignoreFile =
          Files.exists(root.resolve(name + IGNORE_FILE)) ? name + IGNORE_FILE : IGNORE_FILE;
      return new BuildContext(root, name, text, ignoreFile, rules(root, ignoreFile));
    } catch (IOException e) {
      throw bad(folder.toString(), words(e));
    }
  }

  private static IgnoreRules rules(Path root, String name) throws IOException {
    if (!Files.exists(root.resolve(name))) {
      return IgnoreRules.NONE;
    }
    String text = read(root, name);
    try {
      return IgnoreRules.parse(text);
    } catch (IllegalArgumentException e) {
      throw new EngineException(new EngineProblem.BadContext(name, words(e)), e);
    }
  }

  private static String read(Path root, String name) throws IOException {
    Path real;
    try {
      real = root.resolve(name).toRealPath();
    } catch (NoSuchFileException e) {
      throw new EngineException(
          new EngineProblem.BadContext(name, Messages.get("build.context.missing", root)), e);
    }
    if (!real.startsWith(root)) {
      throw bad(name, Messages.get("build.context.linkOutside"));
    }
    if (!Files.isRegularFile(real)) {
      throw bad(name, Messages.get("build.context.noFile"));
    }
    try (InputStream in = Files.newInputStream(real)) {
      byte[] bytes = in.readNBytes(LARGEST_TEXT + 1);
      if (bytes.length > LARGEST_TEXT) {
        throw bad(name, Messages.get("build.context.tooLong", LARGEST_TEXT >> 20));
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EngineException(new EngineProblem.BadContext(name, words(e)), e);
    }
  }

  /// Path of the Dockerfile inside the context, with `/`.
  public String dockerfile() {
    return dockerfile;
  }

  public String dockerfileText() {
    return dockerfileText;
  }

  /// Writes everything that is not ignored as one tar archive: in a fixed order, owned by root, with modes that do not
  /// depend on this computer, symbolic links as links. Nothing outside of the folder is ever read.
  ///
  /// @param report gets [BuildEvent.Notice]s on the way and [BuildEvent.ContextSent] at the end, on the calling thread
  /// @throws EngineException with [EngineProblem.BadContext] naming the file that cannot be sent
  /// @throws IOException from `out`
  public void writeTo(OutputStream out, Consumer<BuildEvent> report) throws IOException {
    if (dockerfileText.contains("\r\n")) {
      report.accept(
          new BuildEvent.Notice(Messages.get("build.notice.crlf.dockerfile", dockerfile)));
    }
    ContextTar tar = new ContextTar(out, report);
    walk(tar);
    tar.finish();
    report.accept(new BuildEvent.ContextSent(tar.files(), tar.bytes()));
  }

  /// Hands on everything that is not ignored.
  void walk(ContextWalk.Taker taker) throws IOException {
    new ContextWalk(folder, rules, Set.of(dockerfile, ignoreFile), taker).walk();
  }

  static EngineException bad(String path, String detail) {
    return new EngineException(new EngineProblem.BadContext(path, detail));
  }

  static String slashed(Path relative) {
    StringBuilder name = new StringBuilder();
    for (Path part : relative) {
      name.append(name.isEmpty() ? "" : "/").append(part);
    }
    return name.toString();
  }

  static String words(@Nullable Throwable e) {
    return switch (e) {
      case null -> "";
      case java.nio.file.AccessDeniedException _ -> Messages.get("build.context.denied");
      case NoSuchFileException _ -> Messages.get("build.context.vanished");
      default -> {
        String message = e.getMessage();
        yield message == null ? e.getClass().getSimpleName() : message;
      }
    };
  }
}
