// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.archive.Waste;
import drydock.engine.Container;
import drydock.engine.EngineInfo;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.observe.ContainerLayer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that the layers picture is drawn from.
///
/// @param shown the image that it is about
/// @param others those that it is compared with
/// @param images all images of the engine; those that share layers are found among them
/// @param containers that stand on the images shown, the oldest first
/// @param notDrawn how many more containers there are
/// @param waste bytes of the image shown that nobody sees, the largest case first; null as long as its files were not read
/// @param store how the engine keeps images: it decides what its sizes mean
/// @param at when the engine answered
public record LayersFacts(
    Shown shown,
    List<Shown> others,
    Collection<ImageSummary> images,
    List<Own> containers,
    int notDrawn,
    @Nullable List<Waste> waste,
    EngineInfo.ImageStore store,
    Instant at) {
  public LayersFacts {
    others = List.copyOf(others);
    images = List.copyOf(images);
    containers = List.copyOf(containers);
    waste = waste == null ? null : List.copyOf(waste);
  }

  /// An image with how it came to be.
  ///
  /// @param name that it is asked for by
  /// @param history oldest first, as the port gives it
  public record Shown(String name, Image image, List<HistoryEntry> history) {
    public Shown {
      history = List.copyOf(history);
    }
  }

  /// A container with the layer that is its own.
  ///
  /// @param layer null while the engine has not been asked
  public record Own(Container container, @Nullable ContainerLayer layer) {}

  /// One image by itself.
  public LayersFacts(
      Shown shown, Collection<ImageSummary> images, EngineInfo.ImageStore store, Instant at) {
    this(shown, List.of(), images, List.of(), 0, null, store, at);
  }

  public LayersFacts with(List<Own> own, int more) {
    return new LayersFacts(shown, others, images, own, more, waste, store, at);
  }

  public LayersFacts comparedWith(List<Shown> others) {
    return new LayersFacts(shown, others, images, containers, notDrawn, waste, store, at);
  }

  public LayersFacts withWaste(@Nullable List<Waste> found) {
    return new LayersFacts(shown, others, images, containers, notDrawn, found, store, at);
  }
}
