// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.Container;
import drydock.engine.Stats;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What containers took to start and take of memory, as measured; and what ordinary virtual machines
/// do, as published.
final class StackFigures {
  /// Until the first login by SSH, of a Linux server: the mean of the fastest of three clouds in Mao,
  /// Humphrey, "A Performance Study on the VM Startup Time in the Cloud", IEEE CLOUD 2012.
  static final Duration VM_START = Duration.ofMillis(44_200);

  /// Recommended for a Debian without a desktop: Debian 11 Installation Guide, section 3.4.
  static final long VM_MEMORY = 512L << 20;

  private final StackFacts facts;
  private final List<Container> apps;

  /// @param apps what is summed up
  StackFigures(StackFacts facts, List<Container> apps) {
    this.facts = facts;
    this.apps = apps;
  }

  /// From its creation to its start. Empty when it was started more than once: then only the time of
  /// the last start is known.
  static Optional<Duration> start(Container container) {
    Instant created = container.created();
    Instant started = container.state().started();
    if (created == null
        || started == null
        || container.state().finished() != null
        || started.isBefore(created)) {
      return Optional.empty();
    }
    return Optional.of(Duration.between(created, started));
  }

  OptionalLong memory(Container container) {
    Stats stats = facts.reading().stats().get(container.id());
    Stats.Memory memory = stats == null ? null : stats.memory();
    return memory == null ? OptionalLong.empty() : OptionalLong.of(memory.usedBytes());
  }

  /// How many have told how long they took, and how long that is together.
  Sum started() {
    List<Duration> told = apps.stream().map(StackFigures::start).flatMap(Optional::stream).toList();
    return new Sum(told.size(), Human.seconds(told.stream().reduce(Duration.ZERO, Duration::plus)));
  }

  /// How many were measured, and what they take together.
  Sum weight() {
    List<OptionalLong> told =
        apps.stream().map(this::memory).filter(OptionalLong::isPresent).toList();
    return new Sum(
        told.size(), Human.memory(told.stream().mapToLong(OptionalLong::getAsLong).sum()));
  }

  /// @param of how many it is the sum
  /// @param text for people
  record Sum(int of, String text) {}
}
