// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.diagram.Scene;
import drydock.diagram.picture.BuildFacts;
import drydock.diagram.picture.BuildPicture;
import drydock.diagram.picture.LayersFacts;
import drydock.diagram.picture.LayersPicture;
import drydock.dockerfile.BuildPlan;
import drydock.engine.ContainerEngine;
import drydock.engine.Image;
import drydock.messages.Messages;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// The pictures that the command line can draw. In lower case, because people type them.
enum PictureKind {
  build(PictureKind::plan),
  layers(PictureKind::image),
  life(LifeSource::draw);

  /// A function without state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final PictureSource source;

  PictureKind(PictureSource source) {
    this.source = source;
  }

  PictureSource source() {
    return source;
  }

  private static Scene plan(PictureSource.Request request) throws PictureSource.Refusal {
    Path file = Objects.requireNonNullElse(request.dockerfile(), Path.of("Dockerfile"));
    DockerfileText text = DockerfileText.read(file);
    String unreadable = text.unreadable();
    if (unreadable != null) {
      throw new PictureSource.Refusal(unreadable);
    }
    return BuildPicture.of(BuildPlan.of(text.text(), Map.of()), BuildFacts.of(""), request.width());
  }

  private static Scene image(PictureSource.Request request) throws PictureSource.MissingOption {
    String name = request.image();
    if (name == null) {
      throw new PictureSource.MissingOption(Messages.get("cli.picture.noImage"));
    }
    ContainerEngine engine = request.engine().get();
    Image image = engine.images().inspect(name);
    return LayersPicture.of(
        new LayersFacts(
            name,
            image,
            engine.images().history(image.summary().id()),
            engine.images().list(),
            engine.info().storage().store(),
            Instant.now()),
        request.width());
  }
}
