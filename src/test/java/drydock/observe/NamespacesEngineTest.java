// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineTest;
import drydock.engine.NamespaceModes;
import drydock.engine.docker.RealEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is read of real containers, against what their own `/proc` says.
@EngineTest
class NamespacesEngineTest {
  private final RealEngine real = new RealEngine();
  private final NamespaceReader reader = new NamespaceReader(Clock.systemUTC());

  @AfterEach
  void clean() {
    real.close();
  }

  @Test
  void inodesAreThoseThatTheContainerSees() {
    Container web = inspect(real.ours("sleep 300 & exec sleep 400"));
    Namespaces seen = read(web);
    assertThat(seen.method()).isEqualTo(Namespaces.Method.TOP);
    Map<Namespace, Long> within = links(web);
    assertThat(within).containsKeys(Namespace.PID, Namespace.NET, Namespace.MNT);
    seen.inodes().forEach((kind, inode) -> assertThat(within).containsEntry(kind, inode));
    assertThat(seen.inodes()).containsKeys(Namespace.PID, Namespace.NET, Namespace.MNT);
    assertThat(seen.isInitial(Namespace.PID)).isFalse();
    assertThat(seen.isInitial(Namespace.USER)).isTrue();
  }

  @Test
  void eachProcessHasTwoNumbers() {
    Container web = inspect(real.ours("sleep 300 & exec sleep 400"));
    List<Namespaces.Task> processes = read(web).processes();
    assertThat(processes).hasSize(2);
    Namespaces.Task first = processes.getFirst();
    assertThat(first.pid()).isEqualTo(web.state().pid());
    assertThat(first.inside()).isEqualTo(OptionalInt.of(1));
    assertThat(first.command()).isEqualTo("sleep 400");
    Namespaces.Task second = processes.getLast();
    assertThat(second.command()).isEqualTo("sleep 300");
    assertThat(second.parent()).isEqualTo(first.pid());
    String status =
        real.engine
            .containers()
            .execute(
                web.id(),
                List.of("cat", "/proc/" + second.inside().orElseThrow() + "/cmdline"),
                Duration.ofSeconds(5))
            .stdout();
    assertThat(status).startsWith("sleep").contains("300");
  }

  @Test
  void aContainerThatJoinsAnothersNetworkHasTheSameOne() {
    Container web = inspect(real.ours("sleep 300"));
    Container guest = joined(NamespaceModes.USUAL.withNetwork("container:" + web.id()));
    Map<Namespace, Long> one = read(web).inodes();
    Map<Namespace, Long> two = read(guest).inodes();
    assertThat(two.get(Namespace.NET)).isEqualTo(one.get(Namespace.NET));
    assertThat(two.get(Namespace.PID)).isNotEqualTo(one.get(Namespace.PID));
  }

  @Test
  void aProcessAmongAnothersIsNotNumberOne() {
    Container web = inspect(real.ours("sleep 300"));
    Container guest = joined(NamespaceModes.USUAL.withPid("container:" + web.id()));
    List<Namespaces.Task> processes = read(guest).processes();
    assertThat(processes).extracting(Namespaces.Task::command).contains("sleep 500");
    assertThat(processes)
        .filteredOn(p -> p.command().equals("sleep 500"))
        .allSatisfy(p -> assertThat(p.inside().orElseThrow()).isGreaterThan(1));
  }

  @Test
  void amongTheMachinesProcessesBothNumbersAreTheSame() {
    Container guest = joined(NamespaceModes.USUAL.withPid("host"));
    Namespaces seen = read(guest);
    assertThat(seen.isInitial(Namespace.PID)).isTrue();
    assertThat(seen.processes())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.inside()).isEqualTo(OptionalInt.of(p.pid())));
  }

  @Test
  void ofAContainerThatIsNotOursOnlyTheFirstProcessIsKnownInside() {
    Container foreign = inspect(real.foreign("sleep 300 & exec sleep 400", false));
    List<Namespaces.Task> processes = read(foreign).processes();
    assertThat(processes).extracting(Namespaces.Task::inside).hasSize(2);
    assertThat(processes.getFirst().inside()).isEqualTo(OptionalInt.of(1));
    assertThat(processes.getLast().inside()).isEmpty();
  }

  @Test
  void aHelperReadsTheMachinesOwnAndIsGoneAfterwards() {
    int before = real.engine.containers().list().size();
    NamespaceHelper helper = new NamespaceHelper(real.engine, RealEngine.IMAGE);
    Map<Namespace, Long> host = helper.host();
    assertThat(host).containsKeys(Namespace.PID, Namespace.NET, Namespace.UTS, Namespace.IPC);
    assertThat(host).doesNotContainKey(Namespace.MNT);
    for (Namespace kind : List.of(Namespace.PID, Namespace.UTS, Namespace.IPC)) {
      assertThat(host.get(kind)).as("%s", kind).isEqualTo(kind.initial().orElseThrow());
    }
    Container web = inspect(real.ours("sleep 300"));
    Namespaces read = helper.of(web, Clock.systemUTC());
    assertThat(read.method()).isEqualTo(Namespaces.Method.HELPER);
    assertThat(read.inodes()).isEqualTo(links(web));
    assertThat(real.engine.containers().list()).hasSize(before + 1);
  }

  @Test
  void oneThatEndedHasNone() {
    String id = real.ours("true");
    real.engine.containers().waitFor(id, Duration.ofSeconds(20));
    assertThat(read(inspect(id)).method()).isEqualTo(Namespaces.Method.NOT_RUNNING);
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

  private Map<Namespace, Long> links(Container container) {
    return NamespaceReader.links(
        real.engine
            .containers()
            .execute(container.id(), NamespaceReader.READ_LINKS, Duration.ofSeconds(5))
            .stdout());
  }

  private Namespaces read(Container container) {
    return reader.read(real.engine, container, true);
  }

  private Container inspect(String id) {
    return real.engine.containers().inspect(id);
  }
}
