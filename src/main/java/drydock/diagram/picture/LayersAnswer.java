// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.archive.Waste;
import drydock.diagram.Role;
import drydock.messages.Messages;
import drydock.observe.ContainerLayer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The layers picture's answer in a few sentences.
final class LayersAnswer {
  private LayersAnswer() {}

  static String of(LayersFacts facts, LayerImage image, List<LayerTree> trees) {
    String answer = facts.others().isEmpty() ? alone(image) : compared(image, facts, trees);
    return Stream.of(answer, containers(facts), waste(facts))
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String waste(LayersFacts facts) {
    List<Waste> waste = facts.waste();
    return waste == null || waste.isEmpty()
        ? ""
        : Messages.get(
            "picture.waste.answer",
            Human.bytes(waste.stream().mapToLong(w -> w.files().bytes()).sum()));
  }

  private static String alone(LayerImage image) {
    LayerStack stack = image.stack();
    if (!stack.certain()) {
      return stack.rows().getFirst().history() < 0
          ? Messages.get("picture.layers.noHistory", image.name(), stack.layers())
          : Messages.get("picture.layers.uncertain", image.name(), stack.layers());
    }
    long own =
        image.sharing().runs().stream()
            .filter(r -> r.role() == Role.ADDED)
            .mapToLong(r -> image.bytes(r.first(), r.last()))
            .sum();
    return Messages.get(
        "picture.layers.answer",
        image.name(),
        stack.layers(),
        Human.bytes(image.bytes()),
        Human.bytes(own));
  }

  private static String compared(LayerImage image, LayersFacts facts, List<LayerTree> trees) {
    List<String> names = facts.others().stream().map(LayersFacts.Shown::name).toList();
    int shared =
        facts.others().stream()
            .mapToInt(o -> Sharing.depth(image.summary(), o.image().summary()))
            .min()
            .orElse(0);
    String list = String.join(", ", names);
    if (shared == 0) {
      return Messages.get("picture.layers.compared.nothing", image.name(), list);
    }
    if (trees.size() > 1) {
      return Messages.get("picture.layers.compared.untold", image.name(), list, shared);
    }
    return Messages.get(
        "picture.layers.compared.shared",
        image.name(),
        list,
        shared,
        Human.bytes(image.bytes(0, shared - 1)));
  }

  /// What the containers wrote, as far as they were asked.
  private static String containers(LayersFacts facts) {
    List<ContainerLayer> told =
        facts.containers().stream()
            .map(LayersFacts.Own::layer)
            .filter(Objects::nonNull)
            .filter(layer -> layer.untold().isEmpty())
            .toList();
    if (told.isEmpty()) {
      return "";
    }
    long bytes = told.stream().mapToLong(layer -> layer.bytes().orElse(0)).sum();
    boolean untouched = told.stream().allMatch(ContainerLayer::untouched);
    return untouched
        ? Messages.get("picture.layers.own.allUntouched", told.size())
        : Messages.get("picture.layers.own.all", told.size(), Human.bytes(bytes));
  }
}
