// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Output;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.messages.Messages;
import java.io.IOException;
import java.io.InputStream;

/// Reads what a container writes.
final class Logs {
  private final DockerHttp http;

  Logs(DockerHttp http) {
    this.http = http;
  }

  Subscription open(String id, boolean follow, StreamListener<Output> listener) {
    String doing = Messages.get("engine.doing.logs", id);
    return StreamRunner.start(
        doing, stream -> read(stream, doing, id, follow, listener), listener::onEnd);
  }

  private void read(
      StreamRunner stream, String doing, String id, boolean follow, StreamListener<Output> listener)
      throws IOException {
    String path = "/containers/" + Names.container(id);
    // only the container knows whether it has a terminal: engines before 23 do not say it with the
    // log
    Call inspect = Call.get(doing, path + "/json").about("container", id);
    boolean terminal = Json.flag(stream.ask(() -> http.json(inspect)), "Config", "Tty");
    Call call =
        Call.get(doing, path + "/logs")
            .query("stdout", "1")
            .query("stderr", "1")
            .query("follow", follow ? "1" : "0")
            .about("container", id);
    try (Reply reply = stream.open(http, call)) {
      OutputDecoder decoder = new OutputDecoder(listener::onNext);
      InputStream body = reply.body();
      if (terminal) {
        decoder.readPlain(body);
      } else {
        decoder.readFrames(body);
      }
    }
  }
}
