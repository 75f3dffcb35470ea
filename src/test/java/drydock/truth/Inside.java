// SPDX-License-Identifier: Apache-2.0
package drydock.truth;

import drydock.engine.RawDocker;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What a command says in a container, run without Drydock: as `docker exec -t` does it.
public final class Inside {
  /// What it wrote, and its exit code.
  public record Answer(int code, String text) {
    String said() {
      return text + "\nExitCode = " + code;
    }
  }

  private Inside() {}

  public static Answer run(String container, String... command) {
    String words =
        Arrays.stream(command)
            .map(w -> '"' + w.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
            .collect(Collectors.joining(","));
    return post(
        "/containers/" + container + "/exec",
        "{\"AttachStdout\":true,\"AttachStderr\":true,\"Tty\":true,\"Cmd\":[" + words + "]}");
  }

  /// @param path that `body` is posted to
  static Answer post(String path, String body) {
    String id = RawDocker.post(path, body).json().path("Id").asText();
    String text =
        RawDocker.post("/exec/" + id + "/start", "{\"Detach\":false,\"Tty\":true}").text();
    return new Answer(
        RawDocker.get("/exec/" + id + "/json").json().path("ExitCode").asInt(-1),
        text.replace("\r\n", "\n"));
  }
}
