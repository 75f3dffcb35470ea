// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.engine.Container;
import drydock.engine.EngineState;
import drydock.engine.EngineTest;
import drydock.engine.HostSystem;
import drydock.engine.ImageSummary;
import drydock.engine.Network;
import drydock.engine.RawDocker;
import drydock.engine.Samples;
import drydock.engine.StateChange;
import drydock.engine.Volume;
import drydock.engine.docker.EngineFinder;
import drydock.lesson.Box;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateCommandTest {
  private static final Instant T = Instant.parse("2026-01-02T03:04:05Z");
  private static final String ID = "0123456789abcdef";
  private static final EngineFinder NOWHERE =
      new EngineFinder(
          Map.of("DOCKER_HOST", "unix:///no/such.sock"), Path.of("none"), HostSystem.WINDOWS);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void textIsAlignedInAstableOrderAndMarksWhatIsOurs() {
    new StateText(new PrintWriter(out, true), ZoneOffset.UTC).once(state());
    assertThat(out.toString())
        .contains(
            """
            2 containers
                 ID            NAME  IMAGE    STATE         AGE  STARTED  NETWORKS  PORTS
                 0123456789ab  db    redis:8  exited (137)  5 s  5 s
              *  abcdef        web   app:1    running       5 s  5 s                127.0.0.1:8080->80/tcp
            """)
        .contains("    abc  app:1, app:latest  24 h  2.0 MB  1\n")
        .contains("    n1  bridge  bridge  172.17.0.0/16  web\n")
        .contains("1 volume\n    NAME   DRIVER  AGE\n    data?  local   5 s\n");
  }

  @Test
  void whatMayBeSecretIsMasked() {
    Container web = new Box("web").env("PATH=/bin", "TOKEN=hunter2").make();
    new StateJson(new PrintWriter(out, true)).changed(T, new StateChange.Born(web));
    assertThat(out.toString()).contains("PATH=/bin", "TOKEN=•••").doesNotContain("hunter2");
  }

  @Test
  void aLineTellsWhatChanged() {
    StateText text = new StateText(new PrintWriter(out, true), ZoneOffset.UTC);
    Container web = container("web", Container.Status.RUNNING, 0);
    Container ended = container("web", Container.Status.EXITED, 137);
    text.changed(T, new StateChange.Born(web));
    text.changed(T, new StateChange.Changed(web, ended));
    text.changed(T, new StateChange.Changed(ended, container("old", Container.Status.EXITED, 137)));
    text.changed(T, new StateChange.Gone(ended));
    text.changed(T, new StateChange.Changed(image("app:1"), image("app:2")));
    text.changed(T, new StateChange.Born(volume("data")));
    assertThat(out.toString())
        .isEqualTo(
            """
            03:04:05 + container web (0123456789ab) running
            03:04:05 ~ container web (0123456789ab) running → exited (137)
            03:04:05 ~ container old (0123456789ab) web → old
            03:04:05 - container web (0123456789ab)
            03:04:05 ~ image app:2 (abc) -app:1, +app:2
            03:04:05 + volume data local
            """);
  }

  @Test
  void jsonHasEveryFieldByIdAndIsoTimes() throws IOException {
    new StateJson(new PrintWriter(out, true)).once(state());
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.path("at").asText()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(json.at("/engine/api/negotiated").asText()).isEqualTo("1.51");
    assertThat(json.at("/engine/clockSkew").asText()).isEqualTo("PT0S");
    assertThat(json.at("/containers/" + ID + "/state/exitCode").asInt()).isEqualTo(137);
    assertThat(json.at("/containers/" + ID + "/created").asText())
        .isEqualTo("2026-01-02T03:04:00Z");
    assertThat(json.at("/volumes")).hasSize(1);
    for (var field : Container.class.getRecordComponents()) {
      assertThat(json.path("containers").path(ID).has(field.getName()))
          .as(field.getName())
          .isTrue();
    }
  }

  @Test
  void jsonChangesAreAnObjectAline() throws IOException {
    StateJson printer = new StateJson(new PrintWriter(out, true));
    Container web = container("web", Container.Status.RUNNING, 0);
    printer.found(state());
    printer.lost(T, List.of());
    printer.changed(T, new StateChange.Changed(web, web));
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(new ObjectMapper().readTree(lines.get(0)).at("/state/networks/n1/name").asText())
        .isEqualTo("bridge");
    assertThat(lines.get(1)).isEqualTo("{\"event\":\"lost\",\"at\":\"" + T + "\",\"attempts\":[]}");
    JsonNode changed = new ObjectMapper().readTree(lines.get(2));
    assertThat(changed.path("kind").asText()).isEqualTo("container");
    assertThat(changed.at("/before/id").asText()).isEqualTo(ID);
  }

  @Test
  void withoutAnEngineItSaysSo() {
    assertThat(run(NOWHERE, new PrintWriter(out, true), "state")).isEqualTo(1);
    assertThat(err.toString()).startsWith("No container engine answers.");
    assertThat(out.toString()).isEmpty();
    assertThat(run(NOWHERE, new PrintWriter(out, true), "state", "--help")).isZero();
    assertThat(out.toString()).contains("130").contains("Exit codes:");
  }

  @Test
  @EngineTest
  void theEngineItselfIsPrinted() throws IOException {
    EngineFinder finder =
        new EngineFinder(
            Map.of("DOCKER_HOST", RawDocker.HOST), Path.of("none"), HostSystem.WINDOWS);
    assertThat(run(finder, new PrintWriter(out, true), "state", "--json")).isZero();
    JsonNode networks = new ObjectMapper().readTree(out.toString()).path("networks");
    for (JsonNode network :
        RawDocker.get("/networks?filters={%22type%22:[%22builtin%22]}").json()) {
      assertThat(networks.path(network.path("Id").asText()).path("name"))
          .isEqualTo(network.path("Name"));
    }
    assertThat(networks.size()).isGreaterThanOrEqualTo(3);
  }

  @Test
  @EngineTest
  void aReaderWhoGoesAwayEndsItQuietly() {
    EngineFinder finder =
        new EngineFinder(
            Map.of("DOCKER_HOST", RawDocker.HOST), Path.of("none"), HostSystem.WINDOWS);
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    assertThat(
            run(finder, new PrintWriter(closed, true, StandardCharsets.UTF_8), "state", "--watch"))
        .isZero();
    assertThat(err.toString()).isEmpty();
  }

  private int run(EngineFinder finder, PrintWriter to, String... arguments) {
    return Cli.run(finder, to, new PrintWriter(err, true), arguments);
  }

  private static EngineState state() {
    Container web =
        Samples.container(
            "abcdef",
            "web",
            "app:1",
            "sha256:abc",
            Container.Status.RUNNING,
            0,
            T.minusSeconds(5),
            true,
            new Container.Port("80/tcp", "127.0.0.1", 8080));
    Network bridge =
        new Network(
            "n1",
            "bridge",
            "bridge",
            "local",
            false,
            T,
            List.of(new Network.Subnet("172.17.0.0/16", "172.17.0.1")),
            Map.of("abcdef", new Network.Endpoint("web", "", "", "")),
            Map.of(),
            Map.of());
    return new EngineState(
        Samples.INFO,
        Map.of("sha256:abc", image("app:1", "app:latest")),
        Map.of("abcdef", web, ID, container("db", Container.Status.EXITED, 137)),
        Map.of("n1", bridge),
        Map.of("data\u001b", volume("data\u001b")),
        T);
  }

  private static Volume volume(String name) {
    return new Volume(name, "local", "/d", "local", T.minusSeconds(5), Map.of());
  }

  private static ImageSummary image(String... tags) {
    return new ImageSummary(
        "sha256:abc",
        List.of(tags),
        List.of(),
        T.minusSeconds(24 * 3600),
        2_000_000,
        Map.of(),
        List.of("sha256:1"));
  }

  private static Container container(String name, Container.Status status, int code) {
    return Samples.container(
        ID, name, "redis:8", "sha256:abc", status, code, T.minusSeconds(5), false);
  }
}
