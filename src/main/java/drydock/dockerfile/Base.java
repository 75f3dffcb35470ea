// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

/// What a stage or a `--from` starts from.
public sealed interface Base {
  /// Nothing.
  record Scratch() implements Base {}

  /// Another stage of the file.
  record OfStage(Stage stage) implements Base {}

  /// An image, or a context that the build command names.
  ///
  /// @param reference with its variables replaced
  /// @param known false when a variable in it has no value here
  record Image(String reference, boolean known) implements Base {}

  /// Nothing that can be built: no reference at all, a variable that must be set, a number that no stage has.
  record Invalid() implements Base {}
}
