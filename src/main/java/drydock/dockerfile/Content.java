// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;
import java.util.Objects;

/// What a step is for the builder, as far as the text tells: what it says, and the settings that it
/// sees. Two steps of one content and with the same inputs are one.
public final class Content {
  /// Of steps that are made by hand: each is like no other.
  static final Content UNKNOWN = new Content("", Settings.NONE, Bindings.NONE);

  private final String text;
  private final Settings settings;
  private final Bindings variables;

  /// What the lines before a step set for it.
  ///
  /// @param platform of its stage, as written
  record Settings(String platform, String directory, String user, String shell) {
    static final Settings NONE = new Settings("", "/", "", "");

    Settings withDirectory(String other) {
      return new Settings(platform, other, user, shell);
    }

    Settings withUser(String other) {
      return new Settings(platform, directory, other, shell);
    }

    Settings withShell(String other) {
      return new Settings(platform, directory, user, other);
    }
  }

  private Content(String text, Settings settings, Bindings variables) {
    this.text = text;
    this.settings = settings;
    this.variables = variables;
  }

  static Content ofImage(String image, String platform) {
    return new Content("FROM " + image, new Settings(platform, "/", "", ""), Bindings.NONE);
  }

  /// @param file the whole text
  /// @param stage its stage's name
  static Content of(
      Instruction instruction, Scope scope, Settings settings, String file, String stage) {
    StringBuilder text = new StringBuilder(instruction.text());
    instruction.heredocs().forEach(heredoc -> text.append('\n').append(heredoc.content(file)));
    return switch (instruction) {
      case Instruction.Run _ -> new Content(text.toString(), settings, scope.bindings());
      case Instruction.Workdir _ ->
          new Content(text.toString(), settings.withShell(""), Bindings.NONE);
      default -> {
        text.append('\n').append(scope.expand(instruction.arguments().text()).text());
        if (instruction.flags().stream().anyMatch(flag -> flag.name().equals("link"))) {
          text.append('\n').append(stage); // made apart, and then laid upon each stage by itself
        }
        yield new Content(text.toString(), settings.withUser("").withShell(""), Bindings.NONE);
      }
    };
  }

  boolean isKnown() {
    return !text.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content that
        && text.equals(that.text)
        && settings.equals(that.settings)
        && (variables == that.variables || values(variables).equals(values(that.variables)));
  }

  /// The variables without the places where they are declared.
  private static List<String> values(Bindings variables) {
    return variables.all().stream().map(v -> v.name() + "=" + v.value() + v.state()).toList();
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, settings);
  }
}
