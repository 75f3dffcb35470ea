// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.Container;
import drydock.engine.Mount;
import org.jspecify.annotations.Nullable;

/// What a container has to be like.
public sealed interface Demand {
  record Is(Container.Status status) implements Demand {}

  /// @param code null for any
  record Exited(@Nullable Integer code) implements Demand {}

  record Env(String name, String value) implements Demand {}

  /// What it may use is limited within a range.
  record Limited(Resource resource, Amount amount) implements Demand {}

  /// Something lies at `target`.
  ///
  /// @param volume null for any
  /// @param type null for any
  record Mounted(String target, @Nullable String volume, Mount.@Nullable Type type)
      implements Demand {}

  /// @param user "app", "1000", "1000:1000"
  record RunsAs(String user) implements Demand {}

  record HealthIs(Container.Health health) implements Demand {}

  /// How often its restart policy started it again.
  record Restarted(Goal.Count times) implements Demand {}

  /// @param port the container's: "80/tcp"
  record Publishes(String port) implements Demand {}

  enum Resource {
    /// In bytes.
    MEMORY,
    /// In thousand millionths of a processor.
    CPUS,
    /// In processes and threads.
    PIDS
  }

  /// A range, both ends included.
  ///
  /// @param max [Long#MAX_VALUE] for no upper end
  record Amount(long min, long max) {
    /// There must be no limit at all.
    public static final Amount NONE = new Amount(0, 0);

    /// @param limit 0 when there is none
    boolean has(long limit) {
      return limit == 0 ? max == 0 : min <= limit && limit <= max;
    }
  }
}
