// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.ApiVersion;
import drydock.engine.Container;
import drydock.engine.Endpoint;
import drydock.engine.EngineEvent;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.HistoryEntry;
import drydock.engine.Limits;
import drydock.engine.Mount;
import drydock.engine.NamespaceModes;
import drydock.engine.ProcessTable;
import drydock.engine.RestartPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Reading the engine's JSON: as engines write it, and as nobody should.
class ReadingTest {
  private static final Endpoint HERE =
      new Endpoint("unix:///e", Endpoint.Origin.WELL_KNOWN, "test");

  private static final EngineInfo.Api API =
      new EngineInfo.Api(ApiVersion.OLDEST, ApiVersion.OLDEST, ApiVersion.NEWEST);

  @Test
  void aContainer() throws IOException {
    Container container =
        ContainerJson.read(
            json(
                """
                {"Id":"c1","Created":"2026-01-02T03:04:05.678901234Z","Path":"sh","Args":["-c","true"],
                 "State":{"Status":"exited","ExitCode":137,"OOMKilled":true,"Error":"",
                          "StartedAt":"2026-01-02T03:04:06+02:00","FinishedAt":"0001-01-01T00:00:00Z"},
                 "Image":"sha256:1","Name":"/web","Config":{"Image":"busybox","Env":["A=b=c"],"User":"app","Labels":{"a":"b"}},
                 "NetworkSettings":{"Ports":{"80/tcp":[{"HostIp":"127.0.0.1","HostPort":"8080"}],"9/udp":null}}}
                """));
    assertThat(container)
        .isEqualTo(
            new Container(
                "c1",
                "web",
                "busybox",
                "sha256:1",
                List.of("sh", "-c", "true"),
                List.of("A=b=c"),
                "app",
                Instant.parse("2026-01-02T03:04:05.678901234Z"),
                new Container.State(
                    Container.Status.EXITED,
                    137,
                    true,
                    "",
                    0,
                    Container.Health.NONE,
                    0,
                    Instant.parse("2026-01-02T01:04:06Z"),
                    null),
                false,
                Map.of("a", "b"),
                List.of(new Container.Port("80/tcp", "127.0.0.1", 8080)),
                Map.of(),
                List.of(),
                Limits.NONE,
                NamespaceModes.USUAL,
                RestartPolicy.NO));
  }

  @Test
  void everythingOfAContainer() throws IOException {
    Container container =
        ContainerJson.read(
            json(
                """
                {"Id":"c1","RestartCount":4,"Config":{"Tty":true},
                 "State":{"Status":"running","Pid":4711,"Health":{"Status":"starting","Log":null}},
                 "HostConfig":{"NetworkMode":"lesson","PidMode":"container:c2","IpcMode":"private","UTSMode":"host",
                   "UsernsMode":"","CgroupnsMode":"private","Memory":1000,"MemorySwap":-1,"NanoCpus":0,
                   "CpuQuota":50000,"CpuPeriod":0,"CpuShares":512,"PidsLimit":-1,
                   "RestartPolicy":{"Name":"unless-stopped","MaximumRetryCount":0},"Tmpfs":{"/t":"size=1m,ro"}},
                 "Mounts":[{"Type":"volume","Name":"v","Source":"/var/lib/docker/volumes/v/_data","Destination":"/v","RW":false},
                           {"Type":"bind","Source":"/home","Destination":"/h","RW":true},
                           {"Type":"cluster","Source":"s","Destination":"/c"}],
                 "NetworkSettings":{"Networks":{"lesson":{"NetworkID":"n1","IPAddress":"172.18.0.2","GlobalIPv6Address":"fd00::2",
                   "Gateway":"172.18.0.1","MacAddress":"02:42:ac:12:00:02","Aliases":["db"],"DNSNames":["web","db","c1"]}}}}
                """));
    assertThat(container.terminal()).isTrue();
    assertThat(container.state().pid()).isEqualTo(4711);
    assertThat(container.state().restarts()).isEqualTo(4);
    assertThat(container.state().health()).isEqualTo(Container.Health.STARTING);
    assertThat(container.limits()).isEqualTo(new Limits(1000, -1, 500_000_000, 512, 0));
    assertThat(container.modes())
        .isEqualTo(new NamespaceModes("lesson", "container:c2", "private", "host", "", "private"));
    assertThat(container.restartPolicy())
        .isEqualTo(new RestartPolicy(RestartPolicy.Kind.UNLESS_STOPPED, 0));
    assertThat(container.mounts())
        .containsExactly(
            new Mount(Mount.Type.VOLUME, "v", "/v", true),
            new Mount(Mount.Type.BIND, "/home", "/h", false),
            new Mount(Mount.Type.OTHER, "s", "/c", false),
            new Mount(Mount.Type.TMPFS, "", "/t", true));
    assertThat(container.networks())
        .containsExactly(
            Map.entry(
                "lesson",
                new Container.Attachment(
                    "n1",
                    "172.18.0.2",
                    "fd00::2",
                    "172.18.0.1",
                    "02:42:ac:12:00:02",
                    List.of("db"),
                    List.of("web", "db", "c1"))));
  }

