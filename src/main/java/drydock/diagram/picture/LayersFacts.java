// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.EngineInfo;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// All that the layers picture is drawn from.
///
/// @param name the name that the image was asked for by
/// @param history oldest first, as the port gives it
/// @param images all images of the engine; those that share layers are found among them
/// @param store how the engine keeps images: it decides what its sizes mean
/// @param at when the engine answered
public record LayersFacts(
    String name,
    Image image,
    List<HistoryEntry> history,
    Collection<ImageSummary> images,
    EngineInfo.ImageStore store,
    Instant at) {
  public LayersFacts {
    history = List.copyOf(history);
    images = List.copyOf(images);
  }
}
