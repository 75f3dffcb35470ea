// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Evidence;
import drydock.engine.Container;
import drydock.observe.Namespace;
import drydock.observe.NamespaceReader;
import drydock.observe.Namespaces;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All that the picture of namespaces is drawn from.
///
/// @param rows containers, the oldest first, so that a new one moves none
/// @param looks a number for each container that stays its own as long as it is there; it chooses
///   colour and pattern
/// @param host the machine's own namespaces beyond those that the kernel fixes, as a helper
///   container read them
/// @param selected id of the container whose processes are shown; null for none
/// @param at when the engine answered
public record NamespacesFacts(
    List<Row> rows,
    Map<String, Integer> looks,
    Map<Namespace, Long> host,
    @Nullable String selected,
    Instant at) {
  public NamespacesFacts {
    rows =
        rows.stream().sorted(Comparator.comparing(Row::container, Container.OLDEST_FIRST)).toList();
    looks = Map.copyOf(looks);
    host = Map.copyOf(host);
  }

  /// A container and what was read of it.
  public record Row(Container container, Namespaces seen) {
    /// What the engine's machine says of its processes, asked for as it could be: an old `ps` does
    /// not know every column.
    Evidence top(String field) {
      String arguments =
          seen.method() == Namespaces.Method.TOP
              ? NamespaceReader.psArguments(seen.inodes().containsKey(Namespace.TIME))
              : NamespaceReader.PLAIN_PS;
      return Asked.top(container.name(), arguments, field, seen.at());
    }
  }
}
