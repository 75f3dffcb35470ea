// SPDX-License-Identifier: Apache-2.0
package drydock.moment;

import drydock.engine.Container;
import drydock.engine.EngineObject;
import drydock.engine.ImageSummary;
import drydock.engine.Network;
import drydock.engine.Volume;
import drydock.messages.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an engine has, in Docker's own words.
public final class StateWords {
  private static final int SHORT_ID = 12;

  private StateWords() {}

  public static String kind(EngineObject object) {
    return switch (object) {
      case Container _ -> "container";
      case ImageSummary _ -> "image";
      case Network _ -> "network";
      case Volume _ -> "volume";
    };
  }

  public static String name(EngineObject object) {
    return switch (object) {
      case Container container -> container.name();
      case ImageSummary image -> image.tags().isEmpty() ? "<none>" : image.tags().getFirst();
      case Network network -> network.name();
      case Volume volume -> volume.name();
    };
  }

  /// As docker shortens it.
  public static String id(String id) {
    String digits = id.substring(id.indexOf(':') + 1);
    return digits.length() > SHORT_ID ? digits.substring(0, SHORT_ID) : digits;
  }

  /// "running (healthy)", "exited (137)", "created".
  public static String status(Container container) {
    Container.State state = container.state();
    String word = state.status().name().toLowerCase(Locale.ROOT);
    return switch (state.status()) {
      case EXITED, DEAD ->
          word + " (" + state.exitCode() + (state.oomKilled() ? ", OOM killed)" : ")");
      case RUNNING, PAUSED ->
          state.health() == Container.Health.NONE
              ? word
              : word + " (" + state.health().name().toLowerCase(Locale.ROOT) + ")";
      case CREATED, RESTARTING, REMOVING, UNKNOWN -> word;
    };
  }

  public static String ports(Container container) {
    return String.join(
        ", ",
        container.ports().stream()
            .map(p -> p.hostIp() + ":" + p.hostPort() + "->" + p.containerPort())
            .toList());
  }

  /// "bridge 172.17.0.2"
  public static String networks(Container container) {
    List<String> all = new ArrayList<>();
    new TreeMap<>(container.networks())
        .forEach((name, attachment) -> all.add((name + " " + attachment.ipAddress()).strip()));
    return String.join(", ", all);
  }

  /// How long before `now`: "4 min".
  public static String age(@Nullable Instant then, Instant now) {
    if (then == null || then.equals(Instant.EPOCH)) {
      return "";
    }
    long seconds = Math.max(0, Duration.between(then, now).toSeconds());
    if (seconds < 100) {
      return Messages.get("state.age.seconds", seconds);
    }
    if (seconds < 100 * 60) {
      return Messages.get("state.age.minutes", seconds / 60);
    }
    long hours = seconds / 3600;
    return hours < 72
        ? Messages.get("state.age.hours", hours)
        : Messages.get("state.age.days", hours / 24);
  }

  public static String size(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  /// What of an object is worth a word when it came.
  public static String about(EngineObject object) {
    return switch (object) {
      case Container container -> status(container);
      case ImageSummary image -> size(image.sizeBytes());
      case Network network -> network.driver();
      case Volume volume -> volume.driver();
    };
  }

  /// What differs, in a few words.
  public static String difference(EngineObject before, EngineObject after) {
    List<String> words = new ArrayList<>();
    switch (after) {
      case Container is when before instanceof Container was -> container(was, is, words);
      case ImageSummary is when before instanceof ImageSummary was ->
          comings(was.tags(), is.tags(), words);
      case Network is when before instanceof Network was ->
          comings(endpoints(was), endpoints(is), words);
      case Container _, ImageSummary _, Network _, Volume _ -> {}
    }
    return words.isEmpty() ? Messages.get("state.change.other") : String.join(", ", words);
  }

  private static void container(Container was, Container is, List<String> words) {
    moved(was.name(), is.name(), words);
    moved(status(was), status(is), words);
    if (is.running()
        && was.running()
        && !Objects.equals(was.state().started(), is.state().started())) {
      words.add(Messages.get("state.change.restarted"));
    }
    comings(connections(was.networks()), connections(is.networks()), words);
    if (!was.ports().equals(is.ports()) && !is.ports().isEmpty()) {
      words.add(ports(is));
    }
    if (!was.limits().equals(is.limits())) {
      words.add(Messages.get("state.change.limits"));
    }
    if (!was.state().error().equals(is.state().error()) && !is.state().error().isEmpty()) {
      words.add(is.state().error());
    }
  }

  private static void moved(String from, String to, List<String> words) {
    if (!from.equals(to)) {
      words.add(from + " → " + to);
    }
  }

  private static void comings(
      Collection<String> before, Collection<String> after, List<String> words) {
    TreeSet<String> gone = new TreeSet<>(before);
    gone.removeAll(after);
    TreeSet<String> come = new TreeSet<>(after);
    come.removeAll(before);
    gone.forEach(word -> words.add("-" + word));
    come.forEach(word -> words.add("+" + word));
  }

  private static List<String> connections(Map<String, Container.Attachment> networks) {
    List<String> all = new ArrayList<>();
    networks.forEach((name, attachment) -> all.add((name + " " + attachment.ipAddress()).strip()));
    return all;
  }

  private static List<String> endpoints(Network network) {
    return network.containers().values().stream().map(Network.Endpoint::name).toList();
  }
}
