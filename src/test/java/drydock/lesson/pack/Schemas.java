// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The published schemas.
final class Schemas {
  static final Schemas PACK = new Schemas("pack.yaml", "pack.schema.json");
  static final Schemas STEPS = new Schemas("steps.yaml", "steps.schema.json");

  final String yaml;
  final JsonNode tree;
  private final Schema schema;

  private Schemas(String yaml, String file) {
    this.yaml = yaml;
    try {
      tree = new ObjectMapper().readTree(Path.of("lessons/schema", file).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(tree);
  }

  /// What is wrong with a file, as any editor that knows the schema would say it.
  List<String> errors(Path file) {
    try {
      return errors(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> errors(String text) {
    try {
      return schema.validate(new YAMLMapper().readTree(text)).stream()
          .map(e -> e.getInstanceLocation() + ": " + e.getMessage())
          .toList();
    } catch (IOException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  /// The names of the fields of each kind of mapping.
  Set<Set<String>> fields() {
    Set<Set<String>> all = new LinkedHashSet<>();
    all.add(names(tree.path("properties")));
    tree.path("$defs")
        .properties()
        .forEach(
            def -> {
              JsonNode properties = def.getValue().path("properties");
              boolean closed = !def.getValue().has("unevaluatedProperties");
              if (closed && properties.isObject() && !def.getKey().startsWith("any-")) {
                all.add(names(properties));
              }
            });
    return all;
  }

  private static Set<String> names(JsonNode properties) {
    Set<String> names = new LinkedHashSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
