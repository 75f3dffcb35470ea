// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Container;
import drydock.engine.EngineObject;
import drydock.engine.ImageSummary;
import drydock.engine.Mount;
import drydock.engine.Network;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A reason to look at a thing of which no event told: what is known of another contradicts it. A name of an image moves
/// without a word about the image that loses it; a renamed container has another name in its networks; engines before 28
/// build an image without a name and say nothing; and an event may have been lost.
///
/// @param thing to look at
/// @param because what contradicts it
record Doubt(Thing thing, EngineObject because) {
  /// What is named and not known, or named twice.
  static Set<Doubt> ofNames(
      Table<ImageSummary> images, Table<Container> containers, Table<?> volumes) {
    Set<Doubt> doubts = new HashSet<>();
    sharedTags(images.all(), doubts);
    for (Container container : containers.all()) {
      if (!container.imageId().isEmpty() && images.get(container.imageId()) == null) {
        doubts.add(new Doubt(Thing.image(container.imageId()), container));
      }
      for (Mount mount : container.mounts()) {
        if (mount.type() == Mount.Type.VOLUME && volumes.get(mount.source()) == null) {
          doubts.add(new Doubt(Thing.volume(mount.source()), container));
        }
      }
    }
    return doubts;
  }

  /// Where a container and a network do not agree. So it is for a moment whenever a container starts or ends.
  static Set<Doubt> ofConnections(Table<Container> containers, Table<Network> networks) {
    Set<Doubt> doubts = new HashSet<>();
    for (Container container : containers.all()) {
      if (connected(container)) {
        container.networks().values().forEach(a -> attachment(container, a, networks, doubts));
      }
    }
    networks.all().forEach(network -> endpoints(network, containers, doubts));
    return doubts;
  }

  private static void sharedTags(Collection<ImageSummary> images, Set<Doubt> doubts) {
    Map<String, ImageSummary> byTag = new HashMap<>();
    for (ImageSummary image : images) {
      for (String tag : image.tags()) {
        ImageSummary other = byTag.putIfAbsent(tag, image);
        if (other != null) {
          doubts.add(new Doubt(Thing.image(other.id()), image));
          doubts.add(new Doubt(Thing.image(image.id()), other));
        }
      }
    }
  }

  /// The container says that it is in the network: does the network?
  private static void attachment(
      Container container,
      Container.Attachment attachment,
      Table<Network> networks,
      Set<Doubt> doubts) {
    if (attachment.networkId().isEmpty()) {
      return;
    }
    Network network = networks.get(attachment.networkId());
    if (network == null) {
      doubts.add(new Doubt(Thing.network(attachment.networkId()), container));
    } else if (local(network)) {
      Network.Endpoint endpoint = network.containers().get(container.id());
      if (endpoint == null || !agree(container, attachment, endpoint)) {
        doubts.add(new Doubt(Thing.network(network.id()), container));
        doubts.add(new Doubt(Thing.container(container.id()), network));
      }
    }
  }

  /// The network says that these are in it: do they?
  private static void endpoints(Network network, Table<Container> containers, Set<Doubt> doubts) {
    if (!local(network)) {
      return;
    }
    for (String id : network.containers().keySet()) {
      Container container = containers.get(id);
      if (container == null
          || !connected(container)
          || container.networks().values().stream()
              .noneMatch(a -> a.networkId().equals(network.id()))) {
        doubts.add(new Doubt(Thing.container(id), network));
        if (container != null) {
          doubts.add(new Doubt(Thing.network(network.id()), container));
        }
      }
    }
  }

  private static boolean agree(
      Container container, Container.Attachment attachment, Network.Endpoint endpoint) {
    return endpoint.name().equals(container.name())
        && address(endpoint.ipv4Address()).equals(attachment.ipAddress());
  }

  private static String address(String withPrefix) {
    int slash = withPrefix.indexOf('/');
    return slash < 0 ? withPrefix : withPrefix.substring(0, slash);
  }

  private static boolean connected(Container container) {
    return switch (container.status()) {
      case RUNNING, PAUSED -> true;
      case CREATED, RESTARTING, REMOVING, EXITED, DEAD, UNKNOWN -> false;
    };
  }

  /// A swarm's networks have endpoints on other machines, and of other things than containers.
  private static boolean local(Network network) {
    return network.scope().equals("local");
  }
}
