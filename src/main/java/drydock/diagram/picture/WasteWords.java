// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.archive.PackageManager;
import drydock.archive.Waste;
import drydock.diagram.Role;
import drydock.diagram.TextStyle;
import drydock.messages.Messages;
import java.util.List;
import java.util.Locale;

/// Why bytes are wasted, in sentences that name the steps, and the fix.
final class WasteWords {
  private static final double STEP = 200;

  private final LayerImage image;
  private final List<String> steps;

  WasteWords(LayerImage image) {
    this.image = image;
    this.steps = image.steps();
  }

  /// What happened.
  String told(Waste waste) {
    Waste.Files files = waste.files();
    String bytes = Human.bytes(files.bytes());
    String lower = step(files.lower());
    String upper = step(files.upper());
    return switch (waste) {
      case Waste.Removed removed ->
          Messages.get(
              "picture.waste.removed",
              upper,
              bytes,
              removed.whole() ? files.folder() : what(files),
              lower);
      case Waste.Overwritten _ ->
          Messages.get("picture.waste.overwritten", upper, what(files), bytes, lower);
      case Waste.Retouched retouched ->
          Messages.get(
              "picture.waste.retouched",
              upper,
              DrillWords.aspects(retouched.aspects()),
              what(files),
              bytes,
              lower);
      case Waste.Moved moved ->
          Messages.get("picture.waste.moved", upper, what(files), moved.to(), bytes, lower);
      case Waste.Cache cache ->
          Messages.get("picture.waste.cache", upper, name(cache.manager()), bytes, lower);
    };
  }

  /// What to do instead.
  String fix(Waste waste) {
    int lower = waste.files().lower();
    Sharing.Run run = image.sharing().of(lower);
    if (run.role() == Role.BASE) {
      return Messages.get("picture.waste.fix.base", run.base());
    }
    boolean copied = copied(made(lower));
    return switch (waste) {
      case Waste.Removed _ ->
          copied
              ? Messages.get("picture.waste.fix.copied")
              : Messages.get("picture.waste.fix.removed");
      case Waste.Overwritten _ -> Messages.get("picture.waste.fix.overwritten");
      case Waste.Retouched _ ->
          copied
              ? Messages.get("picture.waste.fix.retouchedCopy")
              : Messages.get("picture.waste.fix.retouched");
      case Waste.Moved _ ->
          copied
              ? Messages.get("picture.waste.fix.movedCopy")
              : Messages.get("picture.waste.fix.moved");
      case Waste.Cache cache ->
          Messages.get("picture.waste.fix.cache", folder(cache.manager(), waste.files().folder()));
    };
  }

  private static boolean copied(String step) {
    return step.startsWith("COPY ") || step.startsWith("ADD ");
  }

  private static String what(Waste.Files files) {
    return files.files() == 1 && !files.paths().isEmpty()
        ? files.paths().getFirst()
        : Messages.get("picture.waste.files", files.files(), files.folder());
  }

  /// The archive may have more layers than the engine told of.
  private String made(int layer) {
    return layer < steps.size() ? steps.get(layer) : "";
  }

  private String step(int layer) {
    String step = made(layer);
    return step.isEmpty()
        ? Messages.get("picture.layers.nameless", layer + 1)
        : "‘" + TextStyle.SMALL.fit(step, STEP) + "’";
  }

  /// The manager's folder that the files lie in; a mount takes it whole.
  private static String folder(PackageManager manager, String folder) {
    return manager.folders().stream()
        .filter(f -> (folder + "/").startsWith(f))
        .findFirst()
        .orElse(manager.folders().getFirst())
        .replaceFirst("/$", "");
  }

  private static String name(PackageManager manager) {
    return manager.name().toLowerCase(Locale.ROOT);
  }
}
