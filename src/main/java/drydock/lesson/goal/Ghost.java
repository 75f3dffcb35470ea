// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.BuildState;
import drydock.engine.Container;
import org.jspecify.annotations.Nullable;

/// Something that is not there yet and should be: pictures draw it as an outline. What exists is named by its id, what
/// does not exist yet by the name that it will have; empty where any name will do. When it comes true, the picture draws
/// the real element, and [Ghosts#of] no longer gives the outline.
public sealed interface Ghost {
  /// A container.
  ///
  /// @param id of the one that is there but not as wanted; empty when there is none
  /// @param status as it should be
  /// @param network the name of one that it should be connected to; empty for any
  record Box(String id, String name, String image, Container.Status status, String network)
      implements Ghost {}

  /// An image.
  ///
  /// @param layers how many of its own it should have; null when that does not matter
  record Picture(String tag, String base, Goal.@Nullable Count layers) implements Ghost {}

  /// A value of an image's configuration.
  ///
  /// @param setting in Dockerfile's words: "CMD"
  record Label(String image, String setting, String value) implements Ghost {}

  record Wire(String network, String container, String alias) implements Ghost {}

  record Net(String name) implements Ghost {}

  record Store(String volume) implements Ghost {}

  /// Something mounted into a container.
  ///
  /// @param container its id
  /// @param volume its name; empty for any
  record Mounting(String container, String target, String volume) implements Ghost {}

  /// The lid on what a container may use.
  ///
  /// @param container its id
  record Lid(String container, Demand.Resource resource, Demand.Amount amount) implements Ghost {}

  /// Two containers' cells of a namespace, merged into one.
  ///
  /// @param with the other container's id; empty for the engine's machine
  record Cell(Goal.Space space, String container, String with) implements Ghost {}

  /// A step of the build as it should end.
  ///
  /// @param instruction how the step begins
  record Step(String instruction, BuildState.Status status) implements Ghost {}

  /// A port of a container, published.
  ///
  /// @param container its id; empty when there is none yet
  /// @param port the container's: "80/tcp"
  record Port(String container, String port) implements Ghost {}

  /// A file that should be there.
  record File(Goal.Place place, String path) implements Ghost {}
}
