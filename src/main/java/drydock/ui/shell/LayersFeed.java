// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.archive.Waste;
import drydock.diagram.picture.ChosenLayer;
import drydock.diagram.picture.LayersFacts;
import drydock.diagram.picture.LayersPicture;
import drydock.engine.EngineState;
import drydock.ui.files.FilesModel;
import drydock.ui.files.FilesView;
import drydock.ui.files.Slab;
import drydock.ui.layers.LayersModel;
import drydock.ui.layers.LayersTools;
import drydock.ui.picture.PictureModel;
import drydock.ui.picture.PicturePane;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Ties the picture of layers to what reads them, and a slab that is selected to its files below it.
final class LayersFeed implements PictureFeed {
  private static final PictureModel.Kind KIND = PictureModel.Kind.LAYERS;

  private final LayersModel model;
  private final FilesModel files;
  private final FilesView filesView;
  private final PictureModel pictures;
  private final PicturePane pane;

  LayersFeed(Services services, PictureModel pictures, PicturePane pane, Saving saving) {
    this(
        new LayersModel(services.background(), services.monitor()::engine, services.clock()),
        new FilesModel(
            services.background(),
            services.monitor()::engine,
            services.clock(),
            services.scratch()),
        pictures,
        pane,
        saving);
  }

  LayersFeed(
      LayersModel model, FilesModel files, PictureModel pictures, PicturePane pane, Saving saving) {
    this.model = model;
    this.files = files;
    this.pictures = pictures;
    this.pane = pane;
    filesView = new FilesView(files, () -> pictures.selectedProperty(KIND).set(null));
    filesView.paletteProperty().bind(pane.paletteProperty());
    filesView.setOnExtract(name -> saving.place(name).ifPresent(filesView::extract));
    filesView.setOnSaveDrill(
        scene -> saving.picture(scene, "drill.svg", pane.paletteProperty().get()));
    model.factsProperty().addListener(_ -> show());
    files.wasteProperty().addListener(_ -> show());
    pictures.selectedProperty(KIND).addListener(_ -> select());
    pane.setTools(KIND, new LayersTools(model).node());
    show();
  }

  /// The image that a tag names is shown, unless a person chooses another.
  void prefer(String tag) {
    model.prefer(tag);
  }

  @Override
  public void update(@Nullable EngineState state, boolean inView) {
    model.update(state, inView);
  }

  private void show() {
    LayersFacts facts = model.factsProperty().get();
    if (facts == null || images(facts).noneMatch(id -> id.equals(files.image()))) {
      files.leave();
    }
    select();
    if (facts == null) {
      pictures.show(KIND, LayersPicture::nothing);
    } else {
      LayersFacts all = facts.withWaste(waste(facts));
      pictures.show(KIND, width -> LayersPicture.of(all, width));
    }
  }

  private static Stream<String> images(LayersFacts facts) {
    return Stream.concat(Stream.of(facts.shown()), facts.others().stream())
        .map(shown -> shown.image().id());
  }

  private @Nullable List<Waste> waste(LayersFacts facts) {
    return facts.shown().image().id().equals(files.image()) ? files.wasteProperty().get() : null;
  }

  private void select() {
    LayersFacts facts = model.factsProperty().get();
    String selected = pictures.selectedProperty(KIND).get();
    Slab slab =
        facts == null || selected == null
            ? null
            : ChosenLayer.of(facts, selected).map(LayersFeed::slab).orElse(null);
    files.show(slab);
    pane.setBelow(KIND, slab == null ? null : filesView.node());
  }

  private static Slab slab(ChosenLayer chosen) {
    LayersFacts.Shown shown = chosen.image();
    Slab.Of image =
        new Slab.Of(
            shown.image().id(), shown.name(), shown.image().summary().sizeBytes(), chosen.steps());
    return switch (chosen) {
      case ChosenLayer.OfImage layer -> new Slab.Layer(image, layer.layer());
      case ChosenLayer.OfContainer container ->
          new Slab.Own(image, container.own().container(), container.own().layer());
    };
  }

  @Override
  public void close() {
    model.update(null, false);
    files.close();
  }
}
