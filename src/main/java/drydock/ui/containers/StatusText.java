// SPDX-License-Identifier: Apache-2.0
package drydock.ui.containers;

import drydock.engine.Container;
import drydock.messages.ExitCodes;
import drydock.messages.Messages;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A container's state in words, with the icon and the role that go with it.
///
/// @param icon an Ikonli literal
/// @param role style class: "running", "good", "bad" or "quiet"
record StatusText(String words, String icon, String role) {
  static StatusText of(Container c, Instant now) {
    return switch (c.status()) {
      case RUNNING ->
          new StatusText(
              Messages.get("containers.status.running", age(c.state().started(), now)),
              "mdi2p-play-circle",
              "running");
      case EXITED -> exited(c, now);
      case CREATED -> created(c);
      case PAUSED ->
          new StatusText(Messages.get("containers.status.paused"), "mdi2p-pause-circle", "quiet");
      case RESTARTING ->
          new StatusText(Messages.get("containers.status.restarting"), "mdi2r-restart", "bad");
      case REMOVING ->
          new StatusText(Messages.get("containers.status.removing"), "mdi2d-delete-clock", "quiet");
      case DEAD ->
          new StatusText(Messages.get("containers.status.dead"), "mdi2a-alert-circle", "bad");
      case UNKNOWN ->
          new StatusText(Messages.get("containers.status.unknown"), "mdi2h-help-circle", "quiet");
    };
  }

  private static StatusText exited(Container c, Instant now) {
    String code = Integer.toString(c.state().exitCode());
    String why =
        c.state().oomKilled()
            ? Messages.get("containers.exit.oom")
            : ExitCodes.explain(c.state().exitCode());
    String words =
        Messages.get("containers.status.exited", code, why, age(c.state().finished(), now));
    return c.state().exitCode() == 0 && !c.state().oomKilled()
        ? new StatusText(words, "mdi2c-check-circle-outline", "good")
        : new StatusText(words, "mdi2a-alert-circle", "bad");
  }

  private static StatusText created(Container c) {
    return c.state().error().isBlank()
        ? new StatusText(Messages.get("containers.status.created"), "mdi2c-circle-outline", "quiet")
        : new StatusText(
            Messages.get("containers.status.notStarted", c.state().error().strip()),
            "mdi2a-alert-circle",
            "bad");
  }

  /// How long ago, roughly. Engine and computer may not agree on the time: then it was just now.
  static String age(@Nullable Instant then, Instant now) {
    Duration age = then == null ? Duration.ZERO : Duration.between(then, now);
    if (age.toSeconds() < 10) {
      return Messages.get("containers.age.moments");
    } else if (age.toMinutes() < 1) {
      return Messages.get("containers.age.seconds", age.toSeconds() / 10 * 10);
    } else if (age.toHours() < 1) {
      return Messages.get("containers.age.minutes", age.toMinutes());
    }
    return age.toDays() < 1
        ? Messages.get("containers.age.hours", age.toHours())
        : Messages.get("containers.age.days", age.toDays());
  }
}
