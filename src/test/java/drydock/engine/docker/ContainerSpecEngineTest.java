// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.DockerEngineTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Container;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.HealthCheck;
import drydock.engine.Limits;
import drydock.engine.Mount;
import drydock.engine.NamespaceModes;
import drydock.engine.Ownership;
import drydock.engine.ProcessTable;
import drydock.engine.RawDocker;
import drydock.engine.RestartPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EngineTest
class ContainerSpecEngineTest {
  private final RealEngine real = new RealEngine();
  private final DockerEngine engine = real.engine;

  @AfterEach
  void cleanUp() {
    real.close();
  }

  @Test
  void everythingOfASpecReachesTheEngine() {
    String net = real.name("net");
    String volume = real.name("vol");
    real.network(net, RealEngine.TESTS.labels(Ownership.Kind.NETWORK));
    real.volume(volume, RealEngine.TESTS.labels(Ownership.Kind.VOLUME));
    Limits limits = new Limits(64 << 20, 96 << 20, 250_000_000, 512, 40);
    HealthCheck check =
        new HealthCheck(
            List.of("CMD", "true"),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            4);
    ContainerSpec spec =
        ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
            .name(real.name("whole"))
            .entrypoint(List.of("sh", "-c"))
            .command("sleep 600")
            .workingDir("/tmp")
            .user("1000:1000")
            .env(Map.of("A", "1=2"))
            .publish("80", 0)
            .publish("53/udp", 0)
            .volume(volume, "/data")
            .tmpfs("/scratch")
            .limits(limits)
            .modes(new NamespaceModes(net, "", "private", "host", "", ""))
            .network(net, "db", "db.local")
            .restart(new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 3))
            .healthCheck(check)
            .terminal()
            .readOnlyRoot()
            .init()
            .build();
    String id = engine.containers().run(spec);
    JsonNode raw = RawDocker.get("/containers/" + id + "/json").json();
    assertThat(raw.at("/Config/Entrypoint").toString()).isEqualTo("[\"sh\",\"-c\"]");
    assertThat(raw.at("/Config/Cmd").toString()).isEqualTo("[\"sleep 600\"]");
    assertThat(raw.at("/Config/WorkingDir").asText()).isEqualTo("/tmp");
    assertThat(raw.at("/Config/User").asText()).isEqualTo("1000:1000");
    assertThat(raw.at("/Config/Env").toString()).contains("\"A=1=2\"");
    assertThat(raw.at("/Config/Healthcheck/Test").toString()).isEqualTo("[\"CMD\",\"true\"]");
    assertThat(raw.at("/Config/Healthcheck/StartPeriod").asLong()).isEqualTo(3_000_000_000L);
    assertThat(raw.at("/Config/Healthcheck/Retries").asInt()).isEqualTo(4);
    assertThat(raw.at("/Config/OpenStdin").asBoolean()).isFalse();
    assertThat(raw.at("/HostConfig/ReadonlyRootfs").asBoolean()).isTrue();
    assertThat(raw.at("/HostConfig/Init").asBoolean()).isTrue();
    assertThat(raw.at("/HostConfig/Privileged").asBoolean()).isFalse();

