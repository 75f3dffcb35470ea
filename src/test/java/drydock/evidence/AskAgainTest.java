// SPDX-License-Identifier: Apache-2.0
package drydock.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Evidence;
import drydock.engine.Endpoint;
import drydock.engine.Endpoint.Origin;
import drydock.engine.EngineInfo;
import drydock.engine.Samples;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskAgainTest {
  private static final Instant AT = Instant.EPOCH;
  private static final Evidence INSPECT =
      new Evidence("docker inspect web", "GET /containers/web/json", "State.Pid = 1", AT);
  private static final Evidence EXEC =
      new Evidence(
          "docker exec web uname -r",
          "POST /containers/web/exec {\"Tty\":true,\"Cmd\":[\"uname\",\"-r\"]}",
          "stdout = 6",
          AT);
  private static final Endpoint.Tls FILES =
      new Endpoint.Tls(true, "/home/it's me/ca.pem", "/c/cert.pem", "/c/key.pem");

  @Test
  void aSocketIsGivenToCurlByItsPath() {
    assertThat(sh("unix:///var/run/docker.sock", Origin.WELL_KNOWN, null, INSPECT))
        .isEqualTo(
            "curl --unix-socket /var/run/docker.sock"
                + " http://localhost/v1.51/containers/web/json");
    assertThat(sh("unix:///run/user of/my docker.sock", Origin.SETTING, null, INSPECT))
        .startsWith("curl --unix-socket '/run/user of/my docker.sock' http://localhost/");
  }

  @Test
  void aPortGetsItsUsualNumberAndTheCertificates() {
    assertThat(sh("tcp://box", Origin.DOCKER_HOST, null, INSPECT))
        .isEqualTo("curl http://box:2375/v1.51/containers/web/json");
    assertThat(sh("box:4000", Origin.DOCKER_HOST, null, INSPECT)).contains("http://box:4000/");
    assertThat(sh("tcp://[::1]:2376", Origin.CONTEXT, FILES, INSPECT))
        .isEqualTo(
            "curl --cacert '/home/it'\\''s me/ca.pem' --cert /c/cert.pem --key /c/key.pem"
                + " 'https://[::1]:2376/v1.51/containers/web/json'");
    assertThat(
            sh("tcp://box", Origin.CONTEXT, new Endpoint.Tls(false, "/c/ca.pem", "", ""), INSPECT))
        .isEqualTo("curl --insecure https://box:2376/v1.51/containers/web/json");
  }

  @Test
  void whatIsPostedIsInTheLine() {
    assertThat(sh("tcp://box", Origin.SETTING, null, EXEC))
        .contains(
            "-d '{\"Tty\":true,\"Cmd\":[\"uname\",\"-r\"]}'",
            "http://box:2375/v1.51/exec/EXEC_ID/start");
    assertThat(curl(engine("tcp://box", Origin.SETTING, null), Terminal.POWERSHELL, EXEC))
        .isEqualTo(
            "$id = ('{\"Tty\":true,\"Cmd\":[\"uname\",\"-r\"]}' | curl.exe -s -H 'Content-Type:"
                + " application/json' -d '@-' http://box:2375/v1.51/containers/web/exec |"
                + " ConvertFrom-Json).Id; '{\"Tty\":true}' | curl.exe -s -H 'Content-Type:"
                + " application/json' -d '@-' \"http://box:2375/v1.51/exec/$id/start\"");
  }

  @Test
  void whereCurlCannotGoASentenceSaysSo() {
    assertThat(why("npipe:////./pipe/docker_engine", Origin.WELL_KNOWN, null, INSPECT))
        .contains("named pipe", "docker command");
    assertThat(why("tcp://box", Origin.CONTEXT, FILES, INSPECT)).contains("certificate");
    assertThat(why("ssh://box", Origin.CONTEXT, null, INSPECT)).contains("cannot reach ssh://box");
    assertThat(why("unix:///a.tape", Origin.RECORDING, null, INSPECT)).contains("recording");
    Evidence kernel = new Evidence("docker run x", "fixed by the kernel", "stdout = 1", null);
    assertThat(why("tcp://box", Origin.SETTING, null, kernel)).contains("No request");
  }

  @Test
  void theDockerCommandIsLedToTheSameEngine() {
    assertThat(docker("unix:///var/run/docker.sock", Origin.WELL_KNOWN, null))
        .isEqualTo("docker inspect web");
    assertThat(docker("unix:///a b/docker.sock", Origin.DOCKER_HOST, null))
        .isEqualTo("docker --host 'unix:///a b/docker.sock' inspect web");
    assertThat(docker("tcp://box", Origin.CURRENT_CONTEXT, FILES)).isEqualTo("docker inspect web");
    assertThat(docker("tcp://box", Origin.CONTEXT, FILES))
        .isEqualTo("docker --context 'the name' inspect web");
    assertThat(docker("tcp://box:2376", Origin.DOCKER_HOST, FILES))
        .isEqualTo(
            "docker --host tcp://box:2376 --tlsverify --tlscacert '/home/it'\\''s me/ca.pem'"
                + " --tlscert /c/cert.pem --tlskey /c/key.pem inspect web");
  }

  private static String docker(String uri, Origin origin, Endpoint.@Nullable Tls tls) {
    return new AskAgain(engine(uri, origin, tls), Terminal.SH).docker(INSPECT);
  }

  private static String sh(
      String uri, Origin origin, Endpoint.@Nullable Tls tls, Evidence evidence) {
    return curl(engine(uri, origin, tls), Terminal.SH, evidence);
  }

  private static String curl(EngineInfo engine, Terminal terminal, Evidence evidence) {
    return switch (new AskAgain(engine, terminal).curl(evidence)) {
      case AskAgain.Line(String text) -> text;
      case AskAgain.None(String why) -> throw new AssertionError(why);
    };
  }

  private static String why(
      String uri, Origin origin, Endpoint.@Nullable Tls tls, Evidence evidence) {
    AskAgain again = new AskAgain(engine(uri, origin, tls), Terminal.POWERSHELL);
    return switch (again.curl(evidence)) {
      case AskAgain.Line(String text) -> throw new AssertionError(text);
      case AskAgain.None(String why) -> why;
    };
  }

  private static EngineInfo engine(String uri, Origin origin, Endpoint.@Nullable Tls tls) {
    return Samples.INFO.at(new Endpoint(uri, origin, "the name", tls));
  }
}
