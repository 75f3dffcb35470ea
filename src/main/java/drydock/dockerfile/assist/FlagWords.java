// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Flag;
import drydock.dockerfile.FlagTable;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Predefined;
import drydock.dockerfile.assist.Proposal.Kind;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;

/// Flags of an instruction, and what they may be set to.
final class FlagWords {
  private static final List<String> TIMES = List.of("5s", "10s", "30s", "1m", "5m");
  private static final List<String> PLATFORMS =
      List.of("linux/amd64", "linux/arm64", "linux/arm/v7", "windows/amd64");

  private final Dockerfile file;
  private final Instruction instruction;
  private final NameWords names;
  private final PathWords paths;

  FlagWords(Dockerfile file, Instruction instruction, NameWords names, PathWords paths) {
    this.file = file;
    this.instruction = instruction;
    this.names = names;
    this.paths = paths;
  }

  /// The flag that the caret stands in; what of it is replaced depends on where.
  Completion in(Cursor cursor) {
    int equals = cursor.word().indexOf('=');
    if (equals < 0 || cursor.index() <= cursor.from() + equals) {
      Cursor name = equals < 0 ? cursor : cursor.within(cursor.from(), cursor.from() + equals);
      return Completion.of(name.span(), name.typed(), names(name, equals >= 0));
    }
    String name = cursor.word().substring(Math.min(2, equals), equals);
    Cursor value = cursor.within(cursor.from() + equals + 1, cursor.to());
    if (name.equals("mount")) {
      return new MountWords(names, paths).in(value);
    }
    return Completion.of(value.span(), value.typed(), values(name));
  }

  /// The flags that may still be given.
  List<Proposal> names(Cursor cursor, boolean hasValue) {
    List<Proposal> proposals = new ArrayList<>();
    for (FlagTable.Known known : FlagTable.of(file.directives()).known(instruction.keyword())) {
      if (known.kind() == FlagTable.Kind.VALUES || !isGiven(known.name(), cursor)) {
        String name = "--" + known.name();
        boolean valued = known.kind() != FlagTable.Kind.SWITCH && !hasValue;
        proposals.add(
            Proposal.of(
                Kind.FLAG,
                name,
                known.minor() == 0 ? "" : Messages.get("assist.proposal.since", known.since()),
                Meanings.flag(instruction.keyword(), known.name()),
                valued ? name + "=" : name));
      }
    }
    return proposals;
  }

  private boolean isGiven(String name, Cursor cursor) {
    for (Flag flag : instruction.flags()) {
      boolean here = flag.word().from() <= cursor.index() && cursor.index() <= flag.word().to();
      if (!here && flag.name().equals(name)) {
        return true;
      }
    }
    // behind a hyphen that is no flag yet, flags count as operands
    return (" " + instruction.arguments().text()).contains(" --" + name + "=");
  }

  private List<Proposal> values(String name) {
    String keyword = instruction.keyword();
    FlagTable.Known known =
        FlagTable.of(keyword).stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
    if (known == null) {
      return List.of();
    }
    if (known.kind() == FlagTable.Kind.SWITCH) {
      return simple(List.of("true", "false"));
    }
    return switch (name) {
      case "from" -> names.sources();
      case "platform" -> platforms();
      case "interval", "timeout", "start-period", "start-interval" -> simple(TIMES);
      case "retries" -> simple(List.of("1", "3", "5", "10"));
      case "chmod" ->
          List.of(
              Proposal.value("755", Messages.get("assist.chmod.755")),
              Proposal.value("644", Messages.get("assist.chmod.644")),
              Proposal.value("600", Messages.get("assist.chmod.600")));
      case "checksum" -> simple(List.of("sha256:"));
      default -> simple(known.values());
    };
  }

  private static List<Proposal> platforms() {
    List<Proposal> proposals = new ArrayList<>();
    for (String name : Predefined.PLATFORM) {
      if (name.endsWith("PLATFORM")) {
        proposals.add(
            Proposal.of(Kind.VARIABLE, "$" + name, "", Meanings.platform(name), "$" + name));
      }
    }
    proposals.addAll(simple(PLATFORMS));
    return proposals;
  }

  static List<Proposal> simple(List<String> values) {
    return values.stream().map(value -> Proposal.value(value, "")).toList();
  }
}
