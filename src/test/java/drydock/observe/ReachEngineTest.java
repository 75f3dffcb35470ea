// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.NetworkSpec;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import drydock.engine.docker.RealEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who reaches whom on a real engine.
@EngineTest
class ReachEngineTest {
  private final RealEngine real = new RealEngine();
  private final ReachReader reader = new ReachReader(Clock.systemUTC());

  @AfterEach
  void clean() {
    real.close();
  }

  @Test
  void onOneNetworkTheyReachEachOtherByName() {
    String net = network(false);
    Container web = on(net, "web");
    Container db = on(net, "db");
    Reach there = ask(web, db);
    assertThat(there.byName()).isTrue();
    assertThat(there.address()).isEqualTo(address(db, net));
    assertThat(there.named()).isEqualTo(address(db, net));
    assertThat(ask(db, web).byName()).isTrue();
  }

  @Test
  void portsThatAcceptAreToldFromThoseThatDoNot() {
    String net = network(false);
    Container web = on(net, "web");
    Container db =
        inspect(
            real.engine
                .containers()
                .run(
                    ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                        .name(real.name("db"))
                        .network(net)
                        // one that answers and goes, one that holds the line
                        .command("sh", "-c", "nc -ll -p 6379 -e true & nc -ll -p 80 -e sleep 60")
                        .build()));
    ReachTarget target =
        ReachTarget.of(db, Map.of(db.id(), db, web.id(), web))
            .withPorts(db, List.of("6379/tcp", "80/tcp", "99/tcp", "53/udp", "0/tcp", "x"));
    assertThat(target.ports()).containsExactly(80, 99, 6379);
    RealEngine.eventually(
        "both listen",
        () ->
            reader
                .read(real.engine, web, List.of(target))
                .getFirst()
                .ports()
                .equals(
                    List.of(
                        new Reach.Port(80, true),
                        new Reach.Port(99, false),
                        new Reach.Port(6379, true))));
    String address = address(db, net);
    for (int port : target.ports()) {
      assertThat(
              real.engine
                  .containers()
                  .execute(web.id(), ReachReader.portCommand(address, port), Duration.ofSeconds(10))
                  .exitCode())
          .as("the line to copy, port " + port)
          .isEqualTo(port == 99 ? 1 : 0);
    }
    assertThat(ask(web, db).ports()).as("none is asked that nobody named").isEmpty();
  }

  @Test
  void onTheDefaultBridgeByAddressAlone() {
    Container one = on("bridge", "one");
    Container two = on("bridge", "two");
    Reach there = ask(one, two);
    assertThat(there.answer()).isEqualTo(Reach.Answer.ANSWERED);
    assertThat(there.naming()).isEqualTo(Reach.Naming.UNKNOWN);
    assertThat(there.byName()).isFalse();
  }

  @Test
  void onDifferentNetworksNotUntilOneIsConnected() {
    String front = network(false);
    String back = network(true);
    Container web = on(front, "web");
    Container db = on(back, "db");
    Reach before = ask(web, db);
    assertThat(before.answer()).isEqualTo(Reach.Answer.SILENT);
    assertThat(before.address()).isEqualTo(address(db, back));
    assertThat(before.naming()).isEqualTo(Reach.Naming.UNKNOWN);
    real.engine.networks().connect(back, web.id(), List.of());
    assertThat(ask(inspect(web), db).byName()).isTrue();
    real.engine.networks().disconnect(back, web.id());
    assertThat(ask(inspect(web), db).answer()).isEqualTo(Reach.Answer.SILENT);
  }

  @Test
  void oneThatJoinedAnothersNetworkHasItsAddressAndNoName() {
    String net = network(false);
    Container web = on(net, "web");
    Container db = on(net, "db");
    Container debug = on("container:" + db.id(), "debug");
    Reach there = ask(web, debug, db);
    assertThat(there.answer()).isEqualTo(Reach.Answer.ANSWERED);
    assertThat(there.address()).isEqualTo(address(db, net));
    assertThat(there.naming()).isEqualTo(Reach.Naming.UNKNOWN);
  }

