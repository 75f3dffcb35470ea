// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.engine.Container;
import drydock.engine.Endpoint;
import drydock.engine.EngineInfo;
import drydock.engine.HostSystem;
import drydock.engine.Stats;
import drydock.observe.InnerKernel;
import drydock.observe.StackReader;
import drydock.observe.ThisComputer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Engines and computers as they tell of themselves, with containers.
public final class Stackings {
  public static final ThisComputer MAC =
      new ThisComputer(HostSystem.MACOS, "macOS", "15.1", "aarch64", 10, false);
  public static final ThisComputer LINUX =
      new ThisComputer(HostSystem.LINUX, "Linux", "6.12.48+deb13-amd64", "amd64", 8, false);
  public static final ThisComputer RENTED =
      new ThisComputer(HostSystem.LINUX, "Linux", "6.12.48+deb13-amd64", "amd64", 2, true);
  public static final ThisComputer WINDOWS =
      new ThisComputer(HostSystem.WINDOWS, "Windows 11", "10.0", "amd64", 12, false);

  public static final EngineInfo DESKTOP =
      engine(
          "unix:///Users/me/.docker/run/docker.sock",
          "docker-desktop",
          "Docker Desktop",
          "6.10.14-linuxkit",
          List.of("name=seccomp,profile=unconfined", "name=cgroupns"));
  public static final EngineInfo NATIVE =
      engine(
          "unix:///var/run/docker.sock",
          "dock",
          "Debian GNU/Linux 13 (trixie)",
          "6.12.48+deb13-amd64",
          List.of("name=seccomp,profile=builtin"));
  public static final EngineInfo ROOTLESS =
      engine(
          "unix:///run/user/1000/docker.sock",
          "dock",
          "Debian GNU/Linux 13 (trixie)",
          "6.12.48+deb13-amd64",
          List.of("name=seccomp,profile=builtin", "name=rootless", "name=cgroupns"));
  public static final EngineInfo REMOTE =
      engine("ssh://dock.example", "dock", "Ubuntu 24.04.1 LTS", "6.8.0-45-generic", List.of());
  public static final EngineInfo PODMAN =
      podman(
          engine(
              "npipe:////./pipe/podman-machine-default",
              "localhost.localdomain",
              "fedora",
              "6.6.87.2-microsoft-standard-WSL2",
              List.of()));

  /// A forwarded socket, or a virtual machine of no known product.
  public static final EngineInfo NAMELESS =
      engine("unix:///Users/me/some.sock", "box", "Alpine Linux v3.21", "6.6.1-0-virt", List.of());

  private static final Instant AT = Samples.AT;
  private static final long MIB = 1L << 20;

  private Stackings() {}

  /// Three on Docker Desktop: one of ours, one of the person's own, one that was started again.
  static StackFacts desktop() {
    Container web = container("kiosk-web", 0, 310, true, null);
    Container db = container("db", 1, 350, false, null);
    Container again = container("kiosk-api", 2, 7_200_000, true, AT);
    Map<String, InnerKernel> kernels = new HashMap<>();
    kernels.put(web.id(), read("6.10.14-linuxkit"));
    kernels.put(db.id(), new InnerKernel(InnerKernel.Outcome.NOT_OURS, "", AT));
    kernels.put(again.id(), read("6.10.14-linuxkit"));
    return new StackFacts(
        DESKTOP,
        MAC,
        List.of(web, db, again),
        new StackReader.Reading(
            kernels, Map.of(web.id(), stats(21 * MIB), db.id(), stats(132 * MIB))),
        AT);
  }

  static StackFacts of(EngineInfo engine, ThisComputer computer, int apps) {
    List<Container> all = new ArrayList<>();
    Map<String, InnerKernel> kernels = new HashMap<>();
    Map<String, Stats> stats = new HashMap<>();
    for (int i = 0; i < apps; i++) {
      Container app = container("app-" + (i + 1), i, 280 + 13L * i, true, null);
      all.add(app);
      kernels.put(app.id(), read(engine.machine().kernelVersion()));
      stats.put(app.id(), stats((i % 5 + 1) * MIB));
    }
    return new StackFacts(engine, computer, all, new StackReader.Reading(kernels, stats), AT);
  }

  /// One in a sandbox, one without uname, one with a wild name, one that nobody asked yet.
  static StackFacts odd() {
    Container sandboxed = container("sandboxed", 0, 900, true, null);
    Container bare = container("<bare>&\"'", 1, 200, true, null);
    Container fresh = container("a-rather-long-container-name-of-somebody", 2, 95_000, true, null);
    return new StackFacts(
        NAMELESS,
        MAC,
        List.of(sandboxed, bare, fresh),
        new StackReader.Reading(
            Map.of(
                sandboxed.id(),
                read("4.4.0"),
                bare.id(),
                new InnerKernel(InnerKernel.Outcome.NO_COMMAND, "", AT)),
            Map.of()),
        AT);
  }

  static InnerKernel read(String release) {
    return new InnerKernel(InnerKernel.Outcome.READ, release, AT);
  }

  private static Stats stats(long bytes) {
    OptionalLong none = OptionalLong.empty();
    return new Stats(
        AT,
        null,
        new Stats.Memory(bytes, 0, 8_000 * MIB, none, none),
        none,
        none,
        Map.of(),
        none,
        none,
        2);
  }

  /// @param millis from its creation to its start
  static Container container(
      String name, int age, long millis, boolean ours, @Nullable Instant finished) {
    Instant created = AT.plusSeconds(age);
    Container plain =
        drydock.engine.Samples.container(
            "id-" + name,
            name,
            "busybox:1.37",
            "sha256:b",
            Container.Status.RUNNING,
            0,
            created,
            ours);
    return new Container(
        plain.id(),
        plain.name(),
        plain.image(),
        plain.imageId(),
        plain.command(),
        plain.env(),
        plain.user(),
        created,
        new Container.State(
            Container.Status.RUNNING,
            0,
            false,
            "",
            4711,
            Container.Health.NONE,
            0,
            created.plus(Duration.ofMillis(millis)),
            finished),
        plain.terminal(),
        plain.labels(),
        plain.ports(),
        plain.networks(),
        plain.mounts(),
        plain.limits(),
        plain.modes(),
        plain.restartPolicy());
  }

  public static EngineInfo engine(
      String uri, String name, String system, String kernel, List<String> options) {
    EngineInfo usual = drydock.engine.Samples.INFO;
    return new EngineInfo(
        new Endpoint(uri, Endpoint.Origin.CURRENT_CONTEXT, "default"),
        usual.id(),
        name,
        usual.version(),
        usual.product(),
        false,
        usual.api(),
        new EngineInfo.Machine("linux", "aarch64", system, kernel, 4, 8_217_034_752L),
        usual.storage(),
        usual.cgroups(),
        usual.builder(),
        options,
        usual.warnings(),
        usual.clockSkew());
  }

  private static EngineInfo podman(EngineInfo usual) {
    return new EngineInfo(
        usual.endpoint(),
        usual.id(),
        usual.name(),
        "5.3.1",
        "Podman Engine",
        true,
        usual.api(),
        usual.machine(),
        usual.storage(),
        usual.cgroups(),
        usual.builder(),
        usual.securityOptions(),
        usual.warnings(),
        usual.clockSkew());
  }
}
