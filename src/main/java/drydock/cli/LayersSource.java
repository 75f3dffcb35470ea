// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.archive.ArchiveException;
import drydock.archive.Bounds;
import drydock.archive.ImageArchive;
import drydock.diagram.Scene;
import drydock.diagram.picture.ChosenLayer;
import drydock.diagram.picture.FileLines;
import drydock.diagram.picture.LayersFacts;
import drydock.diagram.picture.LayersPicture;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.Image;
import drydock.files.Reasons;
import drydock.messages.Messages;
import drydock.observe.ContainerLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws an image's layers; what is in them only when it is asked for, because that is read from the engine.
final class LayersSource {
  private static final int MOST_COMPARED = 2;
  private static final int MOST_CONTAINERS = 20;

  private LayersSource() {}

  static Scene draw(PictureSource.Request request)
      throws PictureSource.MissingOption, PictureSource.Refusal {
    String name = request.image();
    if (name == null) {
      throw new PictureSource.MissingOption(Messages.get("cli.picture.noImage"));
    }
    LayersOptions options = request.layers();
    if (options.compared().size() > MOST_COMPARED) {
      throw new PictureSource.MissingOption(
          Messages.get("cli.picture.tooManyCompared", MOST_COMPARED));
    }
    ContainerEngine engine = request.engine().get();
    LayersFacts facts = facts(engine, name, options);
    if (!options.waste() && !options.files()) {
      return LayersPicture.of(facts, request.width());
    }
    return read(engine, facts, request);
  }

  private static LayersFacts facts(ContainerEngine engine, String name, LayersOptions options) {
    LayersFacts.Shown shown = shown(engine, name);
    List<LayersFacts.Shown> others = new ArrayList<>();
    for (String other : options.compared()) {
      others.add(shown(engine, other));
    }
    List<String> ids = new ArrayList<>(List.of(shown.image().id()));
    others.removeIf(other -> !addNew(ids, other.image().id()));
    LayersFacts facts =
        new LayersFacts(
                shown, engine.images().list(), engine.info().storage().store(), Instant.now())
            .comparedWith(others);
    return options.containers() ? withContainers(engine, facts, ids) : facts;
  }

  private static boolean addNew(List<String> ids, String id) {
    return !ids.contains(id) && ids.add(id);
  }

  private static LayersFacts.Shown shown(ContainerEngine engine, String name) {
    Image image = engine.images().inspect(name);
    return new LayersFacts.Shown(name, image, engine.images().history(image.id()));
  }

  private static LayersFacts withContainers(
      ContainerEngine engine, LayersFacts facts, List<String> images) {
    List<Container> all =
        engine.containers().list().stream()
            .filter(c -> images.contains(c.imageId()))
            .sorted(Container.OLDEST_FIRST)
            .toList();
    List<Container> few = all.stream().limit(MOST_CONTAINERS).toList();
    Map<String, ContainerLayer> layers = ContainerLayer.read(engine, few, Clock.systemUTC());
    return facts.with(
        few.stream().map(c -> new LayersFacts.Own(c, layers.get(c.id()))).toList(),
        all.size() - few.size());
  }

  private static Scene read(
      ContainerEngine engine, LayersFacts facts, PictureSource.Request request)
      throws PictureSource.Refusal, PictureSource.MissingOption {
    int layer = request.layers().files() ? layer(facts, request) : 0;
    LayersFacts.Shown shown = facts.shown();
    try (ImageArchive archive =
        ImageArchive.read(
            out -> engine.images().save(List.of(shown.image().id()), out),
            Path.of(System.getProperty("java.io.tmpdir")),
            Bounds.USUAL)) {
      LayersFacts all = request.layers().waste() ? facts.withWaste(archive.waste()) : facts;
      Scene scene = LayersPicture.of(all, request.width());
      return request.layers().files()
          ? FileLines.below(scene, archive.tree(layer), archive.layers().size())
          : scene;
    } catch (ArchiveException e) {
      throw new PictureSource.Refusal(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new PictureSource.Refusal(
          Messages.get("files.notRead", shown.name(), Reasons.of(e) + "."));
    }
  }

  /// The layer in focus.
  private static int layer(LayersFacts facts, PictureSource.Request request)
      throws PictureSource.MissingOption {
    Optional<ChosenLayer> chosen =
        Optional.ofNullable(request.focus()).flatMap(id -> ChosenLayer.of(facts, id));
    if (chosen.orElse(null) instanceof ChosenLayer.OfImage layer
        && layer.image().equals(facts.shown())) {
      return layer.layer();
    }
    throw new PictureSource.MissingOption(
        Messages.get("cli.picture.noLayer", facts.shown().image().summary().layers().size() - 1));
  }
}
