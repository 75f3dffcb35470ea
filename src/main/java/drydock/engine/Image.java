// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.List;
import java.util.Map;

/// An image as `GET /images/{name}/json` shows it.
///
/// @param os "linux"
/// @param architecture "amd64", "arm64"
public record Image(ImageSummary summary, String os, String architecture, Config config) {
  public String id() {
    return summary.id();
  }

  /// What a container of this image starts with, unless told otherwise; OCI image configuration's words.
  ///
  /// @param env "NAME=value", in order
  /// @param exposedPorts "80/tcp"
  public record Config(
      List<String> env,
      List<String> cmd,
      List<String> entrypoint,
      String workingDir,
      String user,
      List<String> exposedPorts,
      Map<String, String> labels) {
    public Config {
      env = List.copyOf(env);
      cmd = List.copyOf(cmd);
      entrypoint = List.copyOf(entrypoint);
      exposedPorts = List.copyOf(exposedPorts);
      labels = Map.copyOf(labels);
    }
  }
}
