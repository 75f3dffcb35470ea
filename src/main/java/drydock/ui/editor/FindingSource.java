// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.check.Finding;
import java.util.List;
import java.util.function.Function;

/// Where what there is to say about a Dockerfile comes from.
@FunctionalInterface
public interface FindingSource {
  /// Nothing is ever said.
  FindingSource NONE = _ -> _ -> List.of();

  /// Gathers what is known at this moment beside the file itself; called on the JavaFX thread. The
  /// function that comes back looks at the file elsewhere.
  ///
  /// @param file name in the workspace
  Function<Dockerfile, List<Finding>> now(String file);
}
