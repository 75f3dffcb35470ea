// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.Problem.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the builder refuses when it replaces the variables of one instruction, and in the values that come out.
final class ExpansionChecks {
  private static final Pattern MODE =
      Pattern.compile(
          "[ugoa]*(?:[-+=](?:[ugo]|[rwxXst]*))++(?:,[ugoa]*(?:[-+=](?:[ugo]|[rwxXst]*))++)*+");
  private static final Set<String> SIGNALS =
      Set.of(
          "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT",
          "KILL", "PIPE", "POLL", "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM",
          "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ");

  private static final Pattern RANGE = Pattern.compile("[0-9]{1,5}(-[0-9]{1,5})?");
  private static final Pattern REMOTE = Pattern.compile("://|^git@|^github\\.com/|\\.git\\b|\\$");

  /// Where problems go.
  interface Sink {
    void add(Code code, Instruction instruction, Word word, String sentence);
  }

  private final Instruction instruction;
  private final String text;
  private final Scope scope;
  private final Sink sink;

  /// @param text the file
  ExpansionChecks(Instruction instruction, Scope scope, String text, Sink sink) {
    this.text = text;
    this.instruction = instruction;
    this.scope = scope;
    this.sink = sink;
  }

  void check() {
    switch (instruction) {
      case Instruction.Transfer transfer -> transfer(transfer);
      case Instruction.Env env -> pairs(env);
      case Instruction.Label label -> pairs(label);
      case Instruction.Arg arg -> arg(arg, Set.of());
      case Instruction.Workdir workdir -> word(workdir.arguments(), workdir.arguments().text());
      case Instruction.User user -> word(user.arguments(), user.arguments().text());
      case Instruction.Volume volume -> volume.paths().forEach(p -> word(p.word(), p.text()));
      case Instruction.Expose expose -> expose.ports().forEach(this::port);
      case Instruction.Stopsignal signal -> signal(signal.arguments());
      case Instruction.Run run -> {
        for (Mount mount : run.mounts()) {
          new MountChecks(
                  mount, scope, (code, sentence) -> add(code, mount.flag().word(), sentence))
              .check();
        }
      }
      case Instruction.From _,
          Instruction.Cmd _,
          Instruction.Entrypoint _,
          Instruction.Healthcheck _,
          Instruction.Shell _,
          Instruction.Onbuild _,
          Instruction.Maintainer _,
          Instruction.Unknown _ -> {
        // the builder expands nothing in these
      }
    }
  }

  /// @param given names whose defaults do not count, because the build command gives values
  void arg(Instruction.Arg arg, Set<String> given) {
    for (Pair pair : arg.pairs()) {
      String value = pair.text();
      if (value != null && !given.contains(pair.name().text())) {
        word(pair.word(), value);
      }
    }
  }

  private void pairs(Instruction.Pairs pairs) {
    for (Pair pair : pairs.pairs()) {
      word(pair.name(), pair.name().text());
      String value = pair.text();
      if (value != null) {
        word(pair.word(), value);
      }
    }
  }

  private void transfer(Instruction.Transfer transfer) {
    for (Flag flag : transfer.flags()) {
      String value = flag.value();
      if (value != null && Set.of("chown", "chmod", "checksum", "exclude").contains(flag.name())) {
        Expansion expansion = word(flag.word(), value);
        if (flag.name().equals("chmod") && expansion.known() && expansion.error() == null) {
          chmod(flag, expansion.text());
        }
      }
    }
    checksum(transfer);
    List<Value> operands = new ArrayList<>(transfer.sources());
    if (transfer.destination() != null) {
      operands.add(transfer.destination());
    }
    for (Value operand : operands) {
      if (!HeredocMarker.is(operand)) {
        word(operand.word(), operand.text());
      }
    }
    transfer.heredocs().stream().filter(Heredoc::expands).forEach(this::body);
  }

  private void checksum(Instruction.Transfer transfer) {
    for (Flag flag : transfer.flags()) {
      if (flag.name().equals("checksum")
          && transfer.sources().stream()
              .map(Value::text)
              .noneMatch(s -> REMOTE.matcher(s).find())) {
        add(Code.FLAG_VALUE, flag.word(), "checksum requires HTTP(S) or Git sources");
      }
    }
  }

  private void body(Heredoc heredoc) {
    Expansion expansion = scope.expandBody(heredoc.content(text));
    if (expansion.error() != null) {
      add(BuildProblems.code(expansion.error()), heredoc.marker(), expansion.error());
    }
  }

  private void chmod(Flag flag, String mode) {
    if (mode.isEmpty() || mode.matches("0*[0-7]{1,4}") || MODE.matcher(mode).matches()) {
      return;
    }
    add(
        Code.CHMOD,
        flag.word(),
        mode.matches("[0-9]+")
            ? "invalid chmod parameter: '%s'. it should be octal string and between 0 and 07777"
                .formatted(mode)
            : "invalid syntax");
  }

  private void signal(Word word) {
    Expansion signal = word(word, word.text());
    String name = signal.text().toUpperCase(Locale.ROOT).replaceFirst("^SIG", "");
    boolean number = signal.text().matches("[+-]?[0-9]{1,9}");
    boolean right =
        number
            ? !signal.text().matches("[+-]?0+")
            : SIGNALS.contains(name)
                || name.matches("RTM(IN(\\+([1-9]|1[0-5]))?|AX(-([1-9]|1[0-4]))?)");
    if (signal.known() && signal.error() == null && !right) {
      add(Code.SIGNAL, word, "invalid signal: " + signal.text());
    }
  }

  private void port(Value port) {
    Expansion expansion = word(port.word(), port.text());
    if (!expansion.known() || expansion.error() != null) {
      return;
    }
    for (String written : expansion.words()) {
      int slash = written.indexOf('/');
      String range = slash < 0 ? written : written.substring(0, slash);
      String protocol = slash < 0 ? "" : written.substring(slash + 1).toLowerCase(Locale.ROOT);
      if (written.contains(":")) {
        continue; // host parts are read and forgotten
      }
      if (range.isEmpty()) {
        add(
            Code.PORT,
            port.word(),
            "invalid port: " + Chars.quote(written) + ": no port specified");
      } else if (!isRange(range)) {
        add(Code.PORT, port.word(), "invalid containerPort: " + range);
      } else if (!Set.of("", "tcp", "udp", "sctp").contains(protocol)) {
        add(
            Code.PORT,
            port.word(),
            "invalid port: %s: invalid proto: %s".formatted(Chars.quote(written), protocol));
      }
    }
  }

  private static boolean isRange(String range) {
    if (!RANGE.matcher(range).matches()) {
      return false;
    }
    String[] ends = range.split("-", -1);
    int first = Integer.parseInt(ends[0]);
    int last = Integer.parseInt(ends[ends.length - 1]);
    return first <= last && last <= 65_535;
  }

  private Expansion word(Word word, String written) {
    Expansion expansion = scope.expand(written);
    if (expansion.error() != null) {
      add(BuildProblems.code(expansion.error()), word, expansion.error());
    }
    return expansion;
  }

  private void add(Code code, Word word, String sentence) {
    sink.add(code, instruction, word, sentence);
  }
}