    Container container = engine.containers().inspect(id);
    assertThat(container.command()).containsExactly("sh", "-c", "sleep 600");
    assertThat(container.limits()).isEqualTo(limits);
    assertThat(container.terminal()).isTrue();
    assertThat(container.restartPolicy()).isEqualTo(spec.restartPolicy());
    assertThat(container.mounts())
        .containsExactlyInAnyOrder(
            new Mount(Mount.Type.VOLUME, volume, "/data", false),
            new Mount(Mount.Type.TMPFS, "", "/scratch", false));
    assertThat(container.modes().uts()).isEqualTo("host");
    assertThat(container.modes().ipc()).isEqualTo("private");
    assertThat(container.ports())
        .extracting(Container.Port::containerPort)
        .containsExactlyInAnyOrder("80/tcp", "53/udp");
    assertThat(container.ports()).allMatch(p -> p.hostIp().equals("127.0.0.1"));
    Container.Attachment end = Objects.requireNonNull(container.networks().get(net));
    assertThat(container.networks()).containsOnlyKeys(net);
    assertThat(end.networkId())
        .isEqualTo(RawDocker.get("/networks/" + net).json().path("Id").asText());
    assertThat(end.ipAddress()).isNotEmpty();
    assertThat(end.gateway()).isNotEmpty();
    assertThat(end.aliases()).contains("db", "db.local");
    assertThat(container.state().pid()).isEqualTo(raw.at("/State/Pid").asInt()).isPositive();
    RealEngine.eventually(
        "healthy",
        () -> engine.containers().inspect(id).state().health() == Container.Health.HEALTHY);
  }

  @Test
  void whatASpecNamesMustBeOurs() {
    String theirs = real.foreign("sleep 600", false);
    String name = real.name("shares");
    real.network(name, Map.of());
    real.volume(name, Map.of());
    for (NamespaceModes modes :
        List.of(
            NamespaceModes.USUAL.withNetwork("container:" + theirs),
            NamespaceModes.USUAL.withPid("container:" + theirs),
            new NamespaceModes("", "", "container:" + theirs, "", "", ""))) {
      assertThat(problem(() -> create(builder().modes(modes))))
          .isEqualTo(new EngineProblem.NotOurs("container", theirs));
    }
    assertThat(problem(() -> create(builder().network(name))))
        .isEqualTo(new EngineProblem.NotOurs("network", name));
    assertThat(problem(() -> create(builder().volume(name, "/x"))))
        .isEqualTo(new EngineProblem.NotOurs("volume", name));
    assertThat(problem(() -> create(builder().volume("drydock-no-such", "/x"))))
        .isEqualTo(new EngineProblem.NotFound("volume", "drydock-no-such"));
    assertThat(RawDocker.get("/volumes/drydock-no-such").status()).isEqualTo(404);
    assertThat(problem(() -> create(builder().network("drydock-no-such"))))
        .isEqualTo(new EngineProblem.NotFound("network", "drydock-no-such"));
    assertThat(problem(() -> create(builder().modes(NamespaceModes.USUAL.withPid("ns:/proc/1")))))
        .isInstanceOf(EngineProblem.Unsupported.class);
    ContainerSpec plain = builder().build();
    for (Mount.Type type : List.of(Mount.Type.BIND, Mount.Type.OTHER)) {
      ContainerSpec bind =
          new ContainerSpec(
              plain.image(),
              plain.name(),
              plain.command(),
              plain.entrypoint(),
              plain.env(),
              "",
              "",
              plain.ports(),
              List.of(new Mount(type, "/", "/host", true)),
              plain.limits(),
              plain.modes(),
              plain.aliases(),
              plain.restartPolicy(),
              null,
              false,
              false,
              false,
              false,
              plain.ownership());
      assertThat(problem(() -> engine.containers().create(bind)))
          .isInstanceOf(EngineProblem.Unsupported.class);
    }
  }

  @Test
  void namespacesAreSharedWithAContainerOfOurs() {
    String first = real.ours("sleep 600");
    String name = engine.containers().inspect(first).name();
    String second =
        engine
            .containers()
            .run(
                builder()
                    .modes(
                        NamespaceModes.USUAL
                            .withNetwork("container:" + name)
                            .withPid("container:" + name))
                    .build());
    assertThat(engine.containers().inspect(second).modes().pid()).isEqualTo("container:" + first);
    String columns = "-eo pid,ppid,pidns,mntns,netns,args";
    List<String> one = engine.containers().top(first, columns).rows().getFirst();
    ProcessTable table = engine.containers().top(second, columns);
    assertThat(table.titles()).containsExactly("PID", "PPID", "PIDNS", "MNTNS", "NETNS", "COMMAND");
    List<String> two =
        table.rows().stream()
            .filter(r -> r.getLast().equals("sleep 601"))
            .findFirst()
            .orElseThrow();
    assertThat(two.get(2)).isEqualTo(one.get(2)).matches("\\d{6,}");
    assertThat(two.get(3)).isNotEqualTo(one.get(3));
    assertThat(two.get(4)).isEqualTo(one.get(4));
    assertThat(engine.containers().top(first, "").titles()).contains("PID", "CMD");
    assertThat(problem(() -> engine.containers().top(first, "-eo args")))
        .isInstanceOf(EngineProblem.class);
  }

  private String create(ContainerSpec.Builder builder) {
    return engine.containers().create(builder.build());
  }

  private ContainerSpec.Builder builder() {
    return ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
        .name(real.name("c"))
        .command("sleep", "601");
  }
}
