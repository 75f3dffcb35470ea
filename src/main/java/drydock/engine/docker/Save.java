// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/// Writes images as an archive: `GET /images/get`, passed on as it comes.
final class Save {
  private final DockerHttp http;
  private final List<String> references;
  private final String doing;

  Save(DockerHttp http, List<String> references) {
    this.http = http;
    this.references = references;
    doing = Messages.get("engine.doing.save", String.join(", ", references));
  }

  void run(OutputStream out) {
    Call call =
        Call.get(doing, "/images/get")
            .about("image", String.join(", ", references))
            .within(Call.NO_LIMIT);
    references.forEach(reference -> call.query("names", reference));
    http.use(call, body -> copy(body, out));
  }

  /// An engine that fails on the way has no other means to say so than to write its error where the
  /// archive should go on.
  private void copy(InputStream in, OutputStream out) throws IOException {
    TarEnd end = new TarEnd();
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      end.take(buffer, n);
      try {
        out.write(buffer, 0, n);
      } catch (IOException e) {
        throw new EngineException(new EngineProblem.BadArchive(doing, Errors.words(e)), e);
      }
    }
    if (!end.reached()) {
      throw new IOException(Messages.get("engine.answer.endsEarly"));
    }
  }
}