  @Test
  void onTheMachinesNetworkThereIsNoAddressToAsk() {
    Container web = on(network(false), "web");
    Container host = inspect(real.engine.containers().run(spec("host", "host")));
    assertThat(ask(web, host).answer()).isEqualTo(Reach.Answer.NO_ADDRESS);
  }

  @Test
  void manyAreAskedAtOnceWithinSeconds() {
    String net = network(false);
    Container web = on(net, "web");
    Container back = on(network(true), "back");
    String silent = address(back, back.networks().keySet().iterator().next());
    List<ReachTarget> targets =
        IntStream.range(0, 30)
            .mapToObj(i -> new ReachTarget("t" + i, "nobody-" + i, List.of(silent)))
            .toList();
    long start = System.nanoTime();
    List<Reach> all = reader.read(real.engine, web, targets);
    assertThat(all).hasSize(ReachReader.MOST_TARGETS);
    assertThat(all).allSatisfy(r -> assertThat(r.answer()).isEqualTo(Reach.Answer.SILENT));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void whatCannotBeAskedSaysWhy() {
    Container web = on(network(false), "web");
    assertThat(ask(mayNotPing(), web).answer()).isEqualTo(Reach.Answer.NO_PING);
    String bare = real.engine.containers().run(spec("bare", "bridge"));
    real.engine.containers().execute(bare, List.of("rm", "/bin/sh"), Duration.ofSeconds(5));
    assertThat(ask(inspect(bare), web).answer()).isEqualTo(Reach.Answer.NO_SHELL);
    Container ended = inspect(bare);
    real.engine.containers().kill(bare, "SIGKILL");
    real.engine.containers().waitFor(bare, Duration.ofSeconds(20));
    assertThat(ask(ended, web).answer()).isEqualTo(Reach.Answer.ENDED);
    assertThat(ask(inspect(bare), web).answer()).isEqualTo(Reach.Answer.ENDED);
  }

  @Test
  void onlyOursAreAsked() {
    Container foreign = inspect(real.foreign("sleep 300", false));
    Container web = on(network(false), "web");
    assertThatThrownBy(() -> ask(foreign, web))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> assertThat(e.problem()).isInstanceOf(EngineProblem.NotOurs.class));
    assertThat(ask(web, foreign).answer()).isEqualTo(Reach.Answer.SILENT);
  }

  /// One of ours with an ordinary user, in which the kernel keeps ping for root.
  private Container mayNotPing() {
    String name = real.name("no-ping");
    RawDocker.post(
        "/containers/create?name=" + name,
        """
        {"Image":"%s","Cmd":["sleep","300"],"User":"1000",
         "Labels":{"%s":"%s","%s":"container"},
         "HostConfig":{"CapDrop":["ALL"],"Sysctls":{"net.ipv4.ping_group_range":"1 0"}}}
        """
            .formatted(
                RealEngine.IMAGE, Ownership.OWNER_LABEL, Ownership.OWNER, Ownership.KIND_LABEL));
    RawDocker.request("POST", "/containers/" + name + "/start", null);
    return inspect(name);
  }

  private String network(boolean internal) {
    String name = real.name("net");
    real.engine.networks().create(new NetworkSpec(name, "", "", internal, RealEngine.TESTS));
    return name;
  }

  private Container on(String network, String word) {
    return inspect(real.engine.containers().run(spec(word, network)));
  }

  private ContainerSpec spec(String word, String network) {
    return ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
        .name(real.name(word))
        .network(network)
        .command("sleep", "300")
        .build();
  }

  private Reach ask(Container from, Container to, Container... more) {
    Map<String, Container> all =
        Stream.concat(Stream.of(from, to), Arrays.stream(more))
            .collect(Collectors.toMap(Container::id, Function.identity()));
    return reader.read(real.engine, from, List.of(ReachTarget.of(to, all))).getFirst();
  }

  private static String address(Container container, String network) {
    Container.Attachment end = container.networks().get(network);
    return end == null ? "" : end.ipAddress();
  }

  private Container inspect(String id) {
    return real.engine.containers().inspect(id);
  }

  private Container inspect(Container container) {
    return inspect(container.id());
  }
}
