// SPDX-License-Identifier: Apache-2.0
package drydock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.export.TextTwin;
import drydock.diagram.picture.Looks;
import drydock.diagram.picture.NamespacesFacts;
import drydock.diagram.picture.NamespacesPicture;
import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineTest;
import drydock.engine.NamespaceModes;
import drydock.engine.docker.RealEngine;
import drydock.observe.Namespace;
import drydock.observe.NamespaceHelper;
import drydock.observe.NamespaceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The picture of namespaces over real containers, against the kernel's own links.
@EngineTest
class NamespacesTruthEngineTest {
  private final RealEngine real = new RealEngine();

  @AfterEach
  void clean() {
    real.close();
  }

  @Test
  void eachCellIsTheKernelsAndSameIsSame() throws IOException {
    Container web = inspect(real.ours("sleep 300 & exec sleep 400"));
    Container friend = joined(NamespaceModes.USUAL.withNetwork("container:" + web.id()));
    Container looker = joined(NamespaceModes.USUAL.withPid("host"));
    Container foreign = inspect(real.foreign("sleep 300", false));
    List<Container> all = List.of(web, friend, looker, foreign);
    Map<Namespace, Long> host = new NamespaceHelper(real.engine, RealEngine.IMAGE).host();
    Scene scene = draw(all, host, web.id());
    assertThat(new Proof().of(scene)).containsEntry("row", 4).containsEntry("process", 4);

    for (Namespace kind : Namespace.values()) {
      Map<Long, Set<String>> looks = new HashMap<>();
      for (Container container : all) {
        Element cell = scene.element("cell:" + container.id() + ":" + kind.file()).orElseThrow();
        Evidence evidence =
            Objects.requireNonNull(cell.about().evidence(), cell.about().sentence());
        long inode = Kernel.of(container.id()).namespace(kind);
        assertThat(evidence.field()).contains(Long.toString(inode));
        looks
            .computeIfAbsent(inode, _ -> new java.util.HashSet<>())
            .add(cell.role() + " " + words(cell));
        assertThat(cell.role() == Role.NEUTRAL)
            .as("%s of %s is the machine's", kind, container.name())
            .isEqualTo(Objects.equals(host.get(kind), inode));
      }
      assertThat(looks.values())
          .as("one look for one namespace: %s", kind)
          .allMatch(l -> l.size() == 1);
      assertThat(looks.values().stream().flatMap(Set::stream).distinct())
          .as("another look for another one: %s", kind)
          .hasSize(looks.size());
    }
    assertThat(TextTwin.of(scene)).contains("--network container:" + web.name());

    for (Map.Entry<Integer, Integer> process : pairs(scene, web).entrySet()) {
      Path proc = Path.of("/proc", process.getKey().toString());
      if (Kernel.of(web.id()).isHere()) {
        assertThat(Files.readString(proc.resolve("status")))
            .containsPattern(
                "NSpid:\\s.*\\b" + process.getKey() + "\\s+" + process.getValue() + "\n");
      }
    }
    assertThat(pairs(scene, web)).hasSize(2).containsEntry(web.state().pid(), 1);
  }

  /// The numbers of each process: outside, inside.
  private static Map<Integer, Integer> pairs(Scene scene, Container container) {
    String start = "process:" + container.id() + ":";
    return scene.elements().stream()
        .filter(e -> e.id().startsWith(start) && e.id().endsWith(":in"))
        .collect(
            Collectors.toMap(
                e -> Integer.valueOf(e.id().substring(start.length(), e.id().length() - 3)),
                e ->
                    Integer.valueOf(
                        Objects.requireNonNull(e.about().evidence())
                            .field()
                            .substring("PID = ".length()))));
  }

  private static String words(Element cell) {
    return ((Element.Box) cell).labels().getFirst().text();
  }

  private Scene draw(List<Container> containers, Map<Namespace, Long> host, String selected) {
    NamespaceReader reader = new NamespaceReader(Clock.systemUTC());
    List<NamespacesFacts.Row> rows =
        containers.stream()
            .map(c -> new NamespacesFacts.Row(c, reader.read(real.engine, c, true)))
            .toList();
    return NamespacesPicture.of(
        new NamespacesFacts(
            rows,
            Looks.next(Map.of(), containers.stream().map(Container::id).toList()),
            host,
            selected,
            Instant.now()),
        484);
  }

  private Container joined(NamespaceModes modes) {
    return inspect(
        real.engine
            .containers()
            .run(
                ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                    .name(real.name("guest"))
                    .modes(modes)
                    .command("sleep", "500")
                    .build()));
  }

  private Container inspect(String id) {
    return real.engine.containers().inspect(id);
  }
}
