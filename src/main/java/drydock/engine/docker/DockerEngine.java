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
import java.util.Set;
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
    return new Events(http).open(since, null, List.of(), listener);
  }

  /// The events that an [drydock.engine.EngineState] depends on.
  Subscription changes(Instant since, StreamListener<EngineEvent> listener) {
    return new Events(http).open(since, null, Changes.TYPES, listener);
  }

  /// As [#changes], but only those that are over.
  Subscription changes(Instant since, Instant until, StreamListener<EngineEvent> listener) {
    return new Events(http).open(since, until, Changes.TYPES, listener);
  }

  Listing listing() {
    return Listing.read(http);
  }

  /// The ids of the images that the engine lists, which are not all that it has.
  Set<String> listedImages() {
    return Listing.images(http).keySet();
  }

  /// Now, by the engine's own clock, which the times of its events go by.
  Instant clock() {
    Instant now =
        Json.instant(http.json(Call.get(Messages.get("engine.doing.info"), "/info")), "SystemTime");
    return now == null ? Instant.now() : now;
  }

  /// Whether an engine still answers.
  boolean answers() {
    try {
      http.send(Call.get(Messages.get("engine.doing.info"), "/version").within(ANSWER_LIMIT));
      return true;
    } catch (EngineException e) {
      return false;
    }
  }

  /// Whether it still answers and is what it was when it was found: one that was started anew may have been upgraded, or
  /// have got other settings.
  boolean unchanged() {
    try {
      return is(asked());
    } catch (EngineException e) {
      return false;
    }
  }

  /// What it says of itself now.
  private EngineInfo asked() {
    String doing = Messages.get("engine.doing.info");
    return InfoJson.read(
        info.endpoint(),
        info.api(),
        http.ask(Call.get(doing, "/_ping").within(ANSWER_LIMIT))::header,
        http.json(Call.get(doing, "/version").within(ANSWER_LIMIT)),
        http.json(Call.get(doing, "/info").within(ANSWER_LIMIT)),
        info.clockSkew());
  }

  /// Whether `other` tells of this engine, as it is.
  boolean is(EngineInfo other) {
    return info.endpoint().uri().equals(other.endpoint().uri())
        && info.id().equals(other.id())
        && info.version().equals(other.version())
        && info.api().equals(other.api())
        && info.machine().equals(other.machine())
        && info.storage().equals(other.storage())
        && info.cgroups().equals(other.cgroups())
        && info.builder() == other.builder()
        && info.securityOptions().equals(other.securityOptions());
  }

  @Override
  public void close() {
    http.close();
  }
}
