// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.util.List;
import java.util.Set;

/// One path drilled through all layers.
///
/// @param path absolute, as it was asked for
/// @param layers what each layer says of it, lowest first
/// @param seen the layer whose version is seen at the top; -1 when there is none
/// @param leadsTo where the path leads when links on the way, or at its end, are followed; the path itself without any;
///     empty when they lead in a circle. Drill there as well: no layer may say anything of the path itself
public record CoreDrill(String path, List<Said> layers, int seen, String leadsTo) {
  public CoreDrill {
    layers = List.copyOf(layers);
  }

  /// What one layer says of the path.
  public sealed interface Said {}

  /// It does not touch it.
  public record Nothing() implements Said {}

  /// Its files are not known, as they are not in the archive.
  public record Unknown() implements Said {}

  /// Nothing is seen of the path below.
  public record Added(Entry entry) implements Said {}

  /// Another version lies below.
  ///
  /// @param aspects in what they differ; empty when the layer only repeats what is there
  public record Changed(Entry entry, Set<Aspect> aspects) implements Said {}

  /// By a marker for this very path.
  public record Removed() implements Said {}

  /// Together with a folder above it.
  public record RemovedWith(String folder) implements Said {}

  /// A folder above it, or the path itself, was made again, and hides what was in it.
  public record Hidden(String folder) implements Said {}

  /// A folder above it became something else.
  public record Displaced(Entry by) implements Said {}
}
