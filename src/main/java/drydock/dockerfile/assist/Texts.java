// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.dockerfile.Flag;
import drydock.dockerfile.Form;
import drydock.dockerfile.Heredoc;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Pair;
import drydock.dockerfile.Span;
import drydock.dockerfile.Value;
import drydock.dockerfile.Word;
import drydock.dockerfile.assist.TextUses.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The variables that one instruction names, with their places in the file.
final class Texts {
  /// @param span of the name alone
  record Named(String name, Span span) {}

  private static final Set<String> FLAGS =
      Set.of("chown", "chmod", "checksum", "exclude", "mount", "platform");
  private static final Pattern SHELL =
      Pattern.compile("(?:^|[\\s/;&|])(?:ba|da|a|k|z)?sh(?:\\s|$)");

  private final String file;
  private final char escape;
  private final List<Named> found = new ArrayList<>();

  private Texts(String file, char escape) {
    this.file = file;
    this.escape = escape;
  }

  /// What the builder replaces; of ENV and ARG without the declarations.
  static List<Named> replaced(Instruction instruction, String file, char escape) {
    Texts texts = new Texts(file, escape);
    texts.flags(instruction);
    switch (instruction) {
      case Instruction.Transfer transfer -> texts.transfer(transfer);
      case Instruction.Volume volume -> volume.paths().forEach(texts::value);
      case Instruction.From _,
          Instruction.Env _,
          Instruction.Label _,
          Instruction.Workdir _,
          Instruction.User _,
          Instruction.Stopsignal _,
          Instruction.Expose _ ->
          texts.word(instruction.arguments());
      // the defaults of ARG are looked at one by one
      case Instruction.Arg _,
          Instruction.Run _,
          Instruction.Cmd _,
          Instruction.Entrypoint _,
          Instruction.Healthcheck _,
          Instruction.Shell _,
          Instruction.Onbuild _,
          Instruction.Maintainer _,
          Instruction.Unknown _ -> {}
    }
    return texts.found;
  }

  /// What the default of an ARG names.
  static List<Named> in(Pair pair, String file, char escape) {
    Texts texts = new Texts(file, escape);
    Word value = pair.value();
    if (value != null) {
      texts.word(value);
    }
    return texts.found;
  }

  /// What the shell of a command replaces.
  static List<Named> inShell(Instruction instruction, String file, char escape) {
    Texts texts = new Texts(file, escape);
    switch (instruction) {
      case Instruction.Run run -> {
        texts.command(run.command());
        texts.scripts(run);
      }
      case Instruction.Cmd cmd -> texts.command(cmd.command());
      case Instruction.Entrypoint entrypoint -> texts.command(entrypoint.command());
      case Instruction.Healthcheck health -> texts.command(health.command());
      case Instruction.From _,
          Instruction.Transfer _,
          Instruction.Pairs _,
          Instruction.Workdir _,
          Instruction.User _,
          Instruction.Expose _,
          Instruction.Volume _,
          Instruction.Shell _,
          Instruction.Stopsignal _,
          Instruction.Onbuild _,
          Instruction.Maintainer _,
          Instruction.Unknown _ -> {}
    }
    return texts.found;
  }

  private void flags(Instruction instruction) {
    for (Flag flag : instruction.flags()) {
      Word value = flag.valueWord();
      if (value != null && FLAGS.contains(flag.name())) {
        inLine(value, TextUses.flag(value.line().text(), value.from(), value.to()));
      }
    }
  }

  private void transfer(Instruction.Transfer transfer) {
    List<Value> operands = new ArrayList<>(transfer.sources());
    Value destination = transfer.destination();
    if (destination != null) {
      operands.add(destination);
    }
    List<Word> markers = transfer.heredocs().stream().map(Heredoc::marker).toList();
    for (Value operand : operands) {
      if (markers.stream().noneMatch(m -> m.from() == operand.word().from())) {
        value(operand);
      }
    }
    for (Heredoc heredoc : transfer.heredocs()) {
      if (heredoc.expands()) {
        inFile(TextUses.body(file, heredoc.body().start(), heredoc.body().end()));
      }
    }
  }

  private void value(Value value) {
    // escapes of JSON come before those of variables; nobody writes both
    if (value.word().text().equals(value.text()) || value.word().text().indexOf('\\') < 0) {
      word(value.word());
    }
  }

  private void word(Word word) {
    inLine(word, TextUses.words(word.line().text(), word.from(), word.to(), escape));
  }

  private void command(Form form) {
    switch (form) {
      case Form.Shell shell -> shell(shell.command());
      case Form.Exec exec -> {
        List<Value> words = exec.words();
        if (words.size() > 2
            && SHELL.matcher(words.getFirst().text()).find()
            && words.get(1).text().matches("-\\w*c")) {
          Word script = words.get(2).word();
          shell(script.part(1, Math.max(1, script.text().length() - 1)));
        }
      }
    }
  }

  private void shell(Word word) {
    inLine(word, ShellUses.command(word.line().text(), word.from(), word.to()));
  }

  private void scripts(Instruction.Run run) {
    for (Heredoc heredoc : run.heredocs()) {
      int from = heredoc.body().start();
      int to = heredoc.body().end();
      String command = run.arguments().text().replace(heredoc.marker().text(), "").strip();
      boolean isScript =
          command.isEmpty() ? isShellScript(from, to) : SHELL.matcher(command).find();
      if (isScript && (command.isEmpty() || !heredoc.expands())) {
        inFile(ShellUses.command(file, from, to));
      } else if (heredoc.expands() && !command.isEmpty()) {
        inFile(ShellUses.quoted(file, from, to));
      }
    }
  }

  private boolean isShellScript(int from, int to) {
    if (!file.startsWith("#!", from)) {
      return true;
    }
    int line = file.indexOf('\n', from);
    String first = file.substring(from + 2, line < 0 ? to : Math.min(line, to));
    return SHELL.matcher(first).find();
  }

  private void inLine(Word word, List<Use> uses) {
    for (Use use : uses) {
      found.add(new Named(use.name(), new Word(word.line(), use.from(), use.to()).span()));
    }
  }

  private void inFile(List<Use> uses) {
    uses.forEach(use -> found.add(new Named(use.name(), new Span(use.from(), use.to()))));
  }
}
