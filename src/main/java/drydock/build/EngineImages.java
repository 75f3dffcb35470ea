// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.dockerfile.cache.BaseImage;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.Image;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an engine knows of images, each asked for once.
final class EngineImages {
  private final @Nullable ContainerEngine engine;
  private final Map<String, BaseImage> known = new HashMap<>();

  /// @param engine null when there is none to ask
  EngineImages(@Nullable ContainerEngine engine) {
    this.engine = engine;
  }

  /// @throws EngineException when the engine does not answer
  BaseImage find(String reference) {
    return known.computeIfAbsent(reference, this::ask);
  }

  private BaseImage ask(String reference) {
    if (engine == null) {
      return new BaseImage.Unasked();
    }
    try {
      Image image = engine.images().inspect(reference);
      return new BaseImage.Known(
          image.id(),
          image.summary().layers(),
          image.config().env(),
          image.config().user(),
          image.config().workingDir());
    } catch (EngineException e) {
      if (e.problem() instanceof EngineProblem.NotFound) {
        return new BaseImage.Missing();
      }
      throw e;
    }
  }
}
