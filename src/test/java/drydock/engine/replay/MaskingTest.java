// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {
  private static String masked(String field, String text) {
    ObjectNode node = new ObjectMapper().createObjectNode().put(field, text);
    return Masking.of(node).path(field).asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "env~PATH=/usr/bin:/bin~PATH=/usr/bin:/bin",
        "env~PYTHON_VERSION=3.13.1~PYTHON_VERSION=3.13.1",
        "env~LC_ALL=C.UTF-8~LC_ALL=C.UTF-8",
        "env~X_CONF=abc def~X_CONF=•••",
        "env~DB_PASSWORD=x~DB_PASSWORD=•••",
        "env~EMPTY=~EMPTY=",
        "env~odd.name=x~odd.name=•••",
        "createdBy~ENV PATH=/app:/bin TOKEN=abc~ENV PATH=/app:/bin TOKEN=•••",
        "createdBy~/bin/sh -c #(nop)  ENV A=\"b c\" HOME=/x~/bin/sh -c #(nop)  ENV A=••• HOME=/x",
        "createdBy~ENV KEY some value~ENV KEY •••",
        "createdBy~ARG USER_PIN=1234~ARG USER_PIN=•••",
        "createdBy~RUN |2 A=1 B=two /bin/sh -c make X=3 # buildkit"
            + "~RUN |2 A=••• B=••• /bin/sh -c make X=3 # buildkit",
        "name~RUN pip install flask==3.1~RUN pip install flask==3.1",
        "name~COPY --chown=app:app . .~COPY --chown=app:app . .",
        "stdout~uid=0(root)~uid=•••",
        "stdout~lower case text~lower case text",
        "message~see https://bob:hunter2@host/x~see https://bob:•••@host/x",
        "message~curl -H 'Authorization: Bearer abcdefghijkl.xyz'"
            + "~curl -H 'Authorization: Bearer •••'",
        "message~mysql --password=hunter2 -u root~mysql --password=••• -u root",
        "message~API_KEY: qwertz~API_KEY: •••",
        "message~ghp_0123456789abcdefghijABCDEFGHIJ~ghp_•••",
        "message~AKIAIOSFODNN7EXAMPLE1~AKIA•••",
        "labels~password=visible~password=visible",
        "imageId~sha256:0123456789abcdef0123456789abcdef~sha256:0123456789abcdef0123456789abcdef"
      })
  void masks(String field, String text, String expected) {
    assertThat(masked(field, text)).isEqualTo(expected);
  }

  @Test
  void aContainersVariablesAreMaskedToo() throws IOException {
    JsonNode state =
        new ObjectMapper()
            .readTree(
                """
                {"containers": {"c1": {"env": ["PATH=/bin", "TOKEN=a\\nb=c", "X="], "user": "app"}}}
                """);
    assertThat(Masking.of(state).at("/containers/c1").toString())
        .isEqualTo("{\"env\":[\"PATH=/bin\",\"TOKEN=•••\",\"X=\"],\"user\":\"app\"}");
  }

  @Test
  void keysAndTokensInLongTexts() {
    String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\n-----END RSA PRIVATE KEY-----";
    assertThat(masked("detail", key)).doesNotContain("MIIE").contains("BEGIN", "END");
    String jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl";
    assertThat(masked("detail", "got " + jwt)).isEqualTo("got eyJ" + Masking.MASK);
  }

  @Test
  void aMegabyteOfAnythingIsMaskedInNoTime() {
    for (String piece : new String[] {"a", "-", "A=", "://", "passwordpassword", "eyJa.", "|1 "}) {
      long start = System.nanoTime();
      masked("stdout", piece.repeat((1 << 20) / piece.length()));
      masked("name", "RUN " + piece.repeat((1 << 20) / piece.length()));
      assertThat((System.nanoTime() - start) / 1_000_000).as(piece + " in ms").isLessThan(4_000);
    }
  }
}
