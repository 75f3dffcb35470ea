// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.engine.Container;
import drydock.engine.Limits;
import drydock.engine.Mount;
import drydock.engine.NamespaceModes;
import drydock.engine.Ownership;
import drydock.engine.RestartPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A container for tests, one fact a call. Its id is "id-NAME".
public final class Box {
  private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

  private final String name;
  private String image = "kiosk:dev";
  private String imageId = "a";
  private Container.Status status = Container.Status.RUNNING;
  private int code;
  private int restarts;
  private Container.Health health = Container.Health.NONE;
  private final List<String> env = new ArrayList<>();
  private String user = "";
  private boolean ours = true;
  private final List<Container.Port> ports = new ArrayList<>();
  private final List<Mount> mounts = new ArrayList<>();
  private final Map<String, Container.Attachment> networks = new LinkedHashMap<>();
  private Limits limits = Limits.NONE;
  private NamespaceModes modes = NamespaceModes.USUAL;
  private Instant created = T0;

  public Box(String name) {
    this.name = name;
  }

  public Box image(String reference, String id) {
    image = reference;
    imageId = id;
    return this;
  }

  public Box status(Container.Status value) {
    status = value;
    return this;
  }

  public Box exited(int exitCode) {
    code = exitCode;
    return status(Container.Status.EXITED);
  }

  public Box restarts(int times) {
    restarts = times;
    return this;
  }

  public Box health(Container.Health value) {
    health = value;
    return this;
  }

  public Box env(String... assignments) {
    env.addAll(List.of(assignments));
    return this;
  }

  public Box user(String value) {
    user = value;
    return this;
  }

  public Box foreign() {
    ours = false;
    return this;
  }

  public Box port(String containerPort) {
    ports.add(new Container.Port(containerPort, "127.0.0.1", 8080));
    return this;
  }

  public Box mount(Mount.Type type, String source, String target) {
    mounts.add(new Mount(type, source, target, false));
    return this;
  }

  public Box network(String network, String... aliases) {
    networks.put(
        network,
        new Container.Attachment("n-" + network, "", "", "", "", List.of(aliases), List.of(name)));
    return this;
  }

  public Box limits(Limits value) {
    limits = value;
    return this;
  }

  public Box modes(NamespaceModes value) {
    modes = value;
    return this;
  }

  public Box created(int second) {
    created = T0.plusSeconds(second);
    return this;
  }

  public Container make() {
    return new Container(
        "id-" + name,
        name,
        image,
        imageId,
        List.of("httpd"),
        env,
        user,
        created,
        new Container.State(
            status, code, false, "", 0, health, restarts, created, created.plusSeconds(1)),
        false,
        ours ? Ownership.PLAIN.labels(Ownership.Kind.CONTAINER) : Map.of(),
        ports,
        networks,
        mounts,
        limits,
        modes,
        RestartPolicy.NO);
  }
}
