// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.Container;
import drydock.engine.Endpoint;
import drydock.engine.EngineInfo;
import drydock.engine.NamespaceModes;
import drydock.engine.Network;
import drydock.engine.Ownership;
import drydock.observe.Ground;
import drydock.observe.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Networks and containers, as engines tell them.
final class Networkings {
  private static final Instant AT = Samples.AT;
  private static final Ground DESKTOP =
      new Ground.Hidden("Docker Desktop", "OperatingSystem = Docker Desktop");

  private Networkings() {}

  /// A network with two, one of them published; one internal that shares a container with it; one
  /// on the default bridge, one on the machine's; nobody was asked.
  static NetworkFacts small() {
    return facts(
        drydock.engine.Samples.INFO,
        new Ground.Direct(),
        smallNetworks(),
        smallContainers(),
        List.of());
  }

  /// The same behind Docker Desktop, asked: by name, by address alone, not at all.
  static NetworkFacts asked() {
    List<Reach> reaches =
        List.of(
            reach("web", "api", Reach.Answer.ANSWERED, "172.18.0.3", Reach.Naming.KNOWN),
            reach("web", "db", Reach.Answer.SILENT, "172.19.0.3", Reach.Naming.UNKNOWN),
            reach("web", "lone", Reach.Answer.SILENT, "172.17.0.2", Reach.Naming.UNKNOWN),
            reach("web", "agent", Reach.Answer.NO_ADDRESS, "", Reach.Naming.UNKNOWN),
            reach("api", "web", Reach.Answer.ANSWERED, "172.18.0.2", Reach.Naming.UNKNOWN),
            reach("api", "db", Reach.Answer.ANSWERED, "172.19.0.3", Reach.Naming.ANOTHER),
            reach("db", "web", Reach.Answer.NO_PING, "", Reach.Naming.NOT_ASKED));
    NetworkFacts plain = facts(desktop(), DESKTOP, smallNetworks(), smallContainers(), reaches);
    return new NetworkFacts(
        plain.engine(),
        plain.ground(),
        plain.networks(),
        plain.containers(),
        plain.looks(),
        plain.exposed(),
        plain.reaches(),
        Set.of("id-lone"),
        "id-web",
        null,
        plain.at());
  }

