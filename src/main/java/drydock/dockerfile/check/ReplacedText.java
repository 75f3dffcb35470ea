// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Flag;
import drydock.dockerfile.Heredoc;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Mount;
import drydock.dockerfile.Pair;
import drydock.dockerfile.Span;
import drydock.dockerfile.Value;
import drydock.dockerfile.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A text in which the builder replaces variables and reports those that are not defined.
///
/// @param word where it stands
/// @param isBody whether it is the body of a heredoc
/// @param pair the `name=default` of an ARG that it is the default of; otherwise null
record ReplacedText(Word word, String text, boolean isBody, @Nullable Pair pair) {
  private static final Set<String> FLAGS = Set.of("chown", "chmod", "checksum", "exclude");

  /// Those of an instruction, in the builder's order. EXPOSE has none: it replaces, but reports nothing.
  static List<ReplacedText> of(Instruction instruction, String file) {
    List<ReplacedText> texts = new ArrayList<>();
    switch (instruction) {
      case Instruction.Transfer transfer -> transfer(transfer, file, texts);
      case Instruction.Env env -> pairs(env.pairs(), texts);
      case Instruction.Label label -> pairs(label.pairs(), texts);
      case Instruction.Arg arg -> {
        for (Pair pair : arg.pairs()) {
          String value = pair.text();
          texts.add(new ReplacedText(pair.word(), value == null ? "" : value, false, pair));
        }
      }
      case Instruction.Workdir _, Instruction.User _, Instruction.Stopsignal _ ->
          add(instruction.arguments(), texts);
      case Instruction.Volume volume ->
          volume.paths().forEach(p -> texts.add(new ReplacedText(p.word(), p.text(), false, null)));
      case Instruction.Run run -> run.mounts().forEach(mount -> mount(mount, texts));
      case Instruction.From _,
          Instruction.Expose _,
          Instruction.Cmd _,
          Instruction.Entrypoint _,
          Instruction.Healthcheck _,
          Instruction.Shell _,
          Instruction.Onbuild _,
          Instruction.Maintainer _,
          Instruction.Unknown _ -> {
        // nothing is replaced, or nothing reported
      }
    }
    return texts;
  }

  private static void transfer(
      Instruction.Transfer transfer, String file, List<ReplacedText> texts) {
    for (Flag flag : transfer.flags()) {
      String value = flag.value();
      if (value != null && FLAGS.contains(flag.name())) {
        texts.add(new ReplacedText(flag.word(), value, false, null));
      }
    }
    Set<Span> markers =
        transfer.heredocs().stream().map(h -> h.marker().span()).collect(Collectors.toSet());
    List<Value> operands = new ArrayList<>(transfer.sources());
    Value destination = transfer.destination();
    if (destination != null) {
      operands.add(destination);
    }
    for (Value operand : operands) {
      if (!markers.contains(operand.word().span())) {
        texts.add(new ReplacedText(operand.word(), operand.text(), false, null));
      }
    }
    for (Heredoc heredoc : transfer.heredocs()) {
      if (heredoc.expands()) {
        texts.add(new ReplacedText(heredoc.marker(), heredoc.content(file), true, null));
      }
    }
  }

  private static void pairs(List<Pair> pairs, List<ReplacedText> texts) {
    for (Pair pair : pairs) {
      add(pair.name(), texts);
      Word value = pair.value();
      if (value != null) {
        add(value, texts);
      }
    }
  }

  private static void mount(Mount mount, List<ReplacedText> texts) {
    for (Mount.Field field : mount.fields()) {
      String value = field.value();
      if (value != null) {
        texts.add(new ReplacedText(mount.flag().word(), value, false, null));
      }
    }
  }

  private static void add(Word word, List<ReplacedText> texts) {
    texts.add(new ReplacedText(word, word.text(), false, null));
  }
}