  @Test
  void podmansContainer() throws IOException {
    Container container =
        ContainerJson.read(
            json(
                """
                {"Id":"c1","Name":"/web","RestartCount":0,"Config":{"Image":"docker.io/library/busybox:1.37","Labels":null},
                 "State":{"Status":"stopped","Pid":0,"Healthcheck":{"Status":"unhealthy","FailingStreak":3}},
                 "HostConfig":{"NetworkMode":"pasta","RestartPolicy":{"Name":"","MaximumRetryCount":0},"PidsLimit":2048,
                   "Tmpfs":null,"Memory":0,"CgroupnsMode":"private"},
                 "Mounts":null,"NetworkSettings":{"Ports":null,"Networks":{"podman":{"NetworkID":"podman","Aliases":null}}}}
                """));
    assertThat(container.state().health()).isEqualTo(Container.Health.UNHEALTHY);
    assertThat(container.limits()).isEqualTo(new Limits(0, 0, 0, 0, 2048));
    assertThat(container.modes().network()).isEqualTo("pasta");
    assertThat(container.restartPolicy()).isEqualTo(RestartPolicy.NO);
    assertThat(container.networks().get("podman"))
        .isEqualTo(new Container.Attachment("podman", "", "", "", "", List.of(), List.of()));
    assertThat(container.mounts()).isEmpty();
  }

  @Test
  void processesComeInTheirColumns() throws IOException {
    ProcessTable table =
        TopJson.read(
            json(
                """
                {"Titles":["pid","%CPU","Command"],
                 "Processes":[["1","0.0","sh -c x"],["2","0.1","a","b  c"],["3"],null,7]}
                """));
    assertThat(table.titles()).containsExactly("PID", "%CPU", "COMMAND");
    assertThat(table.rows())
        .containsExactly(
            List.of("1", "0.0", "sh -c x"),
            List.of("2", "0.1", "a b  c"),
            List.of("3", "", ""),
            List.of("", "", ""),
            List.of("", "", ""));
    assertThat(TopJson.read(json("{\"Titles\":null,\"Processes\":[[\"1\"]]}")).rows())
        .containsExactly(List.of());
  }

  @Test
  void historyIsToldOldestFirst() throws IOException {
    List<HistoryEntry> history =
        ImageJson.history(
            json(
                """
                [{"Id":"sha256:2","Created":20,"CreatedBy":"RUN make # buildkit","Size":7,"Tags":["a:1"],
                  "Comment":"buildkit.dockerfile.v0"},
                 {"Id":"<missing>","Created":10,"CreatedBy":"ADD rootfs","Size":5,"Tags":null,"Comment":""}]
                """));
    assertThat(history)
        .containsExactly(
            new HistoryEntry("", Instant.ofEpochSecond(10), "ADD rootfs", 5, "", List.of()),
            new HistoryEntry(
                "sha256:2",
                Instant.ofEpochSecond(20),
                "RUN make # buildkit",
                7,
                "buildkit.dockerfile.v0",
                List.of("a:1")));
  }

  @Test
  void theContainerdStoreIsKnownByItsSnapshotter() throws IOException {
    JsonNode info =
        json(
            "{\"Driver\":\"overlayfs\",\"DriverStatus\":[[\"driver-type\",\"io.containerd.snapshotter.v1\"]]}");
    assertThat(
            InfoJson.read(HERE, API, builder("2"), json("{}"), info, Duration.ZERO)
                .storage()
                .store())
        .isEqualTo(EngineInfo.ImageStore.CONTAINERD);
    assertThat(InfoJson.read(HERE, API, builder("1"), json("{}"), json("{}"), Duration.ZERO))
        .satisfies(
            i -> assertThat(i.storage().store()).isEqualTo(EngineInfo.ImageStore.GRAPH_DRIVER))
        .satisfies(i -> assertThat(i.builder()).isEqualTo(EngineInfo.Builder.CLASSIC));
    assertThat(
            InfoJson.read(HERE, API, builder(""), json("{}"), json("{}"), Duration.ZERO).builder())
        .as("Docker 20.10 says nothing, and has BuildKit")
        .isEqualTo(EngineInfo.Builder.BUILDKIT);
  }

