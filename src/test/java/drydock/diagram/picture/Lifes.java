// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.Container;
import drydock.engine.EngineEvent;
import drydock.engine.EngineState;
import drydock.engine.HealthResult;
import drydock.engine.Journal;
import drydock.engine.RestartPolicy;
import drydock.observe.Life;
import drydock.observe.Lives;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lives of containers, as engines tell them.
final class Lifes {
  private static final Instant AT = Samples.AT;

  private final List<EngineEvent> events = new ArrayList<>();
  private final Map<String, Container> containers = new HashMap<>();

  private Lifes() {}

  /// One of everything: a quiet one, one that is paused, one in a crash loop, one that ran out of
  /// memory, one that is unhealthy, one that was stopped and removed.
  static LifeFacts small() {
    Lifes all = new Lifes();
    all.container("web", -3600, Container.Status.RUNNING, RestartPolicy.NO);
    all.event("web", -20, "kill", "signal", "10");
    all.event("db", -100, "create").event("db", -99.5, "start").event("db", -60, "pause");
    all.event("db", -31, "unpause").event("db", -10, "pause");
    all.container("db", -100, Container.Status.PAUSED, RestartPolicy.NO);
    all.loop("crashy", -90, 6);
    all.event("eater", -80, "create").event("eater", -79.6, "start").event("eater", -42, "oom");
    all.event("eater", -41.9, "die", "exitCode", "137");
    all.container("eater", -80, Container.Status.EXITED, RestartPolicy.NO);
    all.event("ill", -70, "create").event("ill", -69.8, "start");
    all.event("ill", -60, "health_status: healthy").event("ill", -25, "health_status: unhealthy");
    all.container("ill", -70, Container.Status.RUNNING, RestartPolicy.NO);
    all.event("old", -65, "create").event("old", -64.8, "start");
    all.event("old", -50, "kill", "signal", "15").event("old", -40, "kill", "signal", "9");
    all.event("old", -39.9, "die", "exitCode", "137").event("old", -39.8, "stop");
    all.event("old", -20, "destroy");
    return all.facts(Duration.ofMinutes(2), Journal.since(AT.minusSeconds(110)));
  }

