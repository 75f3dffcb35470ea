// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.assist.Assist;
import drydock.dockerfile.assist.Surroundings;
import drydock.dockerfile.check.CheckContext;
import java.util.function.Function;

/// Where help while writing a Dockerfile comes from.
@FunctionalInterface
public interface HelpSource {
  /// Nothing is known beside the file itself.
  HelpSource NONE = _ -> file -> new Assist(file, CheckContext.NONE, Surroundings.NONE);

  /// Gathers what is known at this moment beside the file itself; called on the JavaFX thread. The
  /// function that comes back, and what it makes, may be used elsewhere.
  ///
  /// @param file name in the workspace
  Function<Dockerfile, Assist> help(String file);
}