  @Test
  void anythingCanBeReadWithoutHarm() throws IOException {
    for (String odd :
        List.of(
            "{}",
            "[]",
            "null",
            "7",
            "\"text\"",
            "[[[{}]]]",
            "{\"Id\":{},\"State\":7,\"Config\":[],\"Args\":{\"a\":1},\"Created\":\"yesterday\"}",
            "{\"Id\":null,\"RepoTags\":[1,null,{}],\"RootFS\":{\"Layers\":\"x\"},\"Size\":\"big\"}",
            "{\"Created\":1e300,\"Size\":-1,\"Config\":{\"Labels\":{\"a\":[]},\"ExposedPorts\":[1]}}",
            "{\"NetworkSettings\":{\"Ports\":{\"80/tcp\":[null,7,{\"HostPort\":\"99999999999999999999\"}]}}}",
            "{\"IPAM\":{\"Config\":[7,null,{\"Subnet\":[]}]},\"Containers\":{\"a\":7},\"Labels\":{\"a\":{}}}",
            "{\"IPAM\":[],\"Containers\":[{\"SizeRw\":-5}],\"Options\":7,\"CreatedAt\":{}}",
            "{\"LayersSize\":\"much\",\"Volumes\":{\"x\":{}},\"ImageUsage\":7,\"BuildCache\":[[]]}",
            "{\"id\":{},\"status\":[],\"progressDetail\":{\"current\":-1,\"total\":\"much\"}}",
            "{\"HostConfig\":{\"Memory\":[],\"CpuQuota\":9e18,\"RestartPolicy\":7,\"Tmpfs\":[1]},\"Mounts\":7}",
            "{\"NetworkSettings\":{\"Networks\":{\"n\":null,\"m\":[]}},\"State\":{\"Health\":[]}}",
            "{\"Manifests\":{\"x\":{\"Size\":{\"Total\":\"much\"}}},\"DriverStatus\":[7,[],[{}]]}")) {
      JsonNode node = json(odd);
      assertThat(ContainerJson.read(node).status()).isEqualTo(Container.Status.UNKNOWN);
      assertThat(ContainerJson.read(node).mounts()).isEmpty();
      assertThat(TopJson.read(node).titles()).isEmpty();
      assertThat(ImageJson.read(node).summary().tags()).isEmpty();
      assertThat(ImageJson.row(node).layers()).isEmpty();
      assertThat(ImageJson.history(node)).hasSizeLessThanOrEqualTo(node.size());
      assertThat(InfoJson.read(HERE, API, builder(odd), node, node, Duration.ZERO).api())
          .isEqualTo(API);
      assertThat(NetworkJson.read(node).subnets()).isEmpty();
      assertThat(VolumeJson.read(node).labels()).isEmpty();
      assertThat(DiskUsageJson.read(node).total()).isZero();
      assertThat(new PullLayers("x").read(node).total()).isZero();
      assertThat(Errors.inStream(node)).isEmpty();
    }
  }

  @Test
  void recordedEvents() {
    List<EngineEvent> events =
        BuildAnswers.recorded("events-oom-kill").stream().map(l -> Events.read("", l)).toList();
    assertThat(events).extracting(EngineEvent::action).contains("create", "start", "oom", "die");
    assertThat(events).allMatch(e -> e.timeNanos() > 1_600_000_000_000_000_000L);
    assertThat(events).allMatch(e -> !e.action().contains(":"));
    assertThat(Events.read("", "{\"Type\":\"container\",\"Action\":\"exec_start: sh -c x:y\"}"))
        .isEqualTo(new EngineEvent("container", "exec_start", "sh -c x:y", "", Map.of(), 0));
    assertThatExceptionOfType(EngineException.class).isThrownBy(() -> Events.read("", "{"));
  }

  @Test
  void linesAreCutAtTheirBound() throws IOException {
    String text = "one\r\n\n  \ntwo\n" + "x".repeat(1000) + "\nlast";
    Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 10);
    assertThat(lines.next()).isEqualTo("one\r");
    assertThat(lines.next()).isEqualTo("two");
    assertThat(lines.next()).isEqualTo("x".repeat(10));
    assertThat(lines.next()).isEqualTo("last");
    assertThat(lines.next()).isNull();
  }

  private static UnaryOperator<String> builder(String version) {
    return header -> header.equals("Builder-Version") ? version : "";
  }

  private static JsonNode json(String text) throws IOException {
    return Json.parse(text);
  }
}
