// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildEvent;
import drydock.engine.BuildRequest;
import drydock.engine.EngineInfo;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.messages.Messages;

/// Builds an image.
final class DockerBuild {
  private final DockerHttp http;
  private final EngineInfo info;

  DockerBuild(DockerHttp http, EngineInfo info) {
    this.http = http;
    this.info = info;
  }

  Subscription start(BuildRequest request, StreamListener<BuildEvent> listener) {
    RunningBuild build = new RunningBuild(http, info, request, listener);
    return StreamRunner.start(Messages.get("engine.doing.build"), build::run, build::end);
  }
}
