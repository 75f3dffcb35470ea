// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

/// What a file's name says of its content.
final class FileKind {
  private FileKind() {}

  static boolean isDockerfile(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    return (last.startsWith("Dockerfile") && !last.endsWith(".dockerignore"))
        || last.endsWith(".Dockerfile")
        || last.endsWith(".dockerfile");
  }
}
