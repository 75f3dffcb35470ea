// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import drydock.messages.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/// Reads one YAML document of a pack. Anchors and aliases are refused, which leaves nothing to expand; depth and number
/// of parts are bounded.
final class YamlReader {
  static final int MAX_LENGTH = 256 * 1024;
  private static final int MAX_DEPTH = 20;
  private static final int MAX_NODES = 20_000;

  private final String file;
  private final int lineOffset;
  private final Problems problems;
  private int nodes;

  private YamlReader(String file, int lineOffset, Problems problems) {
    this.file = file;
    this.lineOffset = lineOffset;
    this.problems = problems;
  }

  /// The document's mapping; null when it is none, which is then among the problems.
  ///
  /// @param lineOffset how many lines of the file stand before `text`
  static YamlNode.@Nullable Mapping read(
      String text, String file, int lineOffset, Problems problems) {
    return new YamlReader(file, lineOffset, problems).read(text);
  }

  private YamlNode.@Nullable Mapping read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MAX_LENGTH);
    options.setNestingDepthLimit(MAX_DEPTH);
    YAMLFactory factory = YAMLFactory.builder().loaderOptions(options).build();
    try (YAMLParser parser = factory.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new Refused(1, Messages.get("lesson.pack.yaml.mapping"));
      }
      YamlNode.Mapping root = (YamlNode.Mapping) node(parser, 0);
      if (parser.nextToken() != null) {
        throw new Refused(line(parser), Messages.get("lesson.pack.yaml.documents"));
      }
      return root;
    } catch (Refused e) {
      problems.add(file, e.line + lineOffset, e.sentence);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      problems.add(
          file,
          line + lineOffset,
          Messages.get(
              "lesson.pack.yaml.syntax",
              String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("")));
    } catch (IOException | RuntimeException e) {
      // the parser's own way to give up on a text beyond its limits
      problems.add(
          file,
          1 + lineOffset,
          Messages.get(
              "lesson.pack.yaml.syntax",
              String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }
    return null;
  }

  private YamlNode node(YAMLParser parser, int depth) throws IOException, Refused {
    int line = line(parser);
    if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
      throw new Refused(line, Messages.get("lesson.pack.yaml.large"));
    }
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw new Refused(line, Messages.get("lesson.pack.yaml.alias"));
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(parser, depth, line);
      case START_ARRAY -> sequence(parser, depth, line);
      case VALUE_STRING -> scalar(parser, YamlNode.Type.TEXT, line);
      case VALUE_NUMBER_INT -> scalar(parser, YamlNode.Type.INTEGER, line);
      case VALUE_TRUE, VALUE_FALSE -> scalar(parser, YamlNode.Type.BOOLEAN, line);
      case VALUE_NUMBER_FLOAT, VALUE_NULL, VALUE_EMBEDDED_OBJECT ->
          scalar(parser, YamlNode.Type.OTHER, line);
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE ->
          throw new Refused(line, Messages.get("lesson.pack.yaml.syntax", token));
    };
  }

  private YamlNode scalar(YAMLParser parser, YamlNode.Type type, int line) throws IOException {
    return new YamlNode.Scalar(parser.getText(), type, line + lineOffset);
  }

  private YamlNode sequence(YAMLParser parser, int depth, int line) throws IOException, Refused {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, depth + 1));
    }
    return new YamlNode.Sequence(items, line + lineOffset);
  }

  private YamlNode mapping(YAMLParser parser, int depth, int line) throws IOException, Refused {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line(parser);
      parser.nextToken();
      YamlNode value = node(parser, depth + 1);
      if (entries.put(key, new YamlNode.Entry(keyLine + lineOffset, value)) != null) {
        throw new Refused(keyLine, Messages.get("lesson.pack.yaml.twice", shown(key)));
      }
    }
    return new YamlNode.Mapping(entries, line + lineOffset);
  }

  private static int line(YAMLParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final String sentence;

    Refused(int line, String sentence) {
      super(sentence);
      this.line = line;
      this.sentence = sentence;
    }
  }
}
