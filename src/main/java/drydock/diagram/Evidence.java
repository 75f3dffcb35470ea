// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where an element of a picture comes from, so that anybody can ask the engine again.
///
/// @param command the `docker …` line that shows the same
/// @param request the HTTP request: "GET /images/{name}/json", or what is posted behind the path,
///   "POST /containers/{name}/exec {…}"; without the API's version
/// @param field the part of the answer that was drawn, and its value: "State.Pid = 4711", several
///   with " · " in between; "Processes[PID]" is a column of a table, "Log[]" any one of a list
/// @param at when the engine answered; null while nothing has been asked
public record Evidence(String command, String request, String field, @Nullable Instant at) {
  /// "GET"; empty when it is no request that an engine was sent.
  public String method() {
    return part(0);
  }

  /// "/images/{name}/json", with what is asked for behind a question mark.
  public String path() {
    return part(1);
  }

  /// What is posted; empty for nothing.
  public String body() {
    return part(2);
  }

  private String part(int index) {
    String[] parts = request.split(" ", 3);
    boolean asked = parts.length > 1 && parts[1].startsWith("/");
    return asked && index < parts.length ? parts[index] : "";
  }
}