  /// Thirty-five lanes, two thousand events; the journal keeps half of them.
  static LifeFacts busy() {
    Lifes all = new Lifes();
    for (int i = 0; i < 35; i++) {
      String name = "a-rather-long-container-name-" + i;
      double begin = -600 + i;
      all.event(name, begin, "create");
      for (int j = 0; j < 19; j++) {
        double at = begin + 1 + j * (25 + i % 7);
        all.event(name, at, "start").event(name, at + 6 + i, "kill", "signal", "" + (1 + j));
        all.event(name, at + 6.2 + i % 3, "die", "exitCode", "" + (j % 4));
      }
      all.container(
          name,
          begin,
          Container.Status.EXITED,
          new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 0));
    }
    return all.facts(Duration.ofMinutes(10), Journal.since(AT.minusSeconds(700)));
  }

  /// Podman's words and gaps: an engine that was lost for a while, containers from before, one that
  /// is paused since nobody knows when, one with a name that is no name.
  static LifeFacts degraded() {
    Lifes all = new Lifes();
    all.event("pod", -110, "create").event("pod", -109, "start");
    all.event("pod", -80, "health_status", "health_status", "unhealthy");
    all.event("pod", -60, "died", "containerExitCode", "3").event("pod", -20, "remove");
    all.container("before", -900, Container.Status.PAUSED, RestartPolicy.NO);
    all.container("ended-before", -100, Container.Status.EXITED, RestartPolicy.NO);
    all.container("across", -95, Container.Status.RUNNING, RestartPolicy.NO);
    all.event("across", -95, "create").event("across", -94, "start");
    all.event("<b>&\"'", -15, "kill", "signal", "no number");
    all.event("<b>&\"'", -14, "die", "exitCode", "99999999999999999999");
    Journal lost = all.journal(Journal.since(AT.minusSeconds(110)));
    List<EngineEvent> kept = lost.events();
    return all.facts(Duration.ofMinutes(2), Journal.of(AT.minusSeconds(40), kept, 12_345));
  }

  /// An hour, of which one short life is seen.
  static LifeFacts brief() {
    Lifes all = new Lifes();
    all.event("brief", -3, "create").event("brief", -2.9, "start");
    all.event("brief", -2.5, "die", "exitCode", "127").event("brief", -2.4, "destroy");
    return all.facts(Duration.ofHours(1), Journal.since(AT.minusSeconds(3600)));
  }

  /// Every five seconds, up to now; the last three failed.
  private static List<HealthResult> checks(int count) {
    List<HealthResult> results = new ArrayList<>();
    for (int i = count; i > 0; i--) {
      boolean failed = i <= 3;
      results.add(
          new HealthResult(at(1 - 5 * i), failed ? 1 : 0, failed ? "connection refused" : ""));
    }
    return results;
  }

  private void loop(String name, double begin, int times) {
    event(name, begin, "create");
    double at = begin + 0.4;
    double wait = 0.8;
    for (int i = 0; i < times; i++) {
      event(name, at, "start").event(name, at + 1.5, "die", "exitCode", "1");
      at += 1.5 + wait;
      wait *= 2;
    }
    container(
        name,
        begin,
        Container.Status.RESTARTING,
        new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 0));
  }

  private void container(String name, double begin, Container.Status status, RestartPolicy policy) {
    Container plain =
        drydock.engine.Samples.container(
            "id-" + name, name, "busybox:1.37", "sha256:b", status, 0, at(begin), true);
    containers.put(
        plain.id(),
        new Container(
            plain.id(),
            plain.name(),
            plain.image(),
            plain.imageId(),
            plain.command(),
            plain.env(),
            plain.user(),
            plain.created(),
            new Container.State(
                status,
                0,
                false,
                "",
                0,
                Container.Health.NONE,
                0,
                plain.state().started(),
                status == Container.Status.EXITED ? plain.state().finished() : null),
            plain.terminal(),
            plain.labels(),
            plain.ports(),
            plain.networks(),
            plain.mounts(),
            plain.limits(),
            plain.modes(),
            policy));
  }

  private Lifes event(String name, double second, String action, String... attribute) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("name", name);
    attributes.put("image", "busybox:1.37");
    if (attribute.length > 0) {
      attributes.put(attribute[0], attribute[1]);
    }
    int colon = action.indexOf(": ");
    Instant at = at(second);
    events.add(
        new EngineEvent(
            "container",
            colon < 0 ? action : action.substring(0, colon),
            colon < 0 ? "" : action.substring(colon + 2),
            "id-" + name,
            attributes,
            at.getEpochSecond() * 1_000_000_000 + at.getNano()));
    return this;
  }

  private static Instant at(double second) {
    return AT.plusMillis(Math.round(second * 1000));
  }

  private Journal journal(Journal journal) {
    events.sort(Comparator.comparingLong(EngineEvent::timeNanos));
    Journal told = journal;
    for (EngineEvent event : events) {
      if (!event.at().isAfter(AT)) {
        told = told.with(event);
      }
    }
    return told;
  }

  private LifeFacts facts(Duration span, Journal begin) {
    Journal journal = begin.events().isEmpty() ? journal(begin) : begin;
    EngineState state = drydock.engine.Samples.state(Map.of(), containers);
    List<Life> lives = new Lives().read(state, journal);
    Map<String, List<HealthResult>> checks = new HashMap<>();
    for (Life life : lives) {
      boolean many = life.name().startsWith("a-rather");
      if (many || life.name().equals("ill")) {
        checks.put(life.id(), checks(many ? 90 : 13));
      }
    }
    return new LifeFacts(
        lives,
        checks,
        AT.minus(span),
        AT,
        AT,
        Duration.ZERO,
        journal.dropped(),
        AT,
        ZoneOffset.UTC);
  }
}
