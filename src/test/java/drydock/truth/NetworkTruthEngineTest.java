// SPDX-License-Identifier: Apache-2.0
package drydock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Scene;
import drydock.diagram.picture.NetworkFacts;
import drydock.diagram.picture.NetworkPicture;
import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineObject;
import drydock.engine.EngineState;
import drydock.engine.EngineTest;
import drydock.engine.Network;
import drydock.engine.NetworkSpec;
import drydock.engine.docker.RealEngine;
import drydock.observe.Reach;
import drydock.observe.ReachReader;
import drydock.observe.ReachTarget;
import drydock.observe.ThisComputer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The picture of networks over real containers, against the engine's own words and the addresses that the kernel has.
@EngineTest
class NetworkTruthEngineTest {
  private static final Pattern ADDRESS = Pattern.compile("inet (\\d+\\.\\d+\\.\\d+\\.\\d+)/");

  private final RealEngine real = new RealEngine();

  @AfterEach
  void clean() {
    real.close();
  }

  @Test
  void everyEndPortAndAnswerIsTheEnginesAndTheKernels() {
    String front = network(false);
    String back = network(true);
    Container web = run(spec("web", front).publish("80/tcp", 0).command("sleep", "300"));
    real.engine.networks().connect(back, web.id(), List.of("inside"));
    Container db = run(spec("db", back).command("sleep", "300"));
    Container lonely = run(spec("lonely", front).command("sleep", "300"));
    Container guest = run(spec("guest", "container:" + db.id()).command("sleep", "300"));
    Container foreign = real.engine.containers().inspect(real.foreign("sleep 300", false));
    Map<String, Container> all =
        Stream.of(web, db, lonely, guest, foreign)
            .map(c -> real.engine.containers().inspect(c.id()))
            .collect(Collectors.toMap(Container::id, Function.identity()));
    Scene scene = draw(all, List.of(front, back, "bridge"));
    Map<String, Integer> proved = new Proof().of(scene);
    assertThat(proved)
        .containsEntry("net", 3)
        .containsEntry("end", 6)
        .containsEntry("port", 1)
        .containsEntry("cell", 16); // four of ours ask, each the four others

    for (Element element : scene.elements()) {
      String id = element.id();
      if (id.startsWith("end:")) {
        String container = Objects.requireNonNull(element.about().subject());
        String drawn = ((Element.Box) element).labels().get(1).text();
        assertThat(addresses(container)).as(id).contains(drawn);
      } else if (id.startsWith("port:")) {
        new DockerLine("docker port " + web.id()).prints(door(element));
      }
    }
    assertThat(answer(scene, web, db)).isEqualTo("name");
    assertThat(answer(scene, lonely, db)).isEqualTo("no");
    assertThat(answer(scene, db, foreign)).isEqualTo("no");
  }

  private static String answer(Scene scene, Container from, Container to) {
    Element cell = scene.element("cell:" + from.id() + ">" + to.id()).orElseThrow();
    return ((Element.Box) cell).labels().getFirst().text();
  }

  /// "127.0.0.1:32768"
  private static String door(Element port) {
    return port.about().name().split(" ", 2)[0];
  }

  private static List<String> addresses(String container) {
    return ADDRESS
        .matcher(Inside.run(container, "ip", "-4", "addr").text())
        .results()
        .map(r -> r.group(1))
        .toList();
  }

  private Scene draw(Map<String, Container> all, List<String> names) {
    Map<String, Network> networks =
        real.engine.networks().list().stream()
            .filter(n -> names.contains(n.name()))
            .collect(Collectors.toMap(EngineObject::id, Function.identity()));
    ReachReader reader = new ReachReader(Clock.systemUTC());
    List<ReachTarget> targets = all.values().stream().map(c -> ReachTarget.of(c, all)).toList();
    List<Reach> reaches =
        all.values().stream()
            .filter(Container::ours)
            .flatMap(c -> reader.read(real.engine, c, others(c, targets)).stream())
            .toList();
    NetworkFacts plain =
        NetworkFacts.of(
            new EngineState(real.engine.info(), Map.of(), all, networks, Map.of(), Instant.now()),
            ThisComputer.current(),
            Map.of());
    return NetworkPicture.of(
        new NetworkFacts(
            plain.engine(),
            plain.ground(),
            plain.networks(),
            plain.containers(),
            plain.looks(),
            plain.exposed(),
            reaches,
            Set.of(),
            null,
            null,
            plain.at()),
        1000);
  }

  private static List<ReachTarget> others(Container from, List<ReachTarget> targets) {
    return targets.stream().filter(t -> !t.container().equals(from.id())).toList();
  }

  private Container run(ContainerSpec.Builder spec) {
    return real.engine.containers().inspect(real.engine.containers().run(spec.build()));
  }

  private ContainerSpec.Builder spec(String word, String network) {
    return ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
        .name(real.name(word))
        .network(network);
  }

  private String network(boolean internal) {
    String name = real.name("net");
    real.engine.networks().create(new NetworkSpec(name, "", "", internal, RealEngine.TESTS));
    return name;
  }
}
