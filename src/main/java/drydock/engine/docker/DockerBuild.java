// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildEvent;
import drydock.engine.BuildRequest;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;

/// Builds an image.
final class DockerBuild {
  private final EngineInfo info;

  DockerBuild(DockerHttp http, EngineInfo info) {
    this.info = info;
  }

  Subscription start(BuildRequest request, StreamListener<BuildEvent> listener) {
    EngineProblem problem = new EngineProblem.Unsupported("build", info.builder().name());
    return StreamRunner.start(
        "build",
        stream -> {
          throw new EngineException(problem);
        },
        listener::onEnd);
  }
}
