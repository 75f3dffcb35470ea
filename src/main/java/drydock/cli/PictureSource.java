// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.diagram.Scene;
import drydock.engine.ContainerEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where one kind of picture comes from. A new kind is one of these and its entry in [PictureKind].
interface PictureSource {
  /// @throws Unreadable when what it needs cannot be read
  /// @throws MissingOption when what it needs is not given
  /// @throws Refusal when there is nothing to draw
  Scene draw(Request request) throws Unreadable, MissingOption, Refusal;

  /// What was asked for on the command line. Each kind takes of it what it needs.
  ///
  /// @param engine finds the engine, once; throws an `EngineException` when there is none
  /// @param last how much time to show; null for all that is told
  /// @param width to fill, in pixels
  /// @param focus the element that is outlined, by its id; null for none
  record Request(
      Supplier<ContainerEngine> engine,
      @Nullable Path dockerfile,
      @Nullable String image,
      @Nullable Duration last,
      double width,
      @Nullable String focus,
      LayersOptions layers) {
    Request(
        Supplier<ContainerEngine> engine,
        @Nullable Path dockerfile,
        @Nullable String image,
        @Nullable Duration last,
        double width) {
      this(engine, dockerfile, image, last, width, null, new LayersOptions());
    }
  }

  /// There is no picture; the message is a sentence for people.
  final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    Refusal(String sentence) {
      super(sentence);
    }
  }

  /// The arguments are too few; the message is a sentence for people.
  final class MissingOption extends Exception {
    private static final long serialVersionUID = 1;

    MissingOption(String sentence) {
      super(sentence);
    }
  }
}
