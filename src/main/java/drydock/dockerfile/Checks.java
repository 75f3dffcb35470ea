// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.dockerfile.Problem.Code;
import drydock.dockerfile.Problem.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What BuildKit refuses about one instruction by itself, in the order in which it looks. Source:
/// `frontend/dockerfile/instructions/parse.go`.
final class Checks {
  static final List<String> HEALTH_TYPES = List.of("CMD", "NONE");
  private static final Pattern STAGE_NAME = Pattern.compile("[a-z][a-z0-9-_.]*");

  private final Instruction instruction;
  private final FlagTable table;
  private final List<Problem> problems = new ArrayList<>();

  Checks(Instruction instruction, FlagTable table) {
    this.instruction = instruction;
    this.table = table;
  }

  /// The first is the one that BuildKit names.
  List<Problem> problems() {
    switch (instruction) {
      case Instruction.From from -> {
        from(from);
        flags();
      }
      case Instruction.Run run -> {
        flags();
        run.mounts().forEach(this::mount);
        choice("network", "invalid network mode %s");
        choice("security", "security %s is not valid");
      }
      case Instruction.Transfer transfer -> {
        if (transfer.destination() == null) {
          add(
              Code.DESTINATION_MISSING,
              orKeyword(transfer.arguments()),
              "%s requires at least two arguments, but only one was provided. Destination could not be determined"
                  .formatted(transfer.keyword()));
        }
        flags();
        Value destination = transfer.destination();
        if (destination != null && HeredocMarker.is(destination)) {
          add(
              Code.HEREDOC_DESTINATION,
              destination.word(),
              transfer.keyword() + " cannot accept a heredoc as a destination");
        }
      }
      case Instruction.Env env -> pairs(env);
      case Instruction.Label label -> pairs(label);
      case Instruction.Arg arg -> {
        if (arg.pairs().isEmpty()) {
          missing("at least one argument");
        }
        blankName(arg);
      }
      case Instruction.Maintainer _, Instruction.Workdir _, Instruction.User _ -> {
        if (instruction.arguments().isEmpty()) {
          missing("exactly one argument");
        }
        flags();
      }
      case Instruction.Stopsignal _ -> {
        if (instruction.arguments().isEmpty()) {
          missing("exactly one argument");
        }
      }
      case Instruction.Expose _ -> {
        if (instruction.arguments().isEmpty()) {
          missing("at least one argument");
        }
        flags();
      }
      case Instruction.Volume volume -> volume(volume);
      case Instruction.Cmd _, Instruction.Entrypoint _ -> flags();
      case Instruction.Shell shell -> shell(shell);
      case Instruction.Healthcheck health -> {
        new HealthChecks(health, this).check();
      }
      case Instruction.Onbuild onbuild -> onbuild(onbuild);
      case Instruction.Unknown unknown -> {
        String name = unknown.source().keyword().text();
        String suggestion = Suggestion.ignoringCase(name, Keywords.ALL);
        add(
            Code.UNKNOWN_INSTRUCTION,
            unknown.source().keyword(),
            "unknown instruction: " + name + Suggestion.words(suggestion));
      }
    }
    return problems;
  }

  private void from(Instruction.From from) {
    Word name = from.name();
    if (from.image() == null) {
      add(
          Code.FROM_ARGUMENTS,
          orKeyword(from.arguments()),
          "FROM requires either one or three arguments");
    } else if (name != null
        && !STAGE_NAME.matcher(name.text().toLowerCase(Locale.ROOT)).matches()) {
      add(
          Code.STAGE_NAME,
          name,
          "invalid name for build stage: %s, name can't start with a number or contain symbols"
              .formatted(Chars.quote(name.text())));
    }
  }

  private void pairs(Instruction.Pairs pairs) {
    flags();
    if (pairs.pairs().isEmpty()) {
      missing("at least one argument");
    }
    blankName(pairs);
  }

  private void blankName(Instruction.Pairs pairs) {
    for (Pair pair : pairs.pairs()) {
      if (pair.name().isEmpty()) {
        add(Code.BLANK_NAME, pair.word(), pairs.keyword() + " names can not be blank");
      }
    }
  }

  private void volume(Instruction.Volume volume) {
    if (volume.paths().isEmpty()) {
      missing("at least one argument");
    }
    flags();
    for (Value path : volume.paths()) {
      if (path.text().isBlank()) {
        add(Code.EMPTY_VOLUME, path.word(), "VOLUME specified can not be an empty string");
      }
    }
  }

