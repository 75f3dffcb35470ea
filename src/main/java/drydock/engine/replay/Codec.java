// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import drydock.engine.ApiVersion;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.Endpoint;
import drydock.engine.EngineObject;
import drydock.engine.EngineProblem;
import drydock.engine.Times;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/// The port's records as JSON and back: every component by its name, the kind of a sealed one in
/// `is`, times and durations in ISO 8601. Nothing but these records is ever made of what is read,
/// and none with a hole in it.
final class Codec {
  private static final List<Class<?>> SEALED =
      List.of(
          Line.class,
          EngineObject.class,
          BuildEvent.class,
          BuildOutcome.class,
          EngineProblem.class,
          Question.class,
          Answer.class);

  private static final int DEEP = 32;
  private static final int LONGEST_TEXT = 8 << 20;

  private final ObjectMapper mapper;

  Codec() {
    mapper =
        new ObjectMapper(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(DEEP)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(40)
                        .build())
                .build());
    mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES); // later versions tell more
    mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    mapper.addMixIn(Endpoint.class, WithoutFiles.class);
    for (Class<?> kinds : SEALED) {
      mapper.addMixIn(kinds, Kinds.class);
      for (Class<?> kind : kinds.getPermittedSubclasses()) {
        mapper.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
      }
    }
    mapper.registerModule(
        new SimpleModule()
            .addSerializer(Instant.class, ToStringSerializer.instance)
            .addSerializer(Duration.class, ToStringSerializer.instance)
            .addSerializer(ApiVersion.class, ToStringSerializer.instance)
            .addSerializer(OptionalLong.class, new NumberOrNull())
            .addDeserializer(Instant.class, new FromText<>(Instant.class, Codec::moment))
            .addDeserializer(Duration.class, new FromText<>(Duration.class, Duration::parse))
            .addDeserializer(ApiVersion.class, new FromText<>(ApiVersion.class, ApiVersion::of))
            .addDeserializer(OptionalLong.class, new OptionalNumber()));
  }

  /// Where certificates lie is nobody's business who gets a recording.
  @JsonIgnoreProperties("tls")
  private interface WithoutFiles {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Kinds {}

  /// @param type the sealed type or record that `value` stands for, whose name is written
  JsonNode tree(Class<?> type, Object value) {
    try {
      return mapper.readTree(mapper.writerFor(type).writeValueAsBytes(value));
    } catch (IOException e) {
      throw new IllegalStateException(e); // every record of the port can be written
    }
  }

  byte[] bytes(JsonNode node) {
    try {
      return mapper.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @throws IOException of what is no JSON
  JsonNode parse(byte[] line) throws IOException {
    JsonNode node = mapper.readTree(line);
    if (!node.isObject()) {
      throw new IOException("no object");
    }
    return node;
  }

  /// @throws IOException when it is no such record, or not a whole one
  <T> T read(JsonNode node, Class<T> type) throws IOException {
    T value;
    try {
      value = mapper.treeToValue(node, type);
    } catch (IllegalArgumentException e) {
      throw new IOException(e);
    }
    if (value == null || !NoHoles.in(value)) {
      throw new IOException("not a whole " + type.getSimpleName());
    }
    return value;
  }

  private static Instant moment(String text) {
    Instant at = Instant.parse(text);
    if (!Times.plausible(at)) {
      throw new IllegalArgumentException(text);
    }
    return at;
  }

  private static final class FromText<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> parse;

    FromText(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(String text, DeserializationContext context) throws IOException {
      try {
        return parse.apply(text);
      } catch (RuntimeException e) {
        throw new IOException(e);
      }
    }
  }

  private static final class NumberOrNull extends StdSerializer<OptionalLong> {
    private static final long serialVersionUID = 1L;

    NumberOrNull() {
      super(OptionalLong.class);
    }

    @Override
    public void serialize(
        OptionalLong value,
        com.fasterxml.jackson.core.JsonGenerator out,
        com.fasterxml.jackson.databind.SerializerProvider provider)
        throws IOException {
      if (value.isPresent()) {
        out.writeNumber(value.getAsLong());
      } else {
        out.writeNull();
      }
    }
  }

  private static final class OptionalNumber extends StdDeserializer<OptionalLong> {
    private static final long serialVersionUID = 1L;

    OptionalNumber() {
      super(OptionalLong.class);
    }

    @Override
    public OptionalLong deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return OptionalLong.of(in.getLongValue());
    }

    @Override
    public OptionalLong getNullValue(DeserializationContext context) {
      return OptionalLong.empty();
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return OptionalLong.empty();
    }
  }
}
