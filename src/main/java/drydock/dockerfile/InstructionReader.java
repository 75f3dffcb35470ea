// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Makes a typed instruction of the parts of a logical line.
final class InstructionReader {
  /// How often ONBUILD may be nested before the rest is no longer read: twice is refused already.
  private static final int DEEPEST = 20;

  private final char escape;
  private int depth;

  InstructionReader(char escape) {
    this.escape = escape;
  }

  /// Everything but the operands, which this class reads.
  interface SourceMaker {
    Source source(Splitter.Parts parts);
  }

  Instruction read(Splitter.Parts parts, SourceMaker maker) {
    Source source = maker.source(parts);
    Word rest = parts.arguments();
    return switch (parts.keyword().text().toUpperCase(Locale.ROOT)) {
      case "FROM" -> from(source, rest);
      case "RUN" -> new Instruction.Run(source, form(rest));
      case "COPY" -> {
        Operands o = operands(rest);
        yield new Instruction.Copy(source, o.sources(), o.destination(), o.json());
      }
      case "ADD" -> {
        Operands o = operands(rest);
        yield new Instruction.Add(source, o.sources(), o.destination(), o.json());
      }
      case "ENV" -> new Instruction.Env(source, pairs(rest), isLegacy(rest));
      case "LABEL" -> new Instruction.Label(source, pairs(rest), isLegacy(rest));
      case "ARG" ->
          new Instruction.Arg(
              source,
              Splitter.quotedWords(rest, escape).stream().map(InstructionReader::pair).toList());
      case "WORKDIR" -> new Instruction.Workdir(source, orNull(rest));
      case "USER" -> new Instruction.User(source, orNull(rest));
      case "STOPSIGNAL" -> new Instruction.Stopsignal(source, orNull(rest));
      case "MAINTAINER" -> new Instruction.Maintainer(source, orNull(rest));
      case "EXPOSE" -> new Instruction.Expose(source, values(rest));
      case "VOLUME" -> {
        List<Value> json = json(rest);
        yield new Instruction.Volume(source, json == null ? values(rest) : json, json != null);
      }
      case "CMD" -> new Instruction.Cmd(source, form(rest));
      case "ENTRYPOINT" -> new Instruction.Entrypoint(source, form(rest));
      case "SHELL" -> new Instruction.Shell(source, form(rest));
      case "HEALTHCHECK" -> healthcheck(source, rest);
      case "ONBUILD" ->
          new Instruction.Onbuild(
              source,
              rest.isEmpty() || ++depth > DEEPEST ? null : read(Splitter.parts(rest), maker));
      default -> new Instruction.Unknown(source);
    };
  }

  private static Instruction from(Source source, Word rest) {
    List<Word> words = Splitter.words(rest);
    boolean named = words.size() == 3 && words.get(1).text().equalsIgnoreCase("AS");
    return new Instruction.From(
        source,
        words.size() == 1 || named ? words.getFirst() : null,
        named ? words.get(1) : null,
        named ? words.get(2) : null);
  }

  private static Instruction healthcheck(Source source, Word rest) {
    String text = rest.text();
    int end = 0;
    while (end < text.length() && !Chars.isSpace(text.charAt(end))) {
      end++;
    }
    return new Instruction.Healthcheck(
        source, orNull(rest.part(0, end)), form(rest.from(end).trimmed()));
  }

  private record Operands(List<Value> sources, @Nullable Value destination, boolean json) {}

  private static Operands operands(Word rest) {
    List<Value> json = json(rest);
    List<Value> all = json == null ? values(rest) : json;
    boolean complete = all.size() > 1;
    return new Operands(
        complete ? all.subList(0, all.size() - 1) : all,
        complete ? all.getLast() : null,
        json != null);
  }

  private static List<Value> values(Word rest) {
    return Splitter.words(rest).stream().map(Value::of).toList();
  }

  private static Form form(Word rest) {
    List<Value> json = json(rest);
    return json == null ? new Form.Shell(rest) : new Form.Exec(json);
  }

  private static @Nullable List<Value> json(Word rest) {
    return JsonArray.read(rest) instanceof JsonArray.Answer.Strings strings
        ? strings.values()
        : null;
  }

  private static @Nullable Word orNull(Word word) {
    return word.isEmpty() ? null : word;
  }

  /// Whether the first word has no `=`, so that there is one pair and the rest is its value.
  private boolean isLegacy(Word rest) {
    List<Word> words = Splitter.quotedWords(rest, escape);
    return !words.isEmpty() && !words.getFirst().text().contains("=");
  }

  private List<Pair> pairs(Word rest) {
    if (!isLegacy(rest)) {
      return Splitter.quotedWords(rest, escape).stream().map(InstructionReader::pair).toList();
    }
    String text = rest.text();
    int end = 0;
    while (end < text.length() && !Chars.isBlank(text.charAt(end))) {
      end++;
    }
    int value = Chars.skipBlanks(text, end, text.length());
    List<Pair> pairs = new ArrayList<>();
    pairs.add(new Pair(rest, rest.part(0, end), value == end ? null : rest.from(value)));
    return pairs;
  }

  private static Pair pair(Word word) {
    int equals = word.text().indexOf('=');
    return equals < 0
        ? new Pair(word, word, null)
        : new Pair(word, word.part(0, equals), word.from(equals + 1));
  }
}
