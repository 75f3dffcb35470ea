// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Evidence;
import drydock.diagram.Role;
import drydock.engine.EngineEvent;
import drydock.messages.ExitCodes;
import drydock.messages.Messages;
import drydock.observe.Life;
import drydock.observe.Life.Mark;
import drydock.observe.Life.Phase;
import drydock.observe.Life.Stretch;
import drydock.observe.Signals;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What lives are called, and where it is known from.
final class LifeWords {
  private final LifeFacts facts;

  LifeWords(LifeFacts facts) {
    this.facts = facts;
  }

  static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone).format(at);
  }

  /// What happened last, of all of them.
  String answer(List<Life> lives) {
    long running =
        lives.stream().filter(l -> l.removed() == null && runs(phaseAt(l, facts.to()))).count();
    record Last(Life life, Instant at, String word) {}
    return lives.stream()
        .flatMap(
            life ->
                Stream.concat(
                    life.stretches().stream()
                        .filter(s -> s.source() instanceof Life.Told)
                        .map(s -> new Last(life, s.from(), word(s))),
                    life.marks().stream().map(m -> new Last(life, m.at(), word(m)))))
        .filter(l -> !l.at().isAfter(facts.to()) && !l.at().isBefore(facts.from()))
        .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other)
        .map(
            l ->
                Messages.get(
                    "picture.life.answerLast",
                    running,
                    l.life().name(),
                    l.word(),
                    time(l.at(), facts.zone())))
        .orElseGet(() -> Messages.get("picture.life.answer", running));
  }

  private static boolean runs(Phase phase) {
    return switch (phase) {
      case RUNNING, UNHEALTHY, PAUSED -> true;
      case CREATED, RESTARTING, EXITED, UNKNOWN -> false;
    };
  }

  private static Phase phaseAt(Life life, Instant at) {
    Phase phase = Phase.UNKNOWN;
    for (Stretch stretch : life.stretches()) {
      if (!stretch.from().isAfter(at)) {
        phase = stretch.phase();
      }
    }
    return phase;
  }

  /// How it is at the end of a stretch: "running", "exited 137". Of a time that is not known, the
  /// end may be.
  static String endWord(Stretch stretch) {
    if (stretch.source() instanceof Life.Untold untold) {
      return switch (untold.reason()) {
        case PAUSED -> Messages.get("picture.life.paused");
        case UNHEALTHY -> Messages.get("picture.life.unhealthy");
        case EARLIER, MISSED -> Messages.get("picture.life.unknown");
      };
    }
    return word(stretch);
  }

  /// "running", "exited 137".
  static String word(Stretch stretch) {
    return switch (stretch.phase()) {
      case CREATED -> Messages.get("picture.life.created");
      case RUNNING -> Messages.get("picture.life.running");
      case PAUSED -> Messages.get("picture.life.paused");
      case UNHEALTHY -> Messages.get("picture.life.unhealthy");
      case RESTARTING -> Messages.get("picture.life.restarting");
      case EXITED -> Messages.get("picture.life.exited", number(stretch.exitCode()));
      case UNKNOWN -> Messages.get("picture.life.unknown");
    };
  }

  static Role role(Stretch stretch) {
    return switch (stretch.phase()) {
      case CREATED, RESTARTING -> Role.WAITING;
      case RUNNING -> Role.THIRD;
      case PAUSED -> Role.FIRST;
      case UNHEALTHY -> Role.SECOND;
      case EXITED -> Role.NEUTRAL;
      case UNKNOWN -> Role.UNKNOWN;
    };
  }

  /// "running, 12.3 s, from 14:02:03".
  String told(Stretch stretch) {
    return Messages.get(
        "picture.life.stretch", word(stretch), lasted(stretch), time(stretch.from(), facts.zone()));
  }

  String lasted(Stretch stretch) {
    Instant end = stretch.to() == null ? facts.now() : stretch.to();
    return Human.seconds(Duration.between(stretch.from(), end));
  }

  /// The longer word on it: reasons, what an exit code means.
  static String sentence(Stretch stretch) {
    if (stretch.source() instanceof Life.Untold untold) {
      return why(untold.reason());
    }
    return switch (stretch.phase()) {
      case EXITED -> code(stretch.exitCode());
      case RESTARTING -> Messages.get("picture.life.backOff") + " " + code(stretch.exitCode());
      case CREATED, RUNNING, PAUSED, UNHEALTHY, UNKNOWN -> "";
    };
  }

  static String why(Life.Reason reason) {
    return switch (reason) {
      case EARLIER -> Messages.get("picture.life.whyEarlier");
      case MISSED -> Messages.get("picture.life.whyMissed");
      case PAUSED -> Messages.get("picture.life.whyPaused");
      case UNHEALTHY -> Messages.get("picture.life.whyUnhealthy");
    };
  }

  /// "SIGTERM", "exit 137", "restart 3".
  static String word(Mark mark) {
    return switch (mark.kind()) {
      case OOM -> Messages.get("picture.life.markOom");
      case EXITED -> Messages.get("picture.life.markExited", number(mark.number()));
      case UNHEALTHY -> Messages.get("picture.life.unhealthy");
      case HEALTHY -> Messages.get("picture.life.healthy");
      case SIGNAL ->
          mark.number() == Life.NOT_TOLD
              ? Messages.get("picture.life.markSignal")
              : Signals.name(mark.number());
      case RESTARTED ->
          mark.number() == 0
              ? Messages.get("picture.life.markRestarted")
              : Messages.get("picture.life.markRestart", Integer.toString(mark.number()));
      case REMOVED -> Messages.get("picture.life.removed");
      case RENAMED -> Messages.get("picture.life.markRenamed");
      case UPDATED -> Messages.get("picture.life.markUpdated");
    };
  }

  /// The same for all restarts, so that they can be counted.
  static String shortWord(Mark mark, boolean alone) {
    return mark.kind() == Life.Kind.RESTARTED && !alone
        ? Messages.get("picture.life.markRestarted")
        : word(mark);
  }

  /// "got SIGTERM at 14:02:03".
  String told(Mark mark) {
    return Messages.get("picture.life.mark", said(mark), time(mark.at(), facts.zone()));
  }

  Instant now() {
    return facts.now();
  }

  /// What a mark says in a sentence: "got SIGTERM", "ended with exit code 137".
  static String said(Mark mark) {
    return switch (mark.kind()) {
      case OOM -> Messages.get("picture.life.saidOom");
      case EXITED -> Messages.get("picture.life.saidExited", number(mark.number()));
      case UNHEALTHY -> Messages.get("picture.life.saidUnhealthy");
      case HEALTHY -> Messages.get("picture.life.saidHealthy");
      case SIGNAL -> Messages.get("picture.life.saidSignal", word(mark));
      case RESTARTED ->
          mark.number() == 0
              ? Messages.get("picture.life.saidRestarted")
              : Messages.get("picture.life.saidRestart", Integer.toString(mark.number()));
      case REMOVED -> Messages.get("picture.life.saidRemoved");
      case RENAMED -> Messages.get("picture.life.saidRenamed");
      case UPDATED -> Messages.get("picture.life.saidUpdated");
    };
  }

  static Role role(Mark mark) {
    return switch (mark.kind()) {
      case OOM, UNHEALTHY -> Role.FAILED;
      case EXITED -> mark.number() == 0 ? Role.ADDED : Role.FAILED;
      case SIGNAL -> Role.SECOND;
      case HEALTHY -> Role.ADDED;
      case RESTARTED -> Role.FIRST;
      case REMOVED, RENAMED, UPDATED -> Role.NEUTRAL;
    };
  }

  /// The longer word on a mark; empty when there is none.
  static String sentence(Mark mark) {
    return switch (mark.kind()) {
      case EXITED -> code(mark.number());
      case OOM -> Messages.get("picture.life.whyOom");
      case UNHEALTHY, SIGNAL, RESTARTED, HEALTHY, REMOVED, RENAMED, UPDATED -> "";
    };
  }

  private static String number(int number) {
    return number == Life.NOT_TOLD ? "?" : Integer.toString(number);
  }

  private static String code(int exitCode) {
    return exitCode == Life.NOT_TOLD
        ? Messages.get("picture.life.noCode")
        : Messages.get(
            "picture.life.code", Integer.toString(exitCode), ExitCodes.explain(exitCode));
  }

  /// That it is there; for a removed one, that it was. Null when neither was told.
  @Nullable Evidence evidence(Life life) {
    if (life.removed() == null) {
      return Asked.container(life.name(), "Config.Image = " + life.image(), facts.inspected());
    }
    for (Stretch stretch : life.stretches().reversed()) {
      Evidence told = evidence(life, stretch);
      if (told != null) {
        return told;
      }
    }
    return null;
  }

  /// Null for what is not known.
  @Nullable Evidence evidence(Life life, Stretch stretch) {
    return switch (stretch.source()) {
      case Life.Told told -> evidence(life, told.event());
      case Life.Inspected inspected ->
          Asked.container(life.name(), inspected.field(), facts.inspected());
      case Life.Untold _ -> null;
    };
  }

  /// The line that shows this event again, as long as the engine keeps it: its last 256.
  Evidence evidence(Life life, EngineEvent event) {
    StringBuilder field = new StringBuilder("Action = ").append(event.action());
    if (!event.detail().isEmpty()) {
      field.append(": ").append(event.detail());
    }
    for (String name : List.of("exitCode", "containerExitCode", "signal", "oldName")) {
      String value = event.attributes().get(name);
      if (value != null) {
        field.append(" · Actor.Attributes.").append(name).append(" = ").append(value);
      }
    }
    return Asked.event(
        event,
        event.attributes().getOrDefault("name", life.name()),
        field + " · timeNano = " + event.timeNanos(),
        event.at().minus(facts.skew()));
  }
}
