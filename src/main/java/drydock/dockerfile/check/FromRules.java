// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Base;
import drydock.dockerfile.Chars;
import drydock.dockerfile.Expansion;
import drydock.dockerfile.Flag;
import drydock.dockerfile.ImageName;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Pair;
import drydock.dockerfile.Scope;
import drydock.dockerfile.Scopes;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Suggestion;
import drydock.dockerfile.Variable;
import drydock.dockerfile.Word;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What BuildKit checks about the image of FROM and its platform.
final class FromRules {
  private static final String TARGET_PLATFORM = "TARGETPLATFORM";

  private FromRules() {}

  static void undefinedArg(Subject subject, Report report) {
    Scope globals = subject.scopes().globals();
    List<String> names = globals.variables().stream().map(Variable::name).toList();
    for (Stage stage : subject.file().stages()) {
      Word image = stage.from().image();
      if (image != null) {
        undefined(stage, image, globals.expand(image.text()), names, report);
      }
      Flag flag = platformFlag(stage);
      String platform = flag == null ? null : flag.value();
      if (flag != null && platform != null) {
        undefined(stage, flag.word(), globals.expand(platform), names, report);
      }
    }
  }

  private static void undefined(
      Stage stage, Word word, Expansion expansion, List<String> names, Report report) {
    for (String name : new TreeSet<>(expansion.unset())) {
      if (!names.contains(name)) {
        String suggestion = Suggestion.nearest(name, names);
        report.add(
            Rule.UNDEFINED_ARG_IN_FROM,
            stage.from(),
            word.span(),
            "FROM argument '" + name + "' is not declared" + Names.didYouMean("", suggestion),
            Names.rename(word, name, suggestion));
      }
    }
  }

  /// With no build arguments given; silent when even the defaults cannot be worked out.
  static void invalidDefault(Subject subject, Report report) {
    Scopes defaults = subject.defaults();
    for (Instruction instruction : subject.file().globals()) {
      if (instruction instanceof Instruction.Arg arg && !isRight(arg, defaults.before(arg))) {
        return;
      }
    }
    for (Stage stage : subject.file().stages()) {
      Word image = stage.from().image();
      if (image == null) {
        continue;
      }
      Expansion name = defaults.globals().expand(image.text());
      if (name.error() != null) {
        return;
      }
      if (name.known() && ImageName.mistake(name.text()) != null) {
        report.add(
            Rule.INVALID_DEFAULT_ARG_IN_FROM,
            stage.from(),
            image.span(),
            "Default value for ARG "
                + image.text()
                + " results in empty or invalid base image name",
            null);
      }
    }
  }

  private static boolean isRight(Instruction.Arg arg, Scope scope) {
    for (Pair pair : arg.pairs()) {
      String value = pair.text();
      if (value != null && scope.expand(value).error() != null) {
        return false;
      }
    }
    return true;
  }

  /// The variable alone is what FROM takes anyway.
  static void redundantPlatform(Subject subject, Report report) {
    Scope globals = subject.scopes().globals();
    Variable target = globals.find(TARGET_PLATFORM);
    for (Stage stage : subject.file().stages()) {
      Flag flag = platformFlag(stage);
      String written = flag == null ? null : flag.value();
      if (flag == null || written == null || target == null) {
        continue;
      }
      Expansion platform = globals.expand(written);
      if (platform.used().equals(Set.of(TARGET_PLATFORM))
          && platform.unset().isEmpty()
          && platform.text().equals(target.value())) {
        Word image = stage.from().image();
        report.add(
            Rule.REDUNDANT_TARGET_PLATFORM,
            stage.from(),
            flag.word().span(),
            "Setting platform to predefined "
                + written
                + " in FROM is redundant as this is the default behavior",
            image == null ? null : Names.remove(flag.word(), image));
      }
    }
  }

  /// A stage whose name has the system or processor in it means what it says.
  static void constantPlatform(Subject subject, Report report) {
    Platform here = Platform.parse(subject.context().platform(), null);
    for (Stage stage : subject.file().stages()) {
      Flag flag = platformFlag(stage);
      String written = flag == null ? null : flag.value();
      if (flag == null || written == null || written.isEmpty()) {
        continue;
      }
      Expansion expansion = subject.scopes().globals().expand(written);
      Platform platform = Platform.parse(expansion.text(), here);
      String name = stage.name() == null ? "" : stage.name();
      if (expansion.error() == null
          && expansion.used().isEmpty()
          && expansion.unset().isEmpty()
          && platform != null
          && !name.contains(platform.os())
          && !name.contains(platform.arch())) {
        report.add(
            Rule.FROM_PLATFORM_FLAG_CONST_DISALLOWED,
            stage.from(),
            flag.word().span(),
            "FROM --platform flag should not use constant value " + Chars.quote(expansion.text()),
            null);
      }
    }
  }

  /// Only where the platform of the image on the engine is known.
  static void basePlatform(Subject subject, Report report) {
    for (Stage stage : subject.stages()) {
      Word image = stage.from().image();
      if (image != null && subject.scopes().base(stage) instanceof Base.Image base) {
        compare(subject, report, stage, image, base);
      }
    }
  }

  private static void compare(
      Subject subject, Report report, Stage stage, Word image, Base.Image base) {
    String pulled = base.known() ? subject.context().platforms().platform(base.reference()) : null;
    if (pulled == null) {
      return;
    }
    Flag flag = platformFlag(stage);
    String written = flag == null ? null : flag.value();
    String wanted =
        written == null || written.isEmpty()
            ? subject.context().platform()
            : subject.scopes().globals().expand(written).text();
    Platform here = Platform.parse(subject.context().platform(), null);
    Platform expected = Platform.parse(wanted, here);
    Platform actual = Platform.parse(pulled, here);
    if (expected != null && actual != null && !expected.runsLike(actual)) {
      report.add(
          Rule.INVALID_BASE_IMAGE_PLATFORM,
          stage.from(),
          image.span(),
          "Base image %s was pulled with platform %s, expected %s for current build"
              .formatted(
                  base.reference(),
                  Chars.quote(actual.toString()),
                  Chars.quote(expected.toString())),
          null);
    }
  }

  private static @Nullable Flag platformFlag(Stage stage) {
    return stage.from().flags().stream()
        .filter(flag -> flag.name().equals("platform"))
        .findFirst()
        .orElse(null);
  }
}
