// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.messages.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/// Writes images as an archive: `GET /images/get`, passed on as it comes. An engine that fails on
/// the way has no other means to say so than to end the archive early, or to write its error where
/// it should go on.
final class Save {
  /// How long an engine may gather what it is going to send; from Docker 25 on all of it.
  private static final Duration STILL = Duration.ofMinutes(10);

  private final DockerHttp http;
  private final List<String> references;

  Save(DockerHttp http, List<String> references) {
    this.http = http;
    this.references = references;
  }

  void run(OutputStream out) {
    String names = String.join(", ", references);
    String doing = Messages.get("engine.doing.save", names);
    Call call = Call.get(doing, "/images/get").about("image", names);
    references.forEach(reference -> call.query("names", reference));
    Transfer.run(
        doing,
        STILL,
        transfer -> {
          TarEnd archive = new TarEnd(out);
          try (Reply reply = http.openAccepted(call)) {
            transfer.copy(reply.body(), archive);
          }
          if (!archive.ended()) {
            throw new IOException(Messages.get("engine.answer.endsEarly"));
          }
        });
  }
}
