// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.diagram.Palette;
import drydock.diagram.Scene;
import drydock.diagram.export.ExportException;
import drydock.diagram.export.PictureFormat;
import drydock.files.Reasons;
import drydock.messages.Messages;
import drydock.ui.picture.PictureModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes pictures into files where a person wants them, and says so.
final class Saving {
  /// Asks a person where a file shall go; asks again before a file is replaced.
  interface Places {
    Optional<Path> save(String name, String... patterns);
  }

  private static final String[] PICTURES =
      Arrays.stream(PictureFormat.values()).map(f -> "*." + f.extension()).toArray(String[]::new);

  private final Places places;
  private final PictureModel pictures;
  private final Consumer<String> say;
  private final Consumer<String> problem;

  Saving(Places places, PictureModel pictures, Consumer<String> say, Consumer<String> problem) {
    this.places = places;
    this.pictures = pictures;
    this.say = say;
    this.problem = problem;
  }

  Optional<Path> place(String name) {
    return places.save(name);
  }

  void picture(Scene scene, String name, Palette palette) {
    places
        .save(name, PICTURES)
        .ifPresent(
            file ->
                pictures.save(
                    scene,
                    file,
                    palette,
                    saved -> say.accept(Messages.get("shell.saved", saved)),
                    e ->
                        problem.accept(
                            e instanceof ExportException
                                ? String.valueOf(e.getMessage())
                                : Messages.get("shell.notSaved", file, Reasons.of(e)))));
  }
}
