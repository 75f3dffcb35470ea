// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.Container;
import drydock.engine.EngineInfo;
import drydock.engine.Limits;
import drydock.engine.NamespaceModes;
import drydock.engine.Network;
import drydock.engine.Ownership;
import drydock.engine.RestartPolicy;
import drydock.engine.Stats;
import drydock.observe.Namespace;
import drydock.observe.Namespaces;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What absurd facts are made of.
abstract class AbsurdParts {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "web",
          "n".repeat(10_000),
          "W W ".repeat(2_500),
          "a\nb\r\n\tc",
          "\u0000\u0007\u001b[31mred\u009f",
          "\u202egpj.exe\u2066\u200f",
          "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
          "e\u0301\u0301\u0301".repeat(200),
          "\ud83d\ude00\u200d\ud83d\udd25".repeat(50),
          "\ud800 half \udc00",
          "{0} '{1}' ''",
          "<svg onload='x'>&amp;]]>",
          "../../etc/passwd",
          "%s%n%d");

  private static final List<Instant> TIMES =
      List.of(
          Instant.EPOCH.minusSeconds(1L << 36),
          Instant.parse("0001-01-01T00:00:00Z"),
          Instant.EPOCH,
          Samples.AT.minusSeconds(30),
          Samples.AT,
          Samples.AT.plusSeconds(5),
          Instant.EPOCH.plusSeconds(1L << 36));

  private static final long[] NUMBERS = {
    Long.MIN_VALUE,
    Integer.MIN_VALUE,
    -1,
    0,
    1,
    7,
    4096,
    64L << 20,
    Integer.MAX_VALUE,
    1L << 62,
    Long.MAX_VALUE
  };

  final Random random;

  AbsurdParts(long seed) {
    this.random = new Random(seed);
  }

  List<Container> containers() {
    return some(i -> container("id" + i + text()));
  }

  Container container(String id) {
    Map<String, Container.Attachment> ends = new LinkedHashMap<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      ends.put(
          "net" + i + text(),
          new Container.Attachment(
              random.nextBoolean() ? "" : "net" + i + text(),
              text(),
              text(),
              text(),
              text(),
              some(_ -> text()),
              some(_ -> text())));
    }
    int ports = of(0, 0, 1, 5, 10_000);
    return new Container(
        id,
        text(),
        text(),
        of("image", text()),
        List.of(text()),
        List.of(text()),
        text(),
        maybe(time()),
        new Container.State(
            of(Container.Status.values()),
            number32(),
            random.nextBoolean(),
            text(),
            number32(),
            of(Container.Health.values()),
            number32(),
            maybe(time()),
            maybe(time())),
        random.nextBoolean(),
        random.nextBoolean() ? Ownership.PLAIN.labels(Ownership.Kind.CONTAINER) : Map.of(),
        IntStream.range(0, ports)
            .mapToObj(_ -> new Container.Port(of("80/tcp", text()), text(), number32()))
            .toList(),
        ends,
        List.of(),
        new Limits(number(), number(), number(), number(), number()),
        new NamespaceModes(
            of("", "host", "none", "container:" + text(), text()), text(), "", "", "", ""),
        new RestartPolicy(of(RestartPolicy.Kind.values()), number32()));
  }

  Network network(String id) {
    Map<String, Network.Endpoint> ends = new HashMap<>();
    some(i -> i + text())
        .forEach(end -> ends.put(end, new Network.Endpoint(text(), text(), text(), text())));
    return new Network(
        id,
        of("bridge", "host", text()),
        of("bridge", "host", "null", text()),
        text(),
        random.nextBoolean(),
        maybe(time()),
        some(_ -> new Network.Subnet(text(), text())),
        ends,
        Map.of(text(), text()),
        random.nextBoolean() ? Ownership.PLAIN.labels(Ownership.Kind.NETWORK) : Map.of());
  }

  Namespaces seen() {
    return new Namespaces(
        of(Namespaces.Method.values()),
        inodes(),
        some(
            _ ->
                new Namespaces.Task(
                    number32(),
                    number32(),
                    random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(number32()),
                    text())),
        time());
  }

  Map<Namespace, Long> inodes() {
    Map<Namespace, Long> inodes = new EnumMap<>(Namespace.class);
    for (Namespace kind : Namespace.values()) {
      if (random.nextBoolean()) {
        inodes.put(kind, number());
      }
    }
    return inodes;
  }

  Stats stats() {
    return new Stats(
        time(),
        random.nextInt(4) == 0
            ? null
            : new Stats.Cpu(
                number(),
                number(),
                number(),
                number(),
                number32(),
                optional(),
                optional(),
                optional()),
        random.nextInt(4) == 0
            ? null
            : new Stats.Memory(number(), number(), number(), optional(), optional()),
        optional(),
        optional(),
        Map.of(),
        optional(),
        optional(),
        number32());
  }

  EngineInfo engine() {
    EngineInfo plain = drydock.engine.Samples.INFO;
    return new EngineInfo(
        plain.endpoint(),
        text(),
        text(),
        text(),
        text(),
        random.nextBoolean(),
        plain.api(),
        new EngineInfo.Machine(
            of("linux", "windows", text()), text(), text(), text(), number32(), number()),
        new EngineInfo.Storage(text(), of(EngineInfo.ImageStore.values()), text()),
        plain.cgroups(),
        of(EngineInfo.Builder.values()),
        List.of(text()),
        List.of(text()),
        of(Duration.ZERO, Duration.ofDays(-40_000), Duration.ofDays(40_000)));
  }

  <T> Map<String, Integer> looks(List<T> all, Function<T, String> id) {
    Map<String, Integer> looks = new HashMap<>();
    all.forEach(each -> looks.put(id.apply(each), number32()));
    return looks;
  }

  <T> @Nullable String id(List<T> all, Function<T, String> id) {
    return all.isEmpty() || random.nextBoolean() ? null : id.apply(all.getFirst());
  }

  <T> List<T> some(IntFunction<T> make) {
    return IntStream.range(0, of(0, 1, 2, 3, 30)).mapToObj(make).toList();
  }

  String text() {
    return random.nextBoolean() ? "web" : TEXTS.get(random.nextInt(TEXTS.size()));
  }

  Instant time() {
    return TIMES.get(random.nextInt(TIMES.size()));
  }

  Duration duration() {
    return of(Duration.ZERO, Duration.ofMillis(40), Duration.between(time(), time()));
  }

  @Nullable Instant maybe(Instant time) {
    return random.nextInt(3) == 0 ? null : time;
  }

  long number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  int number32() {
    return Math.clamp(number(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  OptionalLong optional() {
    return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(number());
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
