// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import java.util.List;

/// What lies around a Dockerfile and can be named in it.
public interface Surroundings {
  /// Nothing is known.
  Surroundings NONE =
      new Surroundings() {
        @Override
        public List<Image> images() {
          return List.of();
        }

        @Override
        public List<Entry> folder(String path) {
          return List.of();
        }
      };

  /// An image on the engine.
  ///
  /// @param reference as FROM names it
  /// @param detail its size or age, for people; may be empty
  record Image(String reference, String detail) {}

  /// A file or folder of the build context.
  record Entry(String name, boolean isFolder) {}

  List<Image> images();

  /// What lies in one folder of the build context, at most some hundred entries; none when there is
  /// no such folder.
  ///
  /// @param path relative to the context, with `/` between names and none at the end; empty for the
  ///   context itself. It was typed by someone, so it may name anything
  List<Entry> folder(String path);
}
