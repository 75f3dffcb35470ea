// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineInfo;
import drydock.messages.Messages;
import java.util.List;
import java.util.Optional;

/// What engines are called, and which of those that were found is which.
public final class Engines {
  /// Where the docker command looks when nobody told it where: Linux and macOS, Windows.
  private static final List<String> DOCKERS_OWN =
      List.of("unix:///var/run/docker.sock", "npipe:////./pipe/docker_engine");

  private Engines() {}

  /// Its make and release in short: "Docker 28.5", "Podman 5.4".
  public static String name(EngineInfo engine) {
    return make(engine) + " " + release(engine.version());
  }

  /// For people only: nothing is decided by it.
  private static String make(EngineInfo engine) {
    if (engine.podman()) {
      return Messages.get("doctor.make.podman");
    }
    return engine.machine().operatingSystem().startsWith("Docker Desktop")
        ? Messages.get("doctor.make.desktop")
        : Messages.get("doctor.make.docker");
  }

  /// "28.5" of "28.5.2+dfsg4".
  private static String release(String version) {
    String[] parts = version.split("\\.", 3);
    return parts.length < 2 ? version : parts[0] + "." + parts[1];
  }

  /// With who names it and where it listens: "Docker 28.5 · current Docker context colima · unix:///…".
  public static String label(EngineInfo engine) {
    String origin = origin(engine.endpoint());
    String uri = engine.endpoint().uri();
    return origin.equals(make(engine))
        ? Messages.get("doctor.engine.label.plain", name(engine), uri)
        : Messages.get("doctor.engine.label", name(engine), origin, uri);
  }

  /// Who names an endpoint.
  public static String origin(Endpoint endpoint) {
    return switch (endpoint.origin()) {
      case SETTING -> Messages.get("doctor.origin.setting");
      case DOCKER_HOST -> Messages.get("doctor.origin.host");
      case DOCKER_CONTEXT -> Messages.get("doctor.origin.dockerContext", endpoint.name());
      case CURRENT_CONTEXT -> Messages.get("doctor.origin.currentContext", endpoint.name());
      case CONTEXT -> Messages.get("doctor.origin.context", endpoint.name());
      case WELL_KNOWN -> endpoint.name();
      case RECORDING -> Messages.get("doctor.origin.recording", endpoint.name());
    };
  }

  /// Those that answered, each once.
  public static List<EngineInfo> answering(List<EndpointAttempt> attempts) {
    return attempts.stream()
        .filter(a -> a.result() == Result.ANSWERED)
        .map(EndpointAttempt::engine)
        .flatMap(engine -> Optional.ofNullable(engine).stream())
        .toList();
  }

  /// The endpoint that the person named, here or to Docker, and that does not serve, so that another engine is used.
  public static Optional<EndpointAttempt> passedOver(List<EndpointAttempt> attempts) {
    return attempts.stream()
        .findFirst()
        .filter(a -> !answers(a) && named(a.endpoint()))
        .filter(_ -> attempts.stream().anyMatch(a -> a.result() == Result.ANSWERED));
  }

  /// Whether the docker command, typed in a terminal, would talk to this engine too.
  public static boolean isDockers(EngineInfo engine, List<EndpointAttempt> attempts) {
    Optional<Endpoint> dockers =
        attempts.stream()
            .map(EndpointAttempt::endpoint)
            .filter(e -> named(e) && e.origin() != Endpoint.Origin.SETTING)
            .findFirst();
    return dockers
        .map(e -> e.uri().equals(engine.endpoint().uri()))
        .orElseGet(() -> DOCKERS_OWN.contains(engine.endpoint().uri()));
  }

  static boolean answers(EndpointAttempt attempt) {
    return attempt.result() == Result.ANSWERED || attempt.result() == Result.SAME_ENGINE;
  }

  /// Whether somebody asked for just this one, rather than that it is worth a try.
  static boolean named(Endpoint endpoint) {
    return switch (endpoint.origin()) {
      case SETTING, DOCKER_HOST, DOCKER_CONTEXT, CURRENT_CONTEXT -> true;
      case CONTEXT, WELL_KNOWN, RECORDING -> false;
    };
  }
}
