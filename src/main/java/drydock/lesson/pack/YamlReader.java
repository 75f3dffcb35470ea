// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
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
        throw new Refused(Rule.YAML_MAPPING, 1, 1);
      }
      YamlNode.Mapping root = (YamlNode.Mapping) node(parser, 0);
      if (parser.nextToken() != null) {
        throw new Refused(Rule.YAML_DOCUMENTS, line(parser), 1);
      }
      return root;
    } catch (Refused e) {
      problems.addAt(e.rule, file, e.line + lineOffset, e.column, e.arguments);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
      problems.addAt(
          Rule.YAML_SYNTAX, file, line + lineOffset, column, firstLine(e.getOriginalMessage()));
    } catch (IOException | RuntimeException e) {
      // the parser's own way to give up on a text beyond its limits
      problems.addAt(Rule.YAML_SYNTAX, file, 1 + lineOffset, 1, firstLine(e.getMessage()));
    }
    return null;
  }

  private YamlNode node(YAMLParser parser, int depth) throws IOException, Refused {
    int line = line(parser);
    int column = column(parser);
    if (depth > MAX_DEPTH || ++nodes > MAX_NODES) {
      throw new Refused(Rule.YAML_LARGE, line, column);
    }
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw new Refused(Rule.YAML_ALIAS, line, column);
    }
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> mapping(parser, depth, line, column);
      case START_ARRAY -> sequence(parser, depth, line, column);
      case VALUE_STRING -> scalar(parser, YamlNode.Type.TEXT, line, column);
      case VALUE_NUMBER_INT -> scalar(parser, YamlNode.Type.INTEGER, line, column);
      case VALUE_TRUE, VALUE_FALSE -> scalar(parser, YamlNode.Type.BOOLEAN, line, column);
      case VALUE_NUMBER_FLOAT, VALUE_NULL, VALUE_EMBEDDED_OBJECT ->
          scalar(parser, YamlNode.Type.OTHER, line, column);
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE ->
          throw new Refused(Rule.YAML_SYNTAX, line, column, token);
    };
  }

  private YamlNode scalar(YAMLParser parser, YamlNode.Type type, int line, int column)
      throws IOException {
    return new YamlNode.Scalar(parser.getText(), type, line + lineOffset, column);
  }

  private YamlNode sequence(YAMLParser parser, int depth, int line, int column)
      throws IOException, Refused {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser, depth + 1));
    }
    return new YamlNode.Sequence(items, line + lineOffset, column);
  }

  private YamlNode mapping(YAMLParser parser, int depth, int line, int column)
      throws IOException, Refused {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int keyLine = line(parser);
      int keyColumn = column(parser);
      parser.nextToken();
      YamlNode value = node(parser, depth + 1);
      if (entries.put(key, new YamlNode.Entry(keyLine + lineOffset, keyColumn, value)) != null) {
        throw new Refused(Rule.YAML_TWICE, keyLine, keyColumn, shown(key));
      }
    }
    return new YamlNode.Mapping(entries, line + lineOffset, column);
  }

  private static int line(YAMLParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  private static int column(YAMLParser parser) {
    return Math.max(1, parser.currentTokenLocation().getColumnNr());
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }

  static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Rule rule;
    private final int line;
    private final int column;
    private final transient Object[] arguments;

    Refused(Rule rule, int line, int column, Object... arguments) {
      super(rule.code());
      this.rule = rule;
      this.line = line;
      this.column = column;
      this.arguments = arguments;
    }
  }
}
