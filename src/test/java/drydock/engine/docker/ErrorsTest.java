// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.EngineProblem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The engines' own sentences, and what becomes of them.
class ErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          409 | network with name n1 already exists
          403 | invalid pool request: Pool overlaps with other one on this address space
          403 | endpoint with name c1 already exists in network n1
          403 | error while removing network: network n1 has active endpoints (name:"c1" id:"86317e851414")
          403 | error while removing network: network n1 id a40d has active endpoints
          403 | bridge is a pre-defined network and cannot be removed
          500 | container a85a9c84f135 is not connected to network n1
          500 | container 0d6c1ccb5069 is not connected to the network nosuch
          409 | remove v1: volume is in use - [e0113de2b930]
          409 | conflict: unable to delete 1f2e (cannot be forced) - image is being used by running container 86
          """)
  void whatStandsInTheWayIsAConflict(int status, String words) {
    assertThat(refused(status, words)).isEqualTo(new EngineProblem.Conflict("testing", words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write /var/lib/docker/tmp/GetImageBlob417: no space left on device",
        "failed to register layer: Error processing tar file(exit status 1): write /big: no space"
            + " left on device",
        "mkdir /var/lib/docker/overlay2/x-init: disk quota exceeded",
        "write \\\\?\\C:\\ProgramData\\docker\\tmp\\x: There is not enough space on the disk.",
        "failed to copy: failed to send write: write /var/lib/containerd/x/data: No space left on"
            + " device: unknown"
      })
  void aFullDiskIsKnownByItsWords(String words) {
    assertThat(refused(500, words)).isEqualTo(new EngineProblem.DiskFull("testing", words));
  }

  @Test
  void ofTwoThingsTheOneThatIsMissingIsNamed() {
    assertThat(refused(404, "network Web not found"))
        .isEqualTo(new EngineProblem.NotFound("network", "Web"));
    assertThat(refused(404, "No such container: Web"))
        .isEqualTo(new EngineProblem.NotFound("container", "Web"));
    assertThat(refused(404, "no such container: web")).isInstanceOf(EngineProblem.NotFound.class);
    assertThat(refused(404, "plugin \"nodriver\" not found"))
        .isEqualTo(new EngineProblem.Failed("testing", 404, "plugin \"nodriver\" not found"));
  }

  @Test
  void othersKeepTheirStatus() {
    assertThat(refused(400, "invalid name: name is empty"))
        .isEqualTo(new EngineProblem.Failed("testing", 400, "invalid name: name is empty"));
    assertThat(refused(500, "context canceled")).isInstanceOf(EngineProblem.Failed.class);
  }

  private static EngineProblem refused(int status, String words) {
    byte[] body = Json.object().put("message", words).toString().getBytes(StandardCharsets.UTF_8);
    return Errors.refused(Call.post("testing", "/x"), status, body).problem();
  }
}
