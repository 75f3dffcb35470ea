// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import drydock.engine.EngineEvent;
import drydock.engine.RestartPolicy;
import drydock.observe.Life.Kind;
import drydock.observe.Life.Mark;
import drydock.observe.Life.Phase;
import drydock.observe.Life.Reason;
import drydock.observe.Life.Source;
import drydock.observe.Life.Stretch;
import drydock.observe.Life.Told;
import drydock.observe.Life.Untold;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells one container's life, event by event.
final class LifeTeller {
  /// Docker waits a minute at most before it starts a container again.
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(65);

  private static final Pattern SMALL_NUMBER = Pattern.compile("\\d{1,9}");

  private final String id;
  private final @Nullable Container known;
  private final Duration skew;
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private String name;
  private String image;
  private @Nullable Instant removed;

  /// Whether somebody sent it a signal or stopped it since it was started: then no policy starts it
  /// again.
  private boolean asked;

  private int restarts;

  /// Whether it was unhealthy when it was paused.
  private boolean ill;

  /// @param known the container as it was seen once; null when only its events are known
  /// @param skew how far the engine's clock is ahead
  LifeTeller(String id, @Nullable Container known, Duration skew) {
    this.id = id;
    this.known = known;
    this.skew = skew;
    this.name = known == null ? "" : known.name();
    this.image = known == null ? "" : known.image();
  }

  String id() {
    return id;
  }

  boolean gone() {
    return removed != null;
  }

  /// What was before the first event.
  ///
  /// @param past how it was inspected; null when it never was
  /// @param first null when there is none
  /// @param listening since when events are heard, by the engine's clock
  void begin(@Nullable Container past, @Nullable EngineEvent first, Instant listening) {
    if (first != null && first.action().equals("create")) {
      return;
    }
    if (past != null) {
      stretches.addAll(Past.of(past, first, this::local));
    }
    if (stretches.isEmpty()) {
      Instant since = local(listening);
      Instant at = first == null ? since : local(first.at());
      add(Phase.UNKNOWN, at.isBefore(since) ? at : since, 0, new Untold(Reason.EARLIER));
    }
  }

  /// Nobody listened for a while. Afterwards it is as `now` tells.
  ///
  /// @param now null when it is not there any more
  /// @param next the first event afterwards; null when there is none
  void miss(Instant from, Instant to, @Nullable Container now, @Nullable EngineEvent next) {
    if (!stretches.isEmpty()) {
      add(Phase.UNKNOWN, local(from), 0, new Untold(Reason.MISSED));
    } else if (next != null && next.action().equals("create")) {
      return;
    }
    Instant back = local(to);
    if (now == null) {
      if (next == null) {
        close(back);
        removed = back;
      } else if (stretches.isEmpty()) {
        begin(null, next, to);
      }
      return;
    }
    List<Stretch> after = Past.of(now, next, this::local);
    if (stretches.isEmpty()) {
      stretches.addAll(after);
      return;
    }
    for (Stretch stretch : after) {
      Instant end = stretch.to();
      if (end == null || end.isAfter(back)) {
        Instant begin = stretch.from().isBefore(back) ? back : stretch.from();
        close(begin);
        stretches.add(stretch.from(begin));
      }
    }
  }

  /// @param event of one that is gone it says nothing more: ids do not come again
  void add(EngineEvent event) {
    if (gone()) {
      return;
    }
    Instant at = local(event.at());
    name = event.attributes().getOrDefault("name", name);
    image = event.attributes().getOrDefault("image", image);
    switch (event.action()) {
      case "create" -> add(Phase.CREATED, at, 0, new Told(event));
      case "start" -> start(event, at);
      case "restart" -> mark(Kind.RESTARTED, 0, event);
      case "pause" -> {
        ill = last() == Phase.UNHEALTHY;
        add(Phase.PAUSED, at, 0, new Told(event));
      }
      case "unpause" -> add(ill ? Phase.UNHEALTHY : Phase.RUNNING, at, 0, new Told(event));
      case "health_status" -> health(event, at);
      case "oom" -> mark(Kind.OOM, 0, event);
      case "kill" -> {
        asked = true;
        mark(Kind.SIGNAL, number(event, "signal"), event);
      }
      case "stop" -> asked = true;
      case "die", "died" -> die(event, at);
      case "rename" -> mark(Kind.RENAMED, 0, event);
      case "update" -> mark(Kind.UPDATED, 0, event);
      case "destroy", "remove" -> {
        mark(Kind.REMOVED, 0, event);
        close(at);
        removed = at;
      }
      default -> {} // what changes nothing that is drawn, and what a newer engine invents
    }
  }

