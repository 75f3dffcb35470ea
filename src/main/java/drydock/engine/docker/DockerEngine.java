// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildEvent;
import drydock.engine.BuildRequest;
import drydock.engine.ContainerEngine;
import drydock.engine.Containers;
import drydock.engine.DiskUsage;
import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.Images;
import drydock.engine.Networks;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.engine.Volumes;
import drydock.messages.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Docker engine behind the port: every operation is one small class's.
public final class DockerEngine implements ContainerEngine {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Duration COUNTING_LIMIT = Duration.ofMinutes(3);

  private final DockerHttp http;
  private final EngineInfo info;
  private final Images images;
  private final Containers containers;
  private final Networks networks;
  private final Volumes volumes;

  /// @param http with the negotiated version
  DockerEngine(DockerHttp http, EngineInfo info) {
    this.http = http;
    this.info = info;
    images = new DockerImages(http, info);
    containers = new DockerContainers(http);
    networks = new DockerNetworks(http);
    volumes = new DockerVolumes(http);
  }

  @Override
  public EngineInfo info() {
    return info;
  }

  @Override
  public Images images() {
    return images;
  }

  @Override
  public Containers containers() {
    return containers;
  }

  @Override
  public Networks networks() {
    return networks;
  }

  @Override
  public Volumes volumes() {
    return volumes;
  }

  @Override
  public Subscription build(BuildRequest request, StreamListener<BuildEvent> listener) {
    return new DockerBuild(http, info).start(request, listener);
  }

  @Override
  public DiskUsage diskUsage() {
    return DiskUsageJson.read(
        http.json(
            Call.get(Messages.get("engine.doing.diskUsage"), "/system/df").within(COUNTING_LIMIT)));
  }

  @Override
  public Subscription events(@Nullable Instant since, StreamListener<EngineEvent> listener) {
    return new Events(http).open(since, List.of(), listener);
  }

  /// The events that change images and containers.
  Subscription changes(Instant since, StreamListener<EngineEvent> listener) {
    return new Events(http).open(since, List.of(Changes.CONTAINER, Changes.IMAGE), listener);
  }

  /// Now, by the engine's own clock, which the times of its events go by.
  Instant clock() {
    Instant now =
        Json.instant(http.json(Call.get(Messages.get("engine.doing.info"), "/info")), "SystemTime");
    return now == null ? Instant.now() : now;
  }

  /// Whether the same engine still answers.
  boolean answers() {
    try {
      Call call = Call.get(Messages.get("engine.doing.info"), "/version").within(ANSWER_LIMIT);
      return Json.text(http.json(call), "Version").equals(info.version());
    } catch (EngineException e) {
      return false;
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
