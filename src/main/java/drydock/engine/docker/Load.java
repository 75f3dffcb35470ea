// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Loads an archive of images: looks it through, asks of every name in it whom it belongs to, and
/// only then sends it. The file stays open meanwhile, so that what is sent is what was looked at.
final class Load {
  private static final Pattern LOADED = Pattern.compile("Loaded image(?:\\(s\\)| ID)?: (.+)");

  /// How long an engine may take to unpack what it got.
  private static final Duration STILL = Duration.ofMinutes(10);

  private final DockerHttp http;
  private final EngineInfo info;
  private final Path archive;
  private final String doing;

  Load(DockerHttp http, EngineInfo info, Path archive) {
    this.http = http;
    this.info = info;
    this.archive = archive;
    doing = Messages.get("engine.doing.load", archive);
  }

  /// @return what the engine says it loaded
  List<String> run() {
    try {
      if (!Files.isRegularFile(archive)) {
        throw new Unfit(Unfit.Reason.NO_FILE);
      }
      try (SeekableByteChannel file = Files.newByteChannel(archive)) {
        ImageArchive content = ImageArchive.read(Channels.newInputStream(file));
        new ImageClaims(content).on(info).forEach(this::permit);
        file.position(0);
        return send(Channels.newInputStream(file));
      }
    } catch (IOException e) {
      throw new EngineException(
          Thread.currentThread().isInterrupted()
              ? new EngineProblem.ConnectionLost(doing, Errors.words(e))
              : new EngineProblem.BadArchive(doing, Errors.words(e)),
          e);
    }
  }

  /// Passes when the name is free, or stands for the same image already, or for one of ours.
  private void permit(ImageClaims.Claim claim) {
    String name =
        Names.tagged(claim.name()); // else "12ab" could be found as the beginning of an id
    Guard guard = new Guard(http);
    if (claim.id().isEmpty() || !guard.stands(name, claim.id())) {
      guard.free(name);
    }
  }

  private List<String> send(InputStream content) {
    List<String> loaded = new ArrayList<>();
    Transfer.run(
        doing,
        STILL,
        transfer -> {
          Call call =
              Call.post(doing, "/images/load")
                  .query("quiet", "1")
                  .body(transfer.counted(content), "application/x-tar");
          try (Reply reply = http.openAccepted(call)) {
            loaded.addAll(read(reply.body()));
          }
        });
    return loaded;
  }

  private List<String> read(InputStream answer) throws IOException {
    List<String> loaded = new ArrayList<>();
    Lines lines = new Lines(answer);
    for (String line = lines.next(); line != null; line = lines.next()) {
      loaded.addAll(read(line));
    }
    if (loaded.isEmpty()) {
      throw new IOException(Messages.get("engine.answer.endsEarly"));
    }
    return loaded;
  }

  private List<String> read(String line) {
    JsonNode node =
        Errors.progress(doing, line, error -> new EngineProblem.BadArchive(doing, error));
    Matcher told = LOADED.matcher(Json.text(node, "stream").strip());
    return told.matches() ? List.of(told.group(1).split(",\\s*")) : List.of();
  }
}
