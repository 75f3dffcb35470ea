// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineState;
import drydock.engine.Limits;
import drydock.engine.NamespaceModes;
import drydock.engine.Ownership;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads namespaces with a small container of ours that lives for a moment and shares what it
/// reads: the machine's own, or those of a container of ours without a shell. It makes an object on
/// the engine, so only when a person asks for it.
public final class NamespaceHelper {
  private static final Duration MOST = Duration.ofSeconds(5);

  /// As [NamespaceReader#READ_LINKS], of itself: number 1 of the machine lets nobody look.
  private static final List<String> READ_OWN =
      List.of("sh", "-c", "for n in /proc/self/ns/*; do readlink $n; done");

  private static final NamespaceModes HOST =
      new NamespaceModes("host", "host", "host", "host", "", "host");

  private final ContainerEngine engine;
  private final String image;

  /// @param image of [#image]
  public NamespaceHelper(ContainerEngine engine, String image) {
    this.engine = engine;
    this.image = image;
  }

  /// An image of the engine that has a shell and is small; none when it has neither BusyBox nor
  /// Alpine.
  public static Optional<String> image(EngineState state) {
    List<String> tags =
        state.images().values().stream().map(i -> i.tags()).flatMap(Collection::stream).toList();
    return Stream.of("busybox:", "alpine:")
        .flatMap(name -> tags.stream().filter(tag -> tag.startsWith(name)).sorted())
        .findFirst();
  }

  /// The machine's own namespaces: all but MNT, which no container can share. With an engine that
  /// runs in a container itself, or without root, they are that container's or user's.
  public Map<Namespace, Long> host() {
    Map<Namespace, Long> inodes = read(HOST, READ_OWN);
    inodes.remove(Namespace.MNT);
    return inodes;
  }

  /// Those of a container of ours that cannot tell them itself.
  public Namespaces of(Container container, Clock clock) {
    if (!container.running()) {
      return Namespaces.none(Namespaces.Method.NOT_RUNNING, clock.instant());
    }
    Map<Namespace, Long> inodes =
        read(
            NamespaceModes.USUAL.withPid("container:" + container.id()),
            NamespaceReader.READ_LINKS);
    return new Namespaces(Namespaces.Method.HELPER, inodes, List.of(), clock.instant());
  }

  private Map<Namespace, Long> read(NamespaceModes modes, List<String> command) {
    String id =
        engine
            .containers()
            .run(
                ContainerSpec.of(image, Ownership.PLAIN)
                    .entrypoint(List.of("sleep"))
                    .command("30")
                    .modes(modes)
                    .limits(Limits.NONE)
                    .build());
    try {
      return NamespaceReader.links(engine.containers().execute(id, command, MOST).stdout());
    } finally {
      engine.containers().remove(id);
    }
  }
}
