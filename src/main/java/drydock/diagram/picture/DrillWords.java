// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.archive.Aspect;
import drydock.archive.CoreDrill;
import drydock.archive.Entry;
import drydock.diagram.Role;
import drydock.messages.Messages;
import java.util.Collection;
import java.util.stream.Collectors;

/// What a layer says of a path, in words.
final class DrillWords {
  private DrillWords() {}

  static String of(CoreDrill.Said said) {
    return switch (said) {
      case CoreDrill.Nothing _ -> Messages.get("picture.drill.says.nothing");
      case CoreDrill.Unknown _ -> Messages.get("picture.drill.says.unknown");
      case CoreDrill.Added added -> Messages.get("picture.drill.says.added", thing(added.entry()));
      case CoreDrill.Changed changed ->
          changed.aspects().isEmpty()
              ? Messages.get("picture.drill.says.again", thing(changed.entry()))
              : Messages.get(
                  "picture.drill.says.changed", thing(changed.entry()), aspects(changed.aspects()));
      case CoreDrill.Removed _ -> Messages.get("picture.drill.says.removed");
      case CoreDrill.RemovedWith with ->
          Messages.get("picture.drill.says.removedWith", with.folder());
      case CoreDrill.Hidden hidden -> Messages.get("picture.drill.says.hidden", hidden.folder());
      case CoreDrill.Displaced displaced ->
          Messages.get(
              "picture.drill.says.displaced", displaced.by().path(), thing(displaced.by()));
    };
  }

  static Role role(CoreDrill.Said said, boolean seen) {
    return switch (said) {
      case CoreDrill.Nothing _ -> Role.WAITING;
      case CoreDrill.Unknown _ -> Role.UNKNOWN;
      case CoreDrill.Added _, CoreDrill.Changed _ -> seen ? Role.ADDED : Role.BASE;
      case CoreDrill.Removed _,
          CoreDrill.RemovedWith _,
          CoreDrill.Hidden _,
          CoreDrill.Displaced _ ->
          Role.FAILED;
    };
  }

  static boolean removes(CoreDrill.Said said) {
    return switch (said) {
      case CoreDrill.Nothing _, CoreDrill.Unknown _, CoreDrill.Added _, CoreDrill.Changed _ ->
          false;
      case CoreDrill.Removed _,
          CoreDrill.RemovedWith _,
          CoreDrill.Hidden _,
          CoreDrill.Displaced _ ->
          true;
    };
  }

  private static String thing(Entry entry) {
    return switch (entry.kind()) {
      case FILE -> Messages.get("picture.drill.file", Human.bytes(entry.size()));
      case FOLDER -> Messages.get("picture.drill.folder");
      case SYMLINK -> Messages.get("picture.drill.symlink", entry.target());
      case HARD_LINK -> Messages.get("picture.drill.hardLink", entry.target());
      case CHARACTER_DEVICE, BLOCK_DEVICE -> Messages.get("picture.drill.device");
      case FIFO -> Messages.get("picture.drill.fifo");
      case WHITEOUT, OPAQUE -> Messages.get("picture.drill.marker");
    };
  }

  static String aspects(Collection<Aspect> aspects) {
    return aspects.stream().sorted().map(DrillWords::aspect).collect(Collectors.joining(", "));
  }

  private static String aspect(Aspect aspect) {
    return switch (aspect) {
      case KIND -> Messages.get("picture.drill.aspect.kind");
      case CONTENT -> Messages.get("picture.drill.aspect.content");
      case TIME -> Messages.get("picture.drill.aspect.time");
      case MODE -> Messages.get("picture.drill.aspect.mode");
      case OWNER -> Messages.get("picture.drill.aspect.owner");
      case TARGET -> Messages.get("picture.drill.aspect.target");
      case ATTRIBUTES -> Messages.get("picture.drill.aspect.attributes");
    };
  }
}
