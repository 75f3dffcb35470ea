// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

/// Which of Drydock's containers a goal is about.
public sealed interface Which {
  record Named(String name) implements Which {}

  /// Any of that image: of what its name means now, when the engine has it.
  record OfImage(String image) implements Which {}
}
