// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.HistoryEntry;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A row of an image's history as the Dockerfile's author wrote it, without the builders' own additions.
///
/// @param text "RUN make", "COPY app /app", or the builder's free text
/// @param layer whether it made a layer
record Instruction(String text, Layer layer, long bytes) {
  enum Layer {
    YES,
    /// Says nothing of files, such as ENV and CMD.
    NO,
    /// Depends on the builder and on what was there: WORKDIR, free text without a size.
    PERHAPS
  }

  Instruction withText(String other) {
    return new Instruction(other, layer, bytes);
  }

  private static final Set<String> SETTINGS =
      Set.of(
          "ENV",
          "CMD",
          "ENTRYPOINT",
          "EXPOSE",
          "LABEL",
          "USER",
          "VOLUME",
          "STOPSIGNAL",
          "HEALTHCHECK",
          "ARG",
          "SHELL",
          "ONBUILD",
          "MAINTAINER");

  /// What an engine says beyond that is an error; so much of many rows can be summed up.
  private static final long MOST_BYTES = 1L << 48;

  private static final Pattern NOP = Pattern.compile("^/bin/sh -c #\\(nop\\)\\s+");
  private static final Pattern ARGUMENTS = Pattern.compile("^(RUN )?\\|\\d+ .*?(?=/bin/sh -c )");
  private static final Pattern HASH =
      Pattern.compile("((?:file|dir|multi):)([0-9a-f]{12})[0-9a-f]{20,}");

  static Instruction of(HistoryEntry entry) {
    String text = clean(entry.createdBy());
    long bytes = Math.clamp(entry.sizeBytes(), 0, MOST_BYTES);
    return new Instruction(text, layer(text, bytes), bytes);
  }

  private static String clean(String createdBy) {
    // bounded: the expressions below look at what an image's author wrote
    String text = createdBy.length() > 4000 ? createdBy.substring(0, 4000) : createdBy;
    text = text.replaceAll("\\s+", " ").strip();
    if (text.endsWith(" # buildkit")) {
      text = text.substring(0, text.length() - " # buildkit".length());
    }
    text = HASH.matcher(text).replaceAll("$1$2…");
    Matcher nop = NOP.matcher(text);
    if (nop.find()) {
      return text.substring(nop.end()).strip();
    }
    Matcher arguments = ARGUMENTS.matcher(text);
    if (arguments.find()) {
      text = text.substring(arguments.end());
    }
    text = text.startsWith("RUN ") ? text.substring(4) : text;
    if (text.startsWith("/bin/sh -c ")) {
      return "RUN " + text.substring("/bin/sh -c ".length()).strip();
    }
    return createdBy.startsWith("RUN ") ? "RUN " + text : text;
  }

  private static Layer layer(String text, long bytes) {
    String word = word(text);
    if (SETTINGS.contains(word)) {
      return Layer.NO;
    }
    if (bytes > 0 || Set.of("RUN", "COPY", "ADD").contains(word)) {
      return Layer.YES;
    }
    return Layer.PERHAPS;
  }

  private static String word(String text) {
    int end = text.indexOf(' ');
    return (end < 0 ? text : text.substring(0, end)).toUpperCase(Locale.ROOT);
  }

  /// "ENV" of "ENV A=1".
  String word() {
    return word(text);
  }
}