  /// Twelve networks, thirty containers, each in several, all of them published.
  static NetworkFacts busy() {
    List<Network> networks = docker();
    for (int i = 0; i < 12; i++) {
      networks.add(
          network(
              "a-rather-long-network-name-" + i, "bridge", "10." + i + ".0.0/16", i % 4 == 0, i));
    }
    List<Container> containers = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Map<String, Container.Attachment> ends = new LinkedHashMap<>();
      for (int n = 0; n < 3; n++) {
        String name = "a-rather-long-network-name-" + (i + n * 5) % 12;
        ends.put(name, end(name, "10." + (i + n * 5) % 12 + ".0." + (i + 2), "alias-" + i));
      }
      containers.add(
          container(
              "a-rather-long-container-name-" + i,
              i,
              Container.Status.RUNNING,
              i % 2 == 0,
              ends,
              NamespaceModes.USUAL,
              new Container.Port("80/tcp", i % 2 == 0 ? "127.0.0.1" : "0.0.0.0", 8000 + i)));
    }
    return facts(drydock.engine.Samples.INFO, new Ground.Direct(), networks, containers, List.of());
  }

  /// Fifty networks, five hundred containers, another machine's.
  static NetworkFacts crowded() {
    List<Network> networks = docker();
    List<Container> containers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      networks.add(network("net" + i, "bridge", "10." + i + ".0.0/16", false, i));
      for (int c = 0; c < 10; c++) {
        containers.add(
            container(
                "c" + i + "-" + c,
                i * 10 + c,
                Container.Status.RUNNING,
                true,
                Map.of("net" + i, end("net" + i, "10." + i + ".0." + (c + 2))),
                NamespaceModes.USUAL));
      }
    }
    EngineInfo remote =
        drydock.engine.Samples.INFO.at(
            new Endpoint("tcp://build.example:2376", Endpoint.Origin.DOCKER_HOST, "DOCKER_HOST"));
    return facts(
        remote, new Ground.Elsewhere(remote.endpoint().uri()), networks, containers, List.of());
  }

  /// Absurd values: no subnet, no name service, markup in names, an end that is no container, a
  /// container of an unknown network.
  static NetworkFacts degraded() {
    List<Network> networks = docker();
    networks.add(
        new Network(
            "net-odd",
            "<odd>&\"'",
            "weird",
            "swarm",
            false,
            null,
            List.of(new Network.Subnet("fd00:dead:beef::/64", "")),
            Map.of("lb", new Network.Endpoint("", "", "10.0.0.5/24", "")),
            Map.of("com.docker.network.bridge.enable_icc", "false"),
            Map.of()));
    List<Container> containers =
        List.of(
            container(
                "<bare>&\"'",
                0,
                Container.Status.RUNNING,
                true,
                Map.of("gone", end("gone", "10.9.0.2")),
                NamespaceModes.USUAL,
                new Container.Port("53/udp", "::", 53)),
            container(
                "created",
                1,
                Container.Status.CREATED,
                true,
                Map.of(
                    "bridge", new Container.Attachment("", "", "", "", "", List.of(), List.of())),
                NamespaceModes.USUAL),
            container(
                "follower",
                2,
                Container.Status.RUNNING,
                false,
                Map.of(),
                NamespaceModes.USUAL.withNetwork("container:gone")));
    return facts(
        drydock.engine.Samples.INFO,
        new Ground.Untold(Ground.Reason.OTHER_KERNEL),
        networks,
        containers,
        List.of());
  }

  /// Podman's own network has another name, and is the one without names for its containers. Made up after its documents.
  static NetworkFacts podman() {
    Container web =
        container(
            "web",
            0,
            Container.Status.RUNNING,
            true,
            Map.of("podman", end("podman", "10.88.0.2")),
            NamespaceModes.USUAL.withNetwork("podman"),
            new Container.Port("80/tcp", "127.0.0.1", 8080));
    return facts(
        Stackings.PODMAN,
        Ground.of(Stackings.PODMAN, Stackings.WINDOWS),
        List.of(network("podman", "bridge", "10.88.0.0/16", false, 0)),
        List.of(web),
        List.of());
  }

  private static List<Network> smallNetworks() {
    List<Network> networks = docker();
    networks.add(network("front", "bridge", "172.18.0.0/16", false, 1));
    networks.add(network("back", "bridge", "172.19.0.0/16", true, 2));
    return networks;
  }

  private static List<Container> smallContainers() {
    return List.of(
        container(
            "web",
            0,
            Container.Status.RUNNING,
            true,
            Map.of("front", end("front", "172.18.0.2", "www", "shop")),
            NamespaceModes.USUAL,
            new Container.Port("80/tcp", "127.0.0.1", 8080),
            new Container.Port("443/tcp", "0.0.0.0", 8443),
            new Container.Port("443/tcp", "::", 8443)),
        container(
            "api",
            1,
            Container.Status.RUNNING,
            true,
            Map.of(
                "front", end("front", "172.18.0.3"), "back", end("back", "172.19.0.2", "backend")),
            NamespaceModes.USUAL),
        container(
            "db",
            2,
            Container.Status.RUNNING,
            true,
            Map.of("back", end("back", "172.19.0.3")),
            NamespaceModes.USUAL),
        container(
            "lone",
            3,
            Container.Status.RUNNING,
            false,
            Map.of("bridge", end("bridge", "172.17.0.2")),
            NamespaceModes.USUAL),
        container(
            "agent",
            4,
            Container.Status.RUNNING,
            false,
            Map.of("host", end("host", "")),
            NamespaceModes.USUAL.withNetwork("host")),
        container(
            "debug",
            5,
            Container.Status.RUNNING,
            true,
            Map.of(),
            NamespaceModes.USUAL.withNetwork("container:id-db")),
        container(
            "old",
            6,
            Container.Status.EXITED,
            true,
            Map.of("front", end("front", "")),
            NamespaceModes.USUAL));
  }

  private static List<Network> docker() {
    return new ArrayList<>(
        List.of(
            network("bridge", "bridge", "172.17.0.0/16", false, 0),
            network("host", "host", "", false, 0),
            network("none", "null", "", false, 0)));
  }

  private static Network network(
      String name, String driver, String subnet, boolean internal, int age) {
    return new Network(
        "net-" + name,
        name,
        driver,
        "local",
        internal,
        AT.plusSeconds(age),
        subnet.isEmpty()
            ? List.of()
            : List.of(new Network.Subnet(subnet, subnet.replaceFirst("0/16", "1"))),
        Map.of(),
        Map.of(),
        age % 2 == 1 ? Ownership.PLAIN.labels(Ownership.Kind.NETWORK) : Map.of());
  }

  private static Container.Attachment end(String network, String address, String... aliases) {
    return new Container.Attachment(
        "net-" + network, address, "", "", "", List.of(aliases), List.of());
  }

  private static Reach reach(
      String from, String to, Reach.Answer answer, String address, Reach.Naming naming) {
    String named =
        switch (naming) {
          case KNOWN -> address;
          case ANOTHER -> "203.0.113.9";
          case UNKNOWN, NOT_ASKED -> "";
        };
    return new Reach("id-" + from, "id-" + to, answer, address, naming, named, AT);
  }

  private static EngineInfo desktop() {
    EngineInfo info = drydock.engine.Samples.INFO;
    return new EngineInfo(
        info.endpoint(),
        info.id(),
        info.name(),
        info.version(),
        info.product(),
        false,
        info.api(),
        new EngineInfo.Machine(
            "linux", "aarch64", "Docker Desktop", "6.10.14-linuxkit", 4, 8L << 30),
        info.storage(),
        info.cgroups(),
        info.builder(),
        info.securityOptions(),
        List.of(),
        info.clockSkew());
  }

  private static NetworkFacts facts(
      EngineInfo info,
      Ground ground,
      List<Network> networks,
      List<Container> containers,
      List<Reach> reaches) {
    Map<String, Integer> looks = new HashMap<>();
    networks.forEach(n -> looks.put(n.id(), looks.size()));
    return new NetworkFacts(
        info,
        ground,
        networks,
        containers,
        looks,
        Map.of("sha256:api", List.of("9000/tcp")),
        reaches,
        Set.of(),
        null,
        null,
        AT);
  }

  private static Container container(
      String name,
      int age,
      Container.Status status,
      boolean ours,
      Map<String, Container.Attachment> networks,
      NamespaceModes modes,
      Container.Port... ports) {
    Container plain =
        drydock.engine.Samples.container(
            "id-" + name,
            name,
            "shop/" + name,
            "sha256:" + name,
            status,
            0,
            AT.plusSeconds(age),
            ours,
            ports);
    return new Container(
        plain.id(),
        plain.name(),
        plain.image(),
        plain.imageId(),
        plain.command(),
        plain.env(),
        plain.user(),
        plain.created(),
        plain.state(),
        plain.terminal(),
        plain.labels(),
        plain.ports(),
        networks,
        plain.mounts(),
        plain.limits(),
        modes,
        plain.restartPolicy());
  }
}
