// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.Map;

/// An image that a step starts from.
public sealed interface StagedImage {
  String tag();

  /// One of the pack's list, pulled or loaded before.
  record Listed(String tag) implements StagedImage {}

  /// Built from a Dockerfile alone.
  record Written(String tag, String dockerfile) implements StagedImage {}

  /// Built from a folder of the pack, with its Dockerfile.
  ///
  /// @param files by path with `/`
  record Built(String tag, Map<String, PackFile> files) implements StagedImage {
    public Built {
      files = Map.copyOf(files);
    }
  }
}
