// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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
                  facts
                      .imageOf(own)
                      .map(image -> new OfContainer(image, steps(facts, image), own)));
    }
    for (LayerImage image : LayerImage.all(facts)) {
      for (LayerStack.Row row : image.stack().rows()) {
        if (row.layer() != null && image.id(row).equals(id)) {
          return Optional.of(
              new OfImage(image.shown(), steps(facts, image.shown()), row.layer()));
        }
      }
    }
    return Optional.empty();
  }

  /// What made each layer of an image, lowest first; empty words where it is not known.
  static List<String> steps(LayersFacts facts, LayersFacts.Shown image) {
    LayerImage drawn = LayerImage.of("", image, facts.images(), Instant.EPOCH);
    List<String> steps = new ArrayList<>(Collections.nCopies(drawn.layers().size(), ""));
    if (drawn.stack().certain()) {
      for (LayerStack.Row row : drawn.stack().rows()) {
        if (row.layer() != null) {
          steps.set(row.layer(), row.instruction().text());
        }
      }
    }
    return steps;
  }
}
