// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import drydock.dockerfile.Form;
import drydock.dockerfile.ImagePath;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Pair;
import drydock.dockerfile.Predefined;
import drydock.dockerfile.Scope;
import drydock.dockerfile.Value;
import drydock.dockerfile.Variable;
import drydock.dockerfile.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is in force at an instruction: environment, user, working directory, shell. Instructions
/// that make no step of their own matter through these alone.
final class StageConfig {
  static final List<String> DEFAULT_SHELL = List.of("/bin/sh", "-c");

  /// @param value null when it cannot be known
  record Setting(String name, @Nullable String value, Part.Kind kind, int line) {}

  /// What RUN gets, ENV and ARG, in the order of their last change.
  private final Map<String, Setting> environment;

  /// What the image will have, ENV alone, in the order in which names came first.
  private final Map<String, Setting> image;

  /// Why it is not known what the base image sets; null when it is.
  private final @Nullable Cause unknown;

  private String user;
  private String directory;
  private List<String> shell;
  private int userLine;
  private int directoryLine;
  private int shellLine;

  private StageConfig(
      Map<String, Setting> environment,
      Map<String, Setting> image,
      @Nullable Cause unknown,
      String user,
      String directory,
      List<String> shell) {
    this.environment = environment;
    this.image = image;
    this.unknown = unknown;
    this.user = user;
    this.directory = directory;
    this.shell = shell;
  }

  /// Of a stage that starts from nothing.
  static StageConfig ofNothing() {
    return of(null, null);
  }

  /// Of a stage that starts from an image.
  static StageConfig of(BaseImage.Known base) {
    return of(base, null);
  }

  /// Of a stage that starts from an image that is not known.
  static StageConfig unknown(Cause why) {
    return of(null, why);
  }

  private static StageConfig of(BaseImage.@Nullable Known base, @Nullable Cause unknown) {
    StageConfig config =
        new StageConfig(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            unknown,
            base == null ? "" : base.user(),
            base == null ? "/" : ImagePath.resolve("/", base.workingDirectory()),
            DEFAULT_SHELL);
    if (base != null) {
      for (String variable : base.environment()) {
        int equals = variable.indexOf('=');
        String name = equals < 0 ? variable : variable.substring(0, equals);
        String value = equals < 0 ? "" : variable.substring(equals + 1);
        config.image.put(name, new Setting(name, value, Part.Kind.BASE_VARIABLE, 0));
      }
    }
    config.enter();
    return config;
  }

  /// Of a stage that starts from another.
  static StageConfig of(StageConfig parent) {
    StageConfig config =
        new StageConfig(
            new LinkedHashMap<>(parent.environment),
            new LinkedHashMap<>(parent.image),
            parent.unknown,
            parent.user,
            parent.directory,
            parent.shell);
    config.enter();
    return config;
  }

  /// At its begin each stage sets again what its image has, so that an ARG that hid an ENV ends
  /// with its stage.
  private void enter() {
    image.putIfAbsent("PATH", new Setting("PATH", Predefined.PATH, Part.Kind.BASE_VARIABLE, 0));
    image.values().forEach(this::set);
  }

  private void set(Setting setting) {
    environment.remove(setting.name());
    environment.put(setting.name(), setting);
  }

  /// Takes in what an instruction changes.
  ///
  /// @param before what it sees
  /// @param after what the next one sees
  void apply(Instruction instruction, Scope before, Scope after) {
    switch (instruction) {
      case Instruction.Env env -> pairs(env, before, after, Part.Kind.ENV);
      case Instruction.Arg arg -> pairs(arg, before, after, Part.Kind.ARG);
      case Instruction.User set -> {
        user = text(set.user(), before);
        userLine = set.firstLine();
      }
      case Instruction.Workdir set -> {
        directory = ImagePath.resolve(directory, text(set.path(), before));
        directoryLine = set.firstLine();
      }
      case Instruction.Shell set -> {
        if (set.command() instanceof Form.Exec exec) {
          shell = exec.words().stream().map(Value::text).toList();
          shellLine = set.firstLine();
        }
      }
      default -> {
        // changes nothing that a later step holds
      }
    }
  }

  private void pairs(Instruction.Pairs pairs, Scope before, Scope after, Part.Kind kind) {
    for (Pair pair : pairs.pairs()) {
      String name = before.expand(pair.name().text()).text();
      Variable variable = after.find(name);
      // a bare ARG without a value declares nothing here
      if (variable != null
          && pairs.equals(variable.declaredBy())
          && variable.state() != Variable.State.UNSET) {
        Setting setting = new Setting(name, variable.value(), kind, pairs.firstLine());
        set(setting);
        if (kind == Part.Kind.ENV) {
          image.put(name, setting);
        }
      }
    }
  }

  private static String text(@Nullable Word word, Scope scope) {
    return word == null ? "" : scope.expand(word.text()).text();
  }

  @Nullable Cause unknown() {
    return unknown;
  }

  List<Setting> environment() {
    return List.copyOf(environment.values());
  }

  Part user() {
    return new Part(Part.Kind.USER, "", user, userLine);
  }

  Part directory() {
    return new Part(Part.Kind.DIRECTORY, "", directory, directoryLine);
  }

  Part shell() {
    return new Part(Part.Kind.SHELL, "", String.join(" ", shell), shellLine);
  }

  /// A shell-form command as it is started.
  List<String> inShell(String command) {
    List<String> words = new ArrayList<>(shell);
    words.add(command);
    return words;
  }

  /// A path in the file system that is built: absolute, and with a `/` at its end when it was
  /// written with one.
  String path(String written) {
    String resolved = ImagePath.resolve(directory, written);
    boolean folder =
        written.endsWith("/") || written.equals(".") || written.isEmpty() || written.endsWith("/.");
    return folder && !resolved.equals("/") ? resolved + "/" : resolved;
  }
}