  /// Events do not tell whether it will be started again; its state does.
  ///
  /// @param now null when it is not there any more
  void end(@Nullable Container now) {
    if (now != null && now.status() == Container.Status.RESTARTING && !stretches.isEmpty()) {
      Stretch last = stretches.getLast();
      if (last.phase() == Phase.EXITED) {
        stretches.set(stretches.size() - 1, last.as(Phase.RESTARTING));
      }
    }
  }

  Life life() {
    Instant begun =
        stretches.isEmpty()
            ? marks.isEmpty() ? Instant.EPOCH : marks.getFirst().at()
            : stretches.getFirst().from();
    return new Life(id, name.isEmpty() ? id : name, image, begun, stretches, marks, removed);
  }

  private void start(EngineEvent event, Instant at) {
    Stretch last = stretches.isEmpty() ? null : stretches.getLast();
    if (last != null && byPolicy(last, at)) {
      restarts++;
      stretches.set(stretches.size() - 1, last.as(Phase.RESTARTING));
      mark(Kind.RESTARTED, restarts, event);
    } else if (last != null && last.phase() != Phase.EXITED) {
      restarts = 0;
    }
    asked = false;
    add(Phase.RUNNING, at, 0, new Told(event));
  }

  /// Whether it was the restart policy that started it after `last`.
  private boolean byPolicy(Stretch last, Instant at) {
    if (known == null || asked || last.phase() != Phase.EXITED) {
      return false;
    }
    RestartPolicy policy = known.restartPolicy();
    boolean wanted =
        switch (policy.kind()) {
          case NO -> false;
          case ON_FAILURE ->
              last.exitCode() > 0
                  && (policy.maximumRetries() == 0 || restarts < policy.maximumRetries());
          case ALWAYS, UNLESS_STOPPED -> true;
        };
    return wanted && Duration.between(last.from(), at).compareTo(LONGEST_BACK_OFF) < 0;
  }

  private void die(EngineEvent event, Instant at) {
    String field = event.attributes().containsKey("exitCode") ? "exitCode" : "containerExitCode";
    int code = number(event, field);
    mark(Kind.EXITED, code, event);
    add(Phase.EXITED, at, code, new Told(event));
  }

  /// Docker says "health_status: healthy", and only when it changes; Podman writes the word among
  /// the attributes, after each check.
  private void health(EngineEvent event, Instant at) {
    String word =
        event.detail().isEmpty()
            ? event.attributes().getOrDefault("health_status", "")
            : event.detail();
    Phase last = last();
    if (word.equals("healthy")) {
      mark(Kind.HEALTHY, 0, event);
      if (last == Phase.UNHEALTHY || last == Phase.UNKNOWN) {
        add(Phase.RUNNING, at, 0, new Told(event));
      }
    } else if (word.equals("unhealthy")) {
      mark(Kind.UNHEALTHY, 0, event);
      if (last != Phase.UNHEALTHY) {
        add(Phase.UNHEALTHY, at, 0, new Told(event));
      }
    }
  }

  private Phase last() {
    return stretches.isEmpty() ? Phase.UNKNOWN : stretches.getLast().phase();
  }

  private void mark(Kind kind, int number, EngineEvent event) {
    marks.add(new Mark(kind, number, local(event.at()), event));
  }

  private void add(Phase phase, Instant from, int exitCode, Source source) {
    close(from);
    stretches.add(new Stretch(phase, from, null, exitCode, source));
  }

  private void close(Instant at) {
    if (!stretches.isEmpty() && stretches.getLast().to() == null) {
      Stretch last = stretches.removeLast();
      if (!last.from().isAfter(at)) {
        stretches.add(last.until(at));
      }
    }
  }

  private Instant local(Instant byEngine) {
    return byEngine.minus(skew);
  }

  private static int number(EngineEvent event, String attribute) {
    String text = event.attributes().getOrDefault(attribute, "");
    return SMALL_NUMBER.matcher(text).matches() ? Integer.parseInt(text) : Life.NOT_TOLD;
  }
}
