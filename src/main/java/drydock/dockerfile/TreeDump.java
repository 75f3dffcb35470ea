// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The tree in the form in which BuildKit's parser prints its own (`Node.Dump`): one S-expression for each instruction, the
/// keyword in small letters, words as Go quotes them. What the builder refuses is printed as far as it can be read.
public final class TreeDump {
  private TreeDump() {}

  /// One line for each instruction, without a line end behind the last.
  public static String of(Dockerfile file) {
    List<String> lines = new ArrayList<>();
    file.instructions().forEach(i -> lines.add("(" + dump(i) + ")"));
    return String.join("\n", lines).strip();
  }

  private static String dump(Instruction instruction) {
    StringBuilder text =
        new StringBuilder(instruction.source().keyword().text().toLowerCase(Locale.ROOT));
    if (!instruction.flags().isEmpty()) {
      text.append(" [");
      text.append(
          String.join(" ", instruction.flags().stream().map(f -> Chars.quote(f.text())).toList()));
      text.append("]");
    }
    if (instruction instanceof Instruction.Onbuild onbuild && onbuild.trigger() != null) {
      text.append(" (").append(dump(onbuild.trigger())).append(")");
    } else {
      words(instruction).forEach(word -> text.append(' ').append(Chars.quote(word)));
    }
    return text.toString().strip();
  }

  private static List<String> words(Instruction instruction) {
    Word arguments = instruction.arguments();
    return switch (instruction) {
      case Instruction.From _ -> texts(Splitter.words(arguments));
      case Instruction.Run run -> form(run.command());
      case Instruction.Cmd cmd -> form(cmd.command());
      case Instruction.Entrypoint entrypoint -> form(entrypoint.command());
      case Instruction.Shell shell -> form(shell.command());
      case Instruction.Healthcheck health -> {
        List<String> words = new ArrayList<>();
        Word type = health.type();
        if (type != null) {
          words.add(type.text());
        }
        words.addAll(form(health.command()));
        yield words;
      }
      case Instruction.Transfer transfer -> {
        List<Value> values = new ArrayList<>(transfer.sources());
        if (transfer.destination() != null) {
          values.add(transfer.destination());
        }
        yield values.stream().map(Value::text).toList();
      }
      case Instruction.Env env -> pairs(env, env.isLegacy() ? "" : "=");
      case Instruction.Label label -> pairs(label, label.isLegacy() ? "" : "=");
      case Instruction.Arg arg -> texts(arg.pairs().stream().map(Pair::word).toList());
      case Instruction.Expose expose -> expose.ports().stream().map(Value::text).toList();
      case Instruction.Volume volume -> volume.paths().stream().map(Value::text).toList();
      case Instruction.Workdir _,
          Instruction.User _,
          Instruction.Stopsignal _,
          Instruction.Maintainer _,
          Instruction.Onbuild _ ->
          arguments.isEmpty() ? List.of() : List.of(arguments.text());
      case Instruction.Unknown _ -> List.of("");
    };
  }

  private static List<String> form(Form form) {
    return switch (form) {
      case Form.Exec exec -> exec.words().stream().map(Value::text).toList();
      case Form.Shell shell ->
          shell.command().isEmpty() ? List.of() : List.of(shell.command().text());
    };
  }

  private static List<String> pairs(Instruction.Pairs pairs, String separator) {
    List<String> words = new ArrayList<>();
    for (Pair pair : pairs.pairs()) {
      String value = pair.text();
      words.add(pair.name().text());
      if (value != null) {
        words.add(value);
        words.add(separator);
      }
    }
    return words;
  }

  private static List<String> texts(List<Word> words) {
    return words.stream().map(Word::text).toList();
  }
}
