// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

/// Something that lies at an absolute path of a container.
public sealed interface StagedMount {
  String target();

  record OfVolume(String volume, String target, boolean readOnly) implements StagedMount {}

  record OfMemory(String target) implements StagedMount {}

  /// A folder of the learner's workspace.
  ///
  /// @param path in the workspace, with `/`; empty for all of it
  record OfFolder(String path, String target, boolean readOnly) implements StagedMount {}
}
