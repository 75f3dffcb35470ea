// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import java.util.List;

/// A value of an image's configuration, in OCI's words.
public sealed interface Setting {
  record Cmd(List<String> words) implements Setting {
    public Cmd {
      words = List.copyOf(words);
    }
  }

  record Entrypoint(List<String> words) implements Setting {
    public Entrypoint {
      words = List.copyOf(words);
    }
  }

  /// The image starts its process through a shell: its ENTRYPOINT, or CMD when there is none, was given in shell form.
  record ShellForm() implements Setting {}

  record Env(String name, String value) implements Setting {}

  record WorkingDir(String path) implements Setting {}

  record User(String user) implements Setting {}

  record Label(String name, String value) implements Setting {}

  /// @param port "8080/tcp"
  record Exposes(String port) implements Setting {}
}
