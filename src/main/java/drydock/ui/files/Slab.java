// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.diagram.picture.DrillFacts;
import drydock.engine.Container;
import drydock.observe.ContainerLayer;
import org.jspecify.annotations.Nullable;

/// The layer whose files are shown.
public sealed interface Slab {
  /// The image that it belongs to, or stands on.
  Of image();

  /// An image, as far as its files are concerned.
  ///
  /// @param id what the engine is asked for
  /// @param name for people
  /// @param bytes about as many are read from the engine
  /// @param steps what made each layer, lowest first
  record Of(String id, String name, long bytes, java.util.List<String> steps) {
    public Of {
      steps = java.util.List.copyOf(steps);
    }
  }

  /// A layer of an image.
  ///
  /// @param layer 0 is the lowest
  record Layer(Of image, int layer) implements Slab {}

  /// A container's own layer.
  ///
  /// @param written null while the engine has not been asked
  record Own(Of image, Container container, @Nullable ContainerLayer written) implements Slab {
    /// What the container says of a path; null when it says nothing.
    DrillFacts.@Nullable Own says(String path) {
      return written == null
          ? null
          : written.changes().stream()
              .filter(change -> change.path().equals(path))
              .findFirst()
              .map(change -> new DrillFacts.Own(container.name(), change.kind(), written.at()))
              .orElse(null);
    }
  }

  /// The same slab, whatever has been written since.
  default boolean same(@Nullable Slab other) {
    return switch (this) {
      case Layer layer ->
          other instanceof Layer o
              && o.image().id().equals(layer.image().id())
              && o.layer() == layer.layer();
      case Own own -> other instanceof Own o && o.container().id().equals(own.container().id());
    };
  }
}
