// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import java.util.List;
import java.util.Optional;

/// The layer that an element of the layers picture stands for.
public sealed interface ChosenLayer {
  LayersFacts.Shown image();

  /// What made each of the image's layers, lowest first; empty words where it is not known.
  List<String> steps();

  /// A layer of an image.
  ///
  /// @param layer 0 is the lowest
  record OfImage(LayersFacts.Shown image, List<String> steps, int layer) implements ChosenLayer {}

  /// A container's own.
  record OfContainer(LayersFacts.Shown image, List<String> steps, LayersFacts.Own own)
      implements ChosenLayer {}

  /// @param id of an element, or what it stands for
  /// @return empty when it is no layer, or none any more
  static Optional<ChosenLayer> of(LayersFacts facts, String id) {
    if (id.startsWith(OwnSlabs.PREFIX)) {
      return facts.containers().stream()
          .filter(own -> id.equals(OwnSlabs.PREFIX + own.container().id()))
          .findFirst()
          .flatMap(
              own ->
                  LayerImage.all(facts).stream()
                      .filter(image -> image.summary().id().equals(own.container().imageId()))
                      .findFirst()
                      .map(image -> new OfContainer(image.shown(), image.steps(), own)));
    }
    for (LayerImage image : LayerImage.all(facts)) {
      for (LayerStack.Row row : image.stack().rows()) {
        if (row.layer() != null && image.id(row).equals(id)) {
          return Optional.of(new OfImage(image.shown(), image.steps(), row.layer()));
        }
      }
    }
    return Optional.empty();
  }
}
