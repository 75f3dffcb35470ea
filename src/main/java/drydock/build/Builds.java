// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.engine.BuildEvent;
import drydock.engine.ContainerEngine;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;

/// Builds folders: the one way from a window or the command line to an image.
public final class Builds {
  /// Starts a build: reads the Dockerfile, pulls the base images that the engine lacks, sends the folder, and tells every
  /// step together with its lines in the Dockerfile.
  ///
  /// Reads the Dockerfile and asks the engine for its images before it returns, so not for the UI's thread; all else
  /// happens on the engine's streams. Whatever goes wrong is told as the one [BuildEvent.Finished] that comes last,
  /// before `onEnd`; nothing is thrown. The listener is called by one thread at a time, not always by the same.
  ///
  /// @return closing it cancels: a pull, or the build on the engine
  public Subscription start(
      ContainerEngine engine, BuildOptions options, StreamListener<BuildEvent> listener) {
    FolderBuild build = new FolderBuild(engine, options, listener);
    build.start();
    return build;
  }
}
