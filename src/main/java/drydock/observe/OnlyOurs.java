// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import drydock.engine.EngineEvent;
import drydock.engine.EngineObject;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.engine.Journal;
import drydock.engine.Mount;
import drydock.engine.NamespaceModes;
import drydock.engine.Network;
import drydock.engine.Ownership;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An engine as if there were nothing on it but what Drydock made and what that needs: the containers whose namespaces it
/// shares, the images that it runs and those that they build on, the networks that it is in, the volumes that it mounts.
///
/// @param state with only these in it
/// @param others how many containers were left out
public record OnlyOurs(EngineState state, int others) {
  private static final String SHARED = "container:";

  public static OnlyOurs of(EngineState all) {
    Set<String> containers = containers(all);
    Predicate<String> kept = containers::contains;
    List<Container> mine = containers.stream().map(id -> held(all.containers(), id)).toList();
    return new OnlyOurs(
        new EngineState(
            all.info(),
            images(all, mine),
            only(all.containers(), c -> kept.test(c.id())),
            networks(all, mine, kept),
            only(all.volumes(), v -> v.ours() || mine.stream().anyMatch(c -> mounts(c, v.name()))),
            all.at()),
        all.containers().size() - containers.size());
  }

  /// What happened to the things that are left, and to those of Drydock's that are gone.
  public Journal journal(Journal all) {
    return Journal.of(
        all.wholeSince(), all.events().stream().filter(this::concerns).toList(), all.dropped());
  }

  private boolean concerns(EngineEvent event) {
    return switch (event.type()) {
      case "container" ->
          state.containers().containsKey(event.id()) || isOurs(event, Ownership.Kind.CONTAINER);
      case "image" ->
          state.images().containsKey(event.id())
              || state.imageTagged(event.id()).isPresent()
              || isOurs(event, Ownership.Kind.IMAGE);
      case "network" ->
          state.networks().containsKey(event.id()) || isOurs(event, Ownership.Kind.NETWORK);
      case "volume" ->
          state.volumes().containsKey(event.id()) || isOurs(event, Ownership.Kind.VOLUME);
      default -> true;
    };
  }

  private static boolean isOurs(EngineEvent event, Ownership.Kind kind) {
    return Ownership.isOurs(event.attributes(), kind);
  }

  /// Ours, and those whose namespaces ours are in, and so on.
  private static Set<String> containers(EngineState all) {
    Set<String> found = new HashSet<>();
    Stream<Container> next = all.containers().values().stream().filter(EngineObject::ours);
    List<Container> fresh = next.toList();
    while (!fresh.isEmpty()) {
      fresh.forEach(c -> found.add(c.id()));
      fresh =
          fresh.stream()
              .flatMap(c -> joined(c.modes()))
              .filter(id -> !found.contains(id))
              .distinct()
              .flatMap(id -> Stream.ofNullable(all.containers().get(id)))
              .toList();
    }
    return found;
  }

  private static Stream<String> joined(NamespaceModes modes) {
    return Stream.of(
            modes.network(), modes.pid(), modes.ipc(), modes.uts(), modes.user(), modes.cgroup())
        .filter(mode -> mode.startsWith(SHARED))
        .map(mode -> mode.substring(SHARED.length()));
  }

  private static Map<String, ImageSummary> images(EngineState all, List<Container> mine) {
    Set<String> run = mine.stream().map(Container::imageId).collect(Collectors.toSet());
    List<ImageSummary> used =
        all.images().values().stream().filter(i -> i.ours() || run.contains(i.id())).toList();
    return only(
        all.images(), i -> used.contains(i) || used.stream().anyMatch(user -> standsOn(user, i)));
  }

  private static boolean standsOn(ImageSummary image, ImageSummary base) {
    int depth = base.layers().size();
    return depth > 0
        && depth < image.layers().size()
        && Collections.indexOfSubList(image.layers(), base.layers()) == 0;
  }

  private static Map<String, Network> networks(
      EngineState all, List<Container> mine, Predicate<String> kept) {
    Set<String> joined =
        mine.stream()
            .flatMap(c -> c.networks().values().stream())
            .map(Container.Attachment::networkId)
            .collect(Collectors.toSet());
    Map<String, Network> left = new HashMap<>();
    all.networks()
        .forEach(
            (id, network) -> {
              if (network.ours() || joined.contains(id)) {
                left.put(id, with(network, kept));
              }
            });
    return left;
  }

  private static Network with(Network network, Predicate<String> kept) {
    Map<String, Network.Endpoint> members = new HashMap<>(network.containers());
    members.keySet().removeIf(kept.negate());
    return new Network(
        network.id(),
        network.name(),
        network.driver(),
        network.scope(),
        network.internal(),
        network.created(),
        network.subnets(),
        members,
        network.options(),
        network.labels());
  }

  private static boolean mounts(Container container, String volume) {
    return container.mounts().stream()
        .anyMatch(m -> m.type() == Mount.Type.VOLUME && m.source().equals(volume));
  }

  private static Container held(Map<String, Container> all, String id) {
    return java.util.Objects.requireNonNull(all.get(id));
  }

  private static <T> Map<String, T> only(Map<String, T> all, Predicate<T> wanted) {
    return all.entrySet().stream()
        .filter(e -> wanted.test(e.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
