// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A box of the build graph, whether it comes from a plan or from a running build.
///
/// @param stage the column it wants to stand in; steps of one stage form a chain
/// @param inputs keys of the steps before it, the context among them
/// @param words what is said of it
/// @param time when it ran; null when it did not
/// @param firstLine of the Dockerfile; of an image, where it is first taken from
record Step(
    String key,
    Kind kind,
    String name,
    String stage,
    List<String> inputs,
    StepWords words,
    @Nullable Time time,
    @Nullable Integer firstLine) {
  /// The build context: files, not a stage.
  static final String CONTEXT = "picture/context";

  /// The image that comes out.
  static final String RESULT = "picture/result";

  enum Kind {
    INSTRUCTION,
    /// An image that only files are taken from.
    IMAGE,
    CONTEXT,
    RESULT
  }

  /// In seconds since the build's first step began.
  ///
  /// @param took how long it worked, without the breaks between two beginnings; while it runs 0
  record Time(double start, double took) {}

  Step {
    inputs = List.copyOf(inputs);
  }

  Role role() {
    return words.role();
  }

  /// How long it ran; 0 when it did not.
  double seconds() {
    return time == null ? 0 : time.took();
  }

  boolean isContext() {
    return kind == Kind.CONTEXT;
  }

  boolean isResult() {
    return kind == Kind.RESULT;
  }

  /// Whether it is a step of the Dockerfile.
  boolean isInstruction() {
    return kind == Kind.INSTRUCTION;
  }

  /// Whether it stands for a vertex of the builder, which log and editor know too.
  boolean isVertex() {
    return kind == Kind.INSTRUCTION || kind == Kind.IMAGE;
  }

  boolean isUnused() {
    return role() == Role.UNUSED;
  }
}
