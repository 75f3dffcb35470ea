// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.diagram.About;
import drydock.diagram.Evidence;
import drydock.diagram.Role;
import drydock.engine.ImageSummary;
import drydock.messages.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// An image that is drawn: its rows and layers, and what is said of each.
///
/// @param key what the ids of its elements begin with; empty for the image that the picture is about
record LayerImage(
    String key, LayersFacts.Shown shown, LayerStack stack, Sharing sharing, Instant at) {
  /// All that are drawn, the one that the picture is about first.
  static List<LayerImage> all(LayersFacts facts) {
    List<LayerImage> images = new ArrayList<>();
    images.add(of("", facts.shown(), facts.images(), facts.at()));
    for (LayersFacts.Shown other : facts.others()) {
      images.add(of(other.image().id() + "/", other, facts.images(), facts.at()));
    }
    return images;
  }

  static LayerImage of(
      String key, LayersFacts.Shown shown, Collection<ImageSummary> all, Instant at) {
    ImageSummary summary = shown.image().summary();
    Sharing sharing = Sharing.of(summary, all);
    return new LayerImage(
        key,
        shown,
        LayerStack.of(shown.history(), summary.layers().size())
            .named(layer -> nameless(sharing, layer)),
        sharing,
        at);
  }

  /// A layer of which the history says nothing is called after the image that it makes up alone, if one does.
  private static String nameless(Sharing sharing, int layer) {
    Sharing.Run run = sharing.of(layer);
    return run.role() == Role.BASE && run.first() == run.last()
        ? run.base()
        : Messages.get("picture.layers.nameless", layer + 1);
  }

  String name() {
    return shown.name();
  }

  ImageSummary summary() {
    return shown.image().summary();
  }

  List<String> layers() {
    return summary().layers();
  }

  /// Whether a row is drawn as a slab.
  boolean isSlab(LayerStack.Row row) {
    return row.layer() != null || (!stack.certain() && row.instruction().bytes() > 0);
  }

  Role role(LayerStack.Row row) {
    return stack.certain() && row.layer() != null ? sharing.of(row.layer()).role() : Role.UNKNOWN;
  }

  String id(LayerStack.Row row) {
    return key + (row.layer() != null ? "layer:" + row.layer() : "history:" + row.history());
  }

  String size(LayerStack.Row row) {
    return row.history() < 0
        ? Messages.get("picture.layers.noSize")
        : Human.bytes(row.instruction().bytes());
  }

  About about(LayerStack.Row row) {
    String text = row.instruction().text();
    String size = size(row);
    if (row.layer() == null) {
      return new About(
          text + ", " + size, Messages.get("picture.layers.uncertainWhy"), evidence(row), null);
    }
    String words = stack.certain() ? sharing.of(row.layer()).words() : "";
    return new About(
        text + ", " + size + (words.isEmpty() ? "" : ", " + words), text, evidence(row), id(row));
  }

  Evidence evidence(LayerStack.Row row) {
    if (row.history() < 0 && row.layer() != null) {
      return Asked.image(
          name(), "RootFS.Layers[" + row.layer() + "] = " + layers().get(row.layer()), at);
    }
    return Asked.history(
        name(), "[" + answerIndex(row) + "].Size = " + row.instruction().bytes(), at);
  }

  /// The engine answers newest first.
  private int answerIndex(LayerStack.Row row) {
    return shown.history().size() - 1 - row.history();
  }

  /// What made each of its layers, lowest first; empty words where it is not known.
  List<String> steps() {
    List<String> steps = new ArrayList<>(Collections.nCopies(layers().size(), ""));
    for (LayerStack.Row row : stack.rows()) {
      if (stack.certain() && row.layer() != null) {
        steps.set(row.layer(), row.instruction().text());
      }
    }
    return steps;
  }

  long bytes() {
    return stack.rows().stream().mapToLong(r -> r.instruction().bytes()).sum();
  }

  /// Of the layers `first` to `last`.
  long bytes(int first, int last) {
    return stack.rows().stream()
        .filter(r -> r.layer() != null && r.layer() >= first && r.layer() <= last)
        .mapToLong(r -> r.instruction().bytes())
        .sum();
  }
}