  private void shell(Instruction.Shell shell) {
    flags();
    boolean empty =
        switch (shell.command()) {
          case Form.Exec exec -> exec.words().isEmpty();
          case Form.Shell text -> text.command().isEmpty();
        };
    if (empty) {
      missing("at least one argument");
    } else if (shell.command() instanceof Form.Shell) {
      add(Code.NOT_JSON, shell.arguments(), "SHELL requires the arguments to be in JSON form");
    }
  }

  private void onbuild(Instruction.Onbuild onbuild) {
    Instruction trigger = onbuild.trigger();
    if (trigger == null) {
      missing("at least one argument");
      return;
    }
    flags();
    switch (trigger.keyword()) {
      case "ONBUILD" ->
          add(
              Code.ONBUILD_TRIGGER,
              trigger.source().keyword(),
              "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed");
      case "MAINTAINER", "FROM" ->
          add(
              Code.ONBUILD_TRIGGER,
              trigger.source().keyword(),
              trigger.keyword() + " isn't allowed as an ONBUILD trigger");
      default -> {
        // anything else, even what does not exist: it is looked at when it is done
      }
    }
  }

  private void mount(Mount mount) {
    String broken = mount.broken();
    if (mount.flag().value() == null) {
      return; // named as a flag without a value
    }
    if (broken != null) {
      add(Code.MOUNT, mount.flag().word(), "failed to parse csv mounts: " + broken);
      return;
    }
    for (Mount.Field field : mount.fields()) {
      String value = field.value();
      if (field.key().equals("from") && value != null && isVariable(value)) {
        add(
            Code.FROM_VARIABLE,
            mount.flag().word(),
            "'from' doesn't support variable expansion, define alias stage instead");
      }
    }
  }

  private static boolean isVariable(String value) {
    int dollar = value.indexOf('$');
    return dollar >= 0 && dollar + 1 < value.length();
  }

  private void choice(String name, String sentence) {
    FlagTable.Known known = table.find(instruction.keyword(), name);
    for (Flag flag : instruction.flags()) {
      String value = flag.value();
      if (known != null
          && flag.name().equals(name)
          && value != null
          && !known.values().contains(value)) {
        add(Code.FLAG_VALUE, flag.word(), sentence.formatted(Chars.quote(value)));
      }
    }
  }

  void flags() {
    if (instruction.flags().isEmpty()) {
      return;
    }
    List<String> names = table.known(instruction.keyword()).stream().map(f -> f.name()).toList();
    Set<String> seen = new HashSet<>();
    for (Flag flag : instruction.flags()) {
      FlagTable.Known known = table.find(instruction.keyword(), flag.name());
      String value = flag.value();
      if (known == null) {
        String suggestion = Suggestion.nearest(flag.name(), names);
        add(
            Code.UNKNOWN_FLAG,
            flag.word(),
            "unknown flag: --" + flag.name() + Suggestion.words(suggestion));
      } else if (seen.contains(flag.name()) && known.kind() != FlagTable.Kind.VALUES) {
        add(Code.DUPLICATE_FLAG, flag.word(), "duplicate flag specified: --" + flag.name());
      } else if (known.kind() == FlagTable.Kind.SWITCH
          ? value != null && value.isEmpty()
          : value == null) {
        add(Code.FLAG_VALUE_MISSING, flag.word(), "missing a value on flag: --" + flag.name());
      } else if (known.kind() == FlagTable.Kind.SWITCH && value != null && !isBoolean(value)) {
        add(
            Code.FLAG_VALUE,
            flag.word(),
            "expecting boolean value for flag --" + flag.name() + ", not: " + value);
      }
      seen.add(flag.name());
    }
  }

  private static boolean isBoolean(String value) {
    return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
  }

  void missing(String what) {
    add(
        Code.ARGUMENT_MISSING,
        instruction.source().keyword(),
        instruction.keyword() + " requires " + what);
  }

  void add(Code code, Word word, String sentence) {
    int line = instruction.firstLine();
    problems.add(
        new Problem(
            code,
            Phase.INSTRUCTION,
            word.isEmpty() ? instruction.span() : word.span(),
            line,
            "dockerfile parse error on line " + line + ": " + sentence));
  }

  private Word orKeyword(Word word) {
    return word.isEmpty() ? instruction.source().keyword() : word;
  }
}
