// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A box of the build graph, whether it comes from a plan or from a running build.
///
/// @param stage the column it wants to stand in; steps of one stage form a chain
/// @param inputs keys of the steps before it, the context among them
/// @param lines what is written in the box below its name
/// @param seconds how long it ran; 0 when it did not
/// @param why the longer word: full name, reason
record Step(
    String key,
    String name,
    String stage,
    Role role,
    List<String> inputs,
    List<String> lines,
    double seconds,
    String why,
    String field,
    @Nullable Integer firstLine) {
  /// The build context: files, not a stage.
  static final String CONTEXT = "picture/context";

  /// The image that comes out.
  static final String RESULT = "picture/result";

  Step {
    inputs = List.copyOf(inputs);
    lines = List.copyOf(lines);
  }

  boolean isContext() {
    return key.equals(CONTEXT);
  }

  boolean isResult() {
    return key.equals(RESULT);
  }

  /// Whether it is a step of the Dockerfile.
  boolean isInstruction() {
    return !isContext() && !isResult();
  }
}
