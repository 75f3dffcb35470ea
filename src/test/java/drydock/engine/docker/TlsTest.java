// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import drydock.diagram.Evidence;
import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineEvent;
import drydock.engine.EngineTest;
import drydock.engine.RawDocker;
import drydock.engine.Subscription;
import drydock.evidence.AskAgain;
import drydock.evidence.Terminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private final FakeEngine fake = new FakeEngine();
  private TlsTerminator port;
  @TempDir Path folder;

  @BeforeEach
  void certificates() throws IOException, GeneralSecurityException {
    fake.on("/_ping", 200, "OK")
        .on("/version", 200, "{\"Version\":\"1\",\"ApiVersion\":\"1.51\",\"Os\":\"linux\"}")
        .on("/info", 200, "{\"NCPU\":2}");
    Certificates.write(folder, Certificates.CA, Certificates.CLIENT);
    port = new TlsTerminator(Certificates.server(Certificates.SERVER), fake.host());
  }

  @AfterEach
  void close() throws Exception {
    port.close();
    fake.close();
  }

  @Test
  void keysOfEveryKindOpenTheDoor() throws IOException, GeneralSecurityException {
    assertThat(probe(true).result()).as("PKCS#8").isEqualTo(Result.ANSWERED);
    Files.writeString(folder.resolve("key.pem"), Certificates.pkcs1(Certificates.CLIENT));
    assertThat(probe(true).result()).as("PKCS#1").isEqualTo(Result.ANSWERED);
    Certificates.write(folder, Certificates.CA, Certificates.CLIENT_EC);
    assertThat(probe(true).result()).as("EC").isEqualTo(Result.ANSWERED);
  }

  @Test
  void filesThatAreMissingOrOddAreNamed() throws IOException, GeneralSecurityException {
    refused("key.pem", Certificates.pkcs8(Certificates.CLIENT_EC), "is not the key of");
    refused("key.pem", Certificates.pkcs8(Certificates.STRANGER), "is not the key of");
    refused("key.pem", "nothing", "key.pem holds no private key");
    refused("key.pem", key("PRIVATE KEY", "AAAA"), "key.pem holds no private key");
    refused("key.pem", key("RSA PRIVATE KEY", "AAAA"), "key.pem holds no private key");
    refused("key.pem", key("PRIVATE KEY", "="), "key.pem cannot be read");
    refused("key.pem", key("EC PRIVATE KEY", "AAAA"), "openssl pkcs8 -topk8 -nocrypt -in \"");
    refused("key.pem", key("ENCRYPTED PRIVATE KEY", "AAAA"), "openssl pkey -in \"");
    refused(
        "key.pem",
        key("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA"),
        "is locked with a password");
    refused("key.pem", "-----BEGIN ".repeat(80_000), "key.pem holds no private key");
    refused("key.pem", "x".repeat(1 << 21), "more than 1 MB");
    refused("cert.pem", "nothing", "cert.pem holds no certificate");
    refused("ca.pem", key("CERTIFICATE", "AAAA"), "ca.pem cannot be read");
    for (String file : new String[] {"ca.pem", "cert.pem", "key.pem"}) {
      String content = Files.readString(folder.resolve(file));
      Files.delete(folder.resolve(file));
      assertThat(failed(true)).endsWith(file + " is missing");
      Files.writeString(folder.resolve(file), content);
    }
    Path notAFile = folder.resolve("ca.pem");
    Files.delete(notAFile);
    Files.createDirectory(notAFile);
    assertThat(failed(true)).contains("not a file");
  }

  @Test
  void whoeverMayNotReadTheKeyIsToldSo() throws IOException {
    Path key = folder.resolve("key.pem");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(key), "an administrator may read everything");
    assertThat(failed(true)).endsWith("key.pem may not be read by you");
  }

  @Test
  void withoutACertificateOfOursTheEngineWantsOne() throws IOException {
    Files.delete(folder.resolve("cert.pem"));
    Files.delete(folder.resolve("key.pem"));
    assertThat(failed(true)).contains("wants to know who asks").contains(folder.toString());
    assertThat(failed(false)).contains("wants to know who asks");
  }

  @Test
  void aCertificateThatTheEngineDoesNotKnowIsRefused()
      throws IOException, GeneralSecurityException {
    Certificates.write(folder, Certificates.CA, Certificates.STRANGER);
    assertThat(failed(true)).containsAnyOf("does not accept", "wants to know who asks");
  }

  @Test
  void anEngineThatNobodyVouchesForIsNotTrusted() throws Exception {
    Files.writeString(folder.resolve("ca.pem"), Certificates.certificate(Certificates.STRANGER));
    assertThat(failed(true)).contains("signed by nobody that", "ca.pem names");
    port.close();
    port = new TlsTerminator(Certificates.server(Certificates.STRANGER), fake.host());
    assertThat(probe(false).result()).as("unless told not to look").isEqualTo(Result.ANSWERED);
  }

  @Test
  void anEngineOfAnotherNameIsNotTrusted() throws Exception {
    port.close();
    port = new TlsTerminator(Certificates.server(Certificates.SERVER_ELSEWHERE), fake.host());
    assertThat(failed(true)).contains("is not for " + port.host());
    assertThat(fake.requests).as("nothing was asked of it").isEmpty();
    assertThat(probe(false).result()).as("unless told not to look").isEqualTo(Result.ANSWERED);
  }

  @Test
  void aCertificateOfThePastIsNotTrusted() throws Exception {
    port.close();
    port = new TlsTerminator(Certificates.server(Certificates.SERVER_EXPIRED), fake.host());
    assertThat(failed(true)).contains("out of date, or a clock is wrong");
  }

  @Test
  void plainHttpWhereTlsIsExpectedAndTheReverse() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> refuseAll(plain));
      String host = "tcp://127.0.0.1:" + plain.getLocalPort();
      for (boolean verify : new boolean[] {true, false}) {
        assertThat(probe(host, new Tls(folder, verify, verify)))
            .satisfies(a -> assertThat(a.result()).isEqualTo(Result.TLS_FAILED))
            .satisfies(a -> assertThat(a.detail()).contains("plain HTTP is spoken there"));
      }
    }
    fake.on("/_ping", 400, "Client sent an HTTP request to an HTTPS server.\n"); // Docker's words
    try (TlsTerminator secured = new TlsTerminator(null, fake.host())) {
      assertThat(probe(secured.host(), null))
          .satisfies(a -> assertThat(a.result()).isEqualTo(Result.TLS_FAILED))
          .satisfies(a -> assertThat(a.detail()).contains("TLS is spoken there"));
    }
  }

  /// What an HTTP server answers to a TLS greeting.
  private static void refuseAll(ServerSocket server) {
    try {
      while (true) {
        try (Socket socket = server.accept()) {
          socket.getInputStream().read(new byte[4096]);
          socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  @Test
  void aSilentPortIsNoLongerWaitedForThanOthers() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      for (boolean verify : new boolean[] {true, false}) {
        long start = System.nanoTime();
        String host = "tcp://127.0.0.1:" + mute.getLocalPort();
        assertThat(probe(host, new Tls(folder, verify, verify)).result())
            .isEqualTo(Result.TIMED_OUT);
        assertThat(System.nanoTime() - start).isLessThan(8_000_000_000L);
      }
    }
  }

  @Test
  @EngineTest
  void aRealEngineIsUsedThroughTls() throws Exception {
    try (RealEngine real = new RealEngine();
        TlsTerminator far =
            new TlsTerminator(Certificates.server(Certificates.SERVER), RawDocker.HOST)) {
      for (boolean verify : new boolean[] {true, false}) {
        Candidate candidate = candidate(far.host(), new Tls(folder, verify, verify));
        Collected<String> events = new Collected<>();
        try (DockerEngine engine = Objects.requireNonNull(Probe.of(candidate).engine())) {
          assertThat(engine.info().id()).isEqualTo(real.engine.info().id());
          // Docker keeps no order among images of the same second
          assertThat(engine.images().list())
              .containsExactlyInAnyOrderElementsOf(real.engine.images().list());
          Instant since = engine.clock();
          try (Subscription _ =
              engine.events(since, events.<EngineEvent>as(e -> e.id() + " " + e.action() + "\n"))) {
            String id = real.foreign("true", false);
            events.await(id + " start", id + " die");
          }
        }
      }
    }
  }

  /// The lines that people copy speak TLS with the same files.
  @EngineTest
  @Test
  void theLinesToCopyOpenTheDoorToo() throws Exception {
    try (TlsTerminator door =
        new TlsTerminator(Certificates.server(Certificates.SERVER), RawDocker.HOST)) {
      for (boolean verify : List.of(true, false)) {
        try (DockerEngine engine =
            Objects.requireNonNull(
                Probe.of(candidate(door.host(), new Tls(folder, verify, verify))).engine())) {
          AskAgain again = new AskAgain(engine.info(), Terminal.SH);
          Evidence version = new Evidence("docker version", "GET /version", "", null);
          String told = "\"Version\":\"" + engine.info().version() + "\"";
          assertThat(again.curl(version)).isInstanceOf(AskAgain.Line.class);
          if (again.curl(version) instanceof AskAgain.Line(String curl)) {
            assertThat(output(curl)).contains(told);
          }
          assertThat(output(again.docker(version) + " --format '{{json .Server}}'")).contains(told);
        }
      }
    }
  }

  private static String output(String line) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line).redirectErrorStream(true);
    builder.environment().remove("DOCKER_HOST");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  private void refused(String file, String content, String why) throws IOException {
    Path path = folder.resolve(file);
    String before = Files.readString(path);
    Files.writeString(path, content);
    assertThat(failed(true)).contains(why).hasSizeLessThan(400);
    Files.writeString(path, before);
  }

  private static String key(String label, String content) {
    return "-----BEGIN " + label + "-----\n" + content + "\n-----END " + label + "-----\n";
  }

  private String failed(boolean verify) {
    EndpointAttempt attempt = probe(verify);
    assertThat(attempt.result()).as(attempt.detail()).isEqualTo(Result.TLS_FAILED);
    return attempt.detail();
  }

  private EndpointAttempt probe(boolean verify) {
    return probe(port.host(), new Tls(folder, verify, verify));
  }

  private static EndpointAttempt probe(String host, @Nullable Tls tls) {
    Probe.Outcome outcome = Probe.of(candidate(host, tls));
    if (outcome.engine() != null) {
      outcome.engine().close();
    }
    return outcome.attempt();
  }

  private static Candidate candidate(String host, @Nullable Tls tls) {
    return new Candidate(new Endpoint(host, Endpoint.Origin.DOCKER_HOST, "test"), tls, null);
  }
}
