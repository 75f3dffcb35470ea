// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.ArchiveWriter;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/// Files out of containers and into them, as tar archives.
final class Archives {
  private final DockerHttp http;
  private final Guard guard;

  Archives(DockerHttp http, Guard guard) {
    this.http = http;
    this.guard = guard;
  }

  void get(String container, String path, OutputStream out) {
    String doing = Messages.get("engine.doing.getArchive", path, container);
    Call call = Call.get(doing, path(container)).query("path", path);
    Transfer.run(
        doing,
        transfer -> {
          try (Reply reply = open(call, container, path)) {
            transfer.copy(reply.body(), out);
          }
        });
  }

  void put(String container, String folder, ArchiveWriter archive) {
    String doing = Messages.get("engine.doing.putArchive", folder, container);
    String ours = guard.container(container);
    // asked first: an engine that refuses a large archive hangs up before its reason can be read
    http.send(Call.head(doing, path(ours)).query("path", folder).about("path", folder));
    Transfer.run(doing, transfer -> send(transfer, doing, ours, container, folder, archive));
  }

  private void send(
      Transfer transfer,
      String doing,
      String id,
      String container,
      String folder,
      ArchiveWriter archive)
      throws IOException {
    Pipe pipe = new Pipe();
    AtomicReference<EngineException> failure = new AtomicReference<>();
    Thread writer =
        pipe.start("engine archive", archive::writeTo, e -> failure.set(broken(doing, e)));
    try (InputStream body = transfer.counted(pipe.input())) {
      Call call =
          Call.put(doing, path(id))
              .query("path", folder)
              .query("noOverwriteDirNonDir", "1")
              .body(body, "application/x-tar")
              .about("container", container);
      http.openAccepted(call).close();
    } catch (EngineException e) {
      throw own(failure, e);
    } finally {
      Pipe.join(writer);
    }
    EngineException late = failure.get();
    if (late != null) {
      throw late;
    }
  }

  /// A failure of the writer breaks the connection, too, and says more.
  private static EngineException own(
      AtomicReference<EngineException> failure, EngineException other) {
    EngineException writers = failure.get();
    return writers == null ? other : writers;
  }

  private static EngineException broken(String doing, Exception e) {
    return e instanceof EngineException engine
        ? engine
        : new EngineException(new EngineProblem.LocalFile(doing, Errors.words(e)), e);
  }

  private static String path(String container) {
    return "/containers/" + Names.container(container) + "/archive";
  }

  /// Of both that may be missing, only the engine's words tell which.
  private Reply open(Call call, String container, String path) {
    try {
      return http.openAccepted(call);
    } catch (EngineException e) {
      if (e.problem() instanceof EngineProblem.Failed failed && failed.status() == 404) {
        boolean itself = failed.detail().toLowerCase(Locale.ROOT).contains("no such container");
        throw new EngineException(
            itself
                ? new EngineProblem.NotFound("container", container)
                : new EngineProblem.NotFound("path", path),
            e);
      }
      throw e;
    }
  }
}
