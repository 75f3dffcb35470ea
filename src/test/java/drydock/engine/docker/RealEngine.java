// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.ContainerSpec;
import drydock.engine.HostSystem;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// What tests on a real engine share: the adapter, foreign objects made behind its back, and cleaning up after oneself.
public final class RealEngine implements AutoCloseable {
  public static final String IMAGE = "busybox:1.37";
  public static final Ownership TESTS = new Ownership("engine-tests", null, null);

  public final DockerEngine engine;
  private final List<String> containers = new ArrayList<>();
  private final List<String> images = new ArrayList<>();
  private final List<String> networks = new ArrayList<>();
  private final List<String> volumes = new ArrayList<>();

  public RealEngine() {
    engine = Objects.requireNonNull(finder(RawDocker.HOST).find().engine(), RawDocker.HOST);
  }

  public static EngineFinder finder(String dockerHost) {
    return new EngineFinder(
        Map.of("DOCKER_HOST", dockerHost), Path.of("no-such-home"), HostSystem.WINDOWS);
  }

  /// A name that no other test and no other run has; a container, network or volume of this name is
  /// removed in the end.
  public String name(String word) {
    String name = "drydock-test-" + word + "-" + UUID.randomUUID().toString().substring(0, 8);
    containers.add(name);
    networks.add(name);
    volumes.add(name);
    return name;
  }

  /// A container of ours that runs `sh -c script`.
  public String ours(String script) {
    return engine
        .containers()
        .run(ContainerSpec.of(IMAGE, TESTS).name(name("ours")).command("sh", "-c", script).build());
  }

  /// A container that runs `sh -c script`, made without Drydock.
  public String foreign(String script, boolean terminal) {
    return foreign(IMAGE, script, terminal);
  }

  public String foreign(String image, String script, boolean terminal) {
    return foreignContainer(
        "{\"Image\":\"%s\",\"Cmd\":[\"sh\",\"-c\",\"%s\"],\"Tty\":%s}"
            .formatted(image, script, terminal));
  }

  /// @param json the body of `POST /containers/create`
  String foreignContainer(String json) {
    RawDocker.Answer created = RawDocker.post("/containers/create?name=" + name("foreign"), json);
    String id = created.json().path("Id").asText();
    containers.add(id);
    RawDocker.request("POST", "/containers/" + id + "/start", null);
    return id;
  }

  /// Builds an image without Drydock, and removes it in the end; the engine's answer is returned.
  public String build(String tag, String dockerfile, Map<String, String> labels) {
    String query =
        "/build?version=2&t=%s&labels=%s"
            .formatted(
                tag, URLEncoder.encode(Json.object(labels).toString(), StandardCharsets.UTF_8));
    String answer = RawDocker.request("POST", query, tar(dockerfile)).text();
    images.add(RawDocker.get("/images/" + tag + "/json").json().path("Id").asText());
    return answer;
  }

  /// Creates a network without Drydock, and removes it in the end.
  void network(String name, Map<String, String> labels) {
    RawDocker.post("/networks/create", labelled(name, labels));
    networks.add(name);
  }

  /// Creates a volume without Drydock, and removes it in the end.
  void volume(String name, Map<String, String> labels) {
    RawDocker.post("/volumes/create", labelled(name, labels));
    volumes.add(name);
  }

  private static String labelled(String name, Map<String, String> labels) {
    return Json.object().put("Name", name).set("Labels", Json.object(labels)).toString();
  }

  void removeThings() {
    networks.forEach(n -> RawDocker.delete("/networks/" + n));
    volumes.forEach(v -> RawDocker.delete("/volumes/" + v));
  }

  private static byte[] tar(String dockerfile) {
    byte[] text = dockerfile.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      TarArchiveEntry entry = new TarArchiveEntry("Dockerfile");
      entry.setSize(text.length);
      tar.putArchiveEntry(entry);
      tar.write(text);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static void eventually(String what, BooleanSupplier condition) {
    eventually(what, condition, 20);
  }

  public static void eventually(String what, BooleanSupplier condition, int seconds) {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("never came true: " + what);
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    engine.close();
    containers.forEach(c -> RawDocker.delete("/containers/" + c + "?force=1&v=1"));
    images.forEach(i -> RawDocker.delete("/images/" + i + "?force=1"));
    removeThings();
  }
}
