// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of an engine's answers is not written down, decided in this one place.
///
/// Values of environment variables and build arguments are masked, all but those of names that are
/// harmless everywhere: nobody can tell by its name what a company keeps in `X_CONF`. They are
/// found where the engine tells them: in the configuration of images and containers, in `ENV`, `ARG` and `RUN |1 …`
/// of its history and of build steps, and in lines `NAME=value` that a command printed. Everywhere
/// else, words are masked that can only be credentials: tokens of well-known shapes, private keys,
/// passwords in addresses, and what stands behind `password=` and its like.
///
/// Left as they are: labels, which people put there to be read, and what a build printed, which the
/// person saw on the screen; both may hold secrets that only a person can see.
public final class Masking {
  public static final String MASK = "•••";

  private static final Set<String> HARMLESS =
      Set.of("PATH", "HOME", "LANG", "LANGUAGE", "TERM", "TZ", "PWD", "SHELL", "SHLVL", "HOSTNAME");

  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?<name>[A-Za-z_][A-Za-z0-9_]*)=(?<value>\"[^\"]*\"|'[^']*'|\\S*)");
  private static final Pattern SETTING =
      Pattern.compile(
          "(?is)^(?<before>\\s*(?:/bin/sh -c #\\(nop\\)\\s+)?(?:ENV|ARG)\\s+)(?<rest>.*)$");
  private static final Pattern OLD_ENV =
      Pattern.compile("(?s)^(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s+(?<value>[^=].*)$");
  private static final Pattern BUILD_ARGUMENTS =
      Pattern.compile("(?s)(?<before>\\|\\d+ )(?<rest>.*?)(?<after> /bin/\\w+ -c |$)");
  private static final Pattern VARIABLE = Pattern.compile("(?s)^(?<name>[^=]+)=(?<value>.*)$");
  private static final Pattern PRINTED =
      Pattern.compile("(?m)^(?<name>[A-Za-z_][A-Za-z0-9_]*)=(?<value>.*)$");

  private static final List<Pattern> CREDENTIALS =
      List.of(
          Pattern.compile(
              "\\b(?:gh[pousr]_|github_pat_|glpat-|sk-|xox[abposr]-|npm_|dckr_pat_|hf_)"
                  + "(?<value>[A-Za-z0-9_-]{16,})"),
          Pattern.compile("\\b(?:AKIA|ASIA|AIza)(?<value>[A-Za-z0-9_-]{16,})"),
          Pattern.compile("\\beyJ(?<value>[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+)"),
          Pattern.compile("(?i)\\bBearer +(?<value>[A-Za-z0-9._~+/-]{8,}=*)"),
          Pattern.compile("://[^\\s:/@]{0,200}:(?<value>[^\\s/@]{1,500})@"),
          Pattern.compile(
              "(?i)(?:passw(?:or)?d|passphrase|secret|token|api[_-]?key|credential)s?"
                  + "[\\w-]{0,20}[=:] *(?<value>\"[^\"]*\"|'[^']*'|[^\\s\"',;&]+)"),
          Pattern.compile(
              "(?s)-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?<value>.*?)(?:-----END|$)"));

  private Masking() {}

  /// `line` without what is not written down; changed in place.
  public static JsonNode of(JsonNode line) {
    return masked(line, "");
  }

  private static JsonNode masked(JsonNode node, String field) {
    return switch (node) {
      case ObjectNode object -> {
        boolean output = object.path("is").asText().equals("StepOutput");
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
          if (!leftAlone(entry.getKey(), output)) {
            entry.setValue(masked(entry.getValue(), entry.getKey()));
          }
        }
        yield object;
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, masked(array.get(i), field));
        }
        yield array;
      }
      case TextNode text -> TextNode.valueOf(text(text.textValue(), field));
      default -> node;
    };
  }

  private static boolean leftAlone(String field, boolean output) {
    return field.equals("labels")
        || field.equals("attributes")
        || (output && field.equals("output"))
        || field.equals("lastOutput");
  }

  private static String text(String text, String field) {
    return switch (field) {
      case "env" -> replaced(VARIABLE, text);
      case "stdout", "stderr" -> credentials(replaced(PRINTED, text));
      case "createdBy", "name", "stepName" -> credentials(instruction(text));
      default -> credentials(text);
    };
  }

  /// "ENV A=1", "ARG A=1", "RUN |1 A=1 /bin/sh -c make".
  private static String instruction(String text) {
    Matcher setting = SETTING.matcher(text);
    if (setting.matches()) {
      String rest = setting.group("rest");
      Matcher old = OLD_ENV.matcher(rest);
      return setting.group("before")
          + (old.matches() && !harmless(old.group("name"))
              ? old.group("name") + " " + MASK
              : replaced(ASSIGNMENT, rest));
    }
    Matcher arguments = BUILD_ARGUMENTS.matcher(text);
    return arguments.find()
        ? text.substring(0, arguments.start("rest"))
            + replaced(ASSIGNMENT, arguments.group("rest"))
            + text.substring(arguments.end("rest"))
        : text;
  }

  private static String replaced(Pattern assignments, String text) {
    Matcher each = assignments.matcher(text);
    StringBuilder masked = new StringBuilder();
    int done = 0;
    while (each.find()) {
      if (!harmless(each.group("name")) && !each.group("value").isEmpty()) {
        masked.append(text, done, each.start("value")).append(MASK);
        done = each.end("value");
      }
    }
    return masked.append(text, done, text.length()).toString();
  }

  private static String credentials(String text) {
    String masked = text;
    for (Pattern pattern : CREDENTIALS) {
      Matcher each = pattern.matcher(masked);
      StringBuilder next = new StringBuilder();
      int done = 0;
      while (each.find()) {
        next.append(masked, done, each.start("value")).append(MASK);
        done = each.end("value");
      }
      masked = done == 0 ? masked : next.append(masked, done, masked.length()).toString();
    }
    return masked;
  }

  private static boolean harmless(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return HARMLESS.contains(upper) || upper.startsWith("LC_") || upper.endsWith("_VERSION");
  }
}
