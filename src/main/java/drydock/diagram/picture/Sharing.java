// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.Role;
import drydock.engine.ImageSummary;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which of an image's layers other images have as well. A layer is the same on disk only when all layers below it are
/// the same too, so what counts is how long two images' lists of diff IDs agree from the bottom.
///
/// @param runs from the bottom, each over the layers with one answer
record Sharing(List<Run> runs) {
  Sharing {
    runs = List.copyOf(runs);
  }

  /// Layers `first` to `last` of the image.
  ///
  /// @param base the smallest image that consists of these layers and those below; empty when there is none
  /// @param names who else has them
  record Run(int first, int last, Role role, String base, List<String> names) {
    Run {
      names = List.copyOf(names);
    }

    String words() {
      if (role == Role.BASE) {
        return names.isEmpty()
            ? Messages.get("picture.layers.base", base)
            : Messages.get("picture.layers.baseShared", base, list(names));
      }
      return role == Role.SHARED
          ? Messages.get("picture.layers.shared", list(names))
          : Messages.get("picture.layers.own");
    }

    private static String list(List<String> names) {
      return names.size() <= 2
          ? String.join(", ", names)
          : Messages.get("picture.layers.andMore", names.get(0), names.get(1), names.size() - 2);
    }
  }

  static Sharing of(ImageSummary image, Collection<ImageSummary> all) {
    List<ImageSummary> others =
        all.stream()
            .filter(o -> !o.id().equals(image.id()) && depth(image, o) > 0)
            .sorted(Comparator.comparing(ImageSummary::name))
            .toList();
    List<Run> runs = new ArrayList<>();
    for (int layer = 0; layer < image.layers().size(); layer++) {
      Run run = run(image, others, layer);
      if (!runs.isEmpty()
          && runs.getLast().role() == run.role()
          && runs.getLast().base().equals(run.base())
          && runs.getLast().names().equals(run.names())) {
        Run before = runs.removeLast();
        run = new Run(before.first(), layer, run.role(), run.base(), run.names());
      }
      runs.add(run);
    }
    return new Sharing(runs);
  }

  private static Run run(ImageSummary image, List<ImageSummary> others, int layer) {
    List<ImageSummary> having = others.stream().filter(o -> depth(image, o) > layer).toList();
    Optional<ImageSummary> base =
        having.stream()
            .filter(o -> o.layers().size() < image.layers().size())
            .filter(o -> depth(image, o) == o.layers().size())
            .min(Comparator.comparingInt(o -> o.layers().size()));
    List<String> names =
        having.stream()
            .filter(o -> base.isEmpty() || !o.id().equals(base.get().id()))
            .map(ImageSummary::name)
            .toList();
    Role role = Role.ADDED;
    if (!having.isEmpty()) {
      role = base.isPresent() ? Role.BASE : Role.SHARED;
    }
    return new Run(layer, layer, role, base.map(ImageSummary::name).orElse(""), names);
  }

  Run of(int layer) {
    return runs.stream()
        .filter(r -> r.first() <= layer && layer <= r.last())
        .findFirst()
        .orElse(new Run(layer, layer, Role.ADDED, "", List.of()));
  }

  static int depth(ImageSummary a, ImageSummary b) {
    int depth = 0;
    int most = Math.min(a.layers().size(), b.layers().size());
    while (depth < most && a.layers().get(depth).equals(b.layers().get(depth))) {
      depth++;
    }
    return depth;
  }
}
