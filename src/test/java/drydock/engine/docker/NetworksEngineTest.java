// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static drydock.engine.docker.DockerEngineTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineProblem;
import drydock.engine.EngineTest;
import drydock.engine.Network;
import drydock.engine.NetworkSpec;
import drydock.engine.Networks;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@EngineTest
class NetworksEngineTest {
  private static final String SUBNET = "172.30.77.0/24";

  private final RealEngine real = new RealEngine();
  private final Networks networks = real.engine.networks();
  private final String name = real.name("net");

  @AfterEach
  void cleanUp() {
    real.close();
  }

  @Test
  void aNetworksWholeLife() {
    Ownership whose = new Ownership("w", "first", "2");
    String id = networks.create(new NetworkSpec(name, "", SUBNET, true, whose));
    JsonNode raw = raw(name);
    assertThat(raw.path("Id").asText()).isEqualTo(id);
    assertThat(raw.path("Internal").asBoolean()).isTrue();
    assertThat(raw.at("/IPAM/Config/0/Subnet").asText()).isEqualTo(SUBNET);
    Network network = networks.inspect(name);
    assertThat(network.id()).isEqualTo(id);
    assertThat(network.name()).isEqualTo(name);
    assertThat(network.driver()).isEqualTo("bridge");
    assertThat(network.scope()).isEqualTo("local");
    assertThat(network.internal()).isTrue();
    assertThat(network.created()).isNotNull();
    assertThat(network.subnets().getFirst().subnet()).isEqualTo(SUBNET);
    assertThat(network.labels()).isEqualTo(whose.labels(Ownership.Kind.NETWORK));
    assertThat(network.ours()).isTrue();
    assertThat(network.containers()).isEmpty();
    assertThat(networks.list())
        .contains(network)
        .extracting(Network::name)
        .contains("bridge", "host", "none");
    networks.remove(name);
    assertThat(RawDocker.get("/networks/" + id).status()).isEqualTo(404);
  }

  @Test
  void containersComeAndGo() {
    networks.create(NetworkSpec.of(name, RealEngine.TESTS));
    String container = ours();
    networks.connect(name, container, List.of("db", "database"));
    Network.Endpoint end =
        Objects.requireNonNull(networks.inspect(name).containers().get(container));
    JsonNode raw = raw(name).path("Containers").path(container);
    assertThat(end.ipv4Address()).isEqualTo(raw.path("IPv4Address").asText()).contains("/");
    assertThat(end.macAddress()).isEqualTo(raw.path("MacAddress").asText()).contains(":");
    assertThat(end.name()).isEqualTo(raw.path("Name").asText());
    assertThat(aliases(container)).contains("db", "database");
    assertThat(networks.list()).anySatisfy(n -> assertThat(n.containers()).containsKey(container));
    assertThat(problem(() -> networks.connect(name, container, List.of())))
        .isInstanceOf(EngineProblem.Conflict.class);
    assertThat(problem(() -> networks.remove(name))).isInstanceOf(EngineProblem.Conflict.class);
    networks.disconnect(name, container);
    assertThat(networks.inspect(name).containers()).isEmpty();
    assertThat(problem(() -> networks.disconnect(name, container)))
        .isInstanceOf(EngineProblem.Conflict.class);
    networks.disconnect("bridge", container);
    networks.connect("bridge", container, List.of());
    assertThat(networks.inspect("bridge").containers()).containsKey(container);
  }

  @Test
  void namesAndSubnetsThatAreTakenAreConflicts() {
    String foreign = foreign();
    String id = raw(foreign).path("Id").asText();
    assertThat(problem(() -> networks.create(NetworkSpec.of(foreign, RealEngine.TESTS))))
        .isInstanceOf(EngineProblem.Conflict.class);
    networks.create(new NetworkSpec(name, "", SUBNET, false, RealEngine.TESTS));
    String second = real.name("second");
    NetworkSpec overlap = new NetworkSpec(second, "", SUBNET, false, RealEngine.TESTS);
    assertThat(problem(() -> networks.create(overlap))).isInstanceOf(EngineProblem.Conflict.class);
    assertThat(problem(() -> networks.inspect(second)))
        .isEqualTo(new EngineProblem.NotFound("network", second));
    assertThat(raw(foreign).path("Id").asText()).isEqualTo(id);
  }

  @Test
  void nonsenseIsRefusedInTheEnginesWords() {
    NetworkSpec subnet = new NetworkSpec(name, "", "nonsense", false, RealEngine.TESTS);
    assertThat(problem(() -> networks.create(subnet)))
        .isInstanceOfSatisfying(
            EngineProblem.Failed.class, p -> assertThat(p.detail()).contains("nonsense"));
  }

  @Test
  void whatIsNotOursStaysAsItIs() {
    String foreign = foreign();
    String id = raw(foreign).path("Id").asText();
    String ours = ours();
    networks.create(NetworkSpec.of(name, RealEngine.TESTS));
    for (String called : List.of(foreign, id, id.substring(0, 12))) {
      EngineProblem refusal = new EngineProblem.NotOurs("network", called);
      assertThat(problem(() -> networks.remove(called))).isEqualTo(refusal);
      assertThat(problem(() -> networks.connect(called, ours, List.of()))).isEqualTo(refusal);
      assertThat(problem(() -> networks.disconnect(called, ours))).isEqualTo(refusal);
    }
    String theirs = real.foreign("sleep 600", false);
    EngineProblem refusal = new EngineProblem.NotOurs("container", theirs);
    assertThat(problem(() -> networks.connect(name, theirs, List.of()))).isEqualTo(refusal);
    assertThat(problem(() -> networks.disconnect("bridge", theirs))).isEqualTo(refusal);
    for (String builtIn : List.of("bridge", "host", "none")) {
      assertThat(problem(() -> networks.remove(builtIn)))
          .isEqualTo(new EngineProblem.NotOurs("network", builtIn));
    }
    assertThat(raw(foreign).path("Containers")).isEmpty();
    assertThat(raw("bridge").path("Containers").has(theirs)).isTrue();
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (String odd : List.of("drydock-no-such", "..", "a/../b", "", "x?y#z", "a b")) {
      EngineProblem missing = new EngineProblem.NotFound("network", odd);
      assertThat(problem(() -> networks.inspect(odd))).isEqualTo(missing);
      assertThat(problem(() -> networks.remove(odd))).isEqualTo(missing);
    }
    networks.create(NetworkSpec.of(name, RealEngine.TESTS));
    assertThat(problem(() -> networks.connect(name, "drydock-no-such", List.of())))
        .isEqualTo(new EngineProblem.NotFound("container", "drydock-no-such"));
  }

  private String foreign() {
    String theirs = real.name("theirs");
    real.network(theirs, Map.of());
    return theirs;
  }

  private String ours() {
    return real.engine
        .containers()
        .run(
            ContainerSpec.of(RealEngine.IMAGE, RealEngine.TESTS)
                .name(real.name("member"))
                .command("sleep", "600")
                .build());
  }

  private List<String> aliases(String container) {
    return Json.strings(
        RawDocker.get("/containers/" + container + "/json").json(),
        "NetworkSettings",
        "Networks",
        name,
        "Aliases");
  }

  private static JsonNode raw(String network) {
    return RawDocker.get("/networks/" + network).json();
  }
}
