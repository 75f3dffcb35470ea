// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import com.sun.management.OperatingSystemMXBean;
import drydock.app.Composition;
import drydock.app.Places;
import drydock.engine.HostSystem;
import drydock.engine.RawDocker;
import drydock.engine.docker.EngineFinder;
import drydock.engine.docker.Forwarder;
import drydock.lesson.pack.PackReader;
import drydock.ui.kit.Fx;
import drydock.ui.picture.PictureModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/// What the app costs when nothing happens: 20 containers run on a real engine, and each picture is
/// looked at in turn. The share of one core that this process takes, and what it asks of the engine.
final class IdleBench {
  private static final int CONTAINERS = 20;
  private static final int SECONDS = Integer.getInteger("drydock.bench.idleSeconds", 30);
  private static final int SETTLED = 15_000;
  private static final double TARGET = 0.03;
  private static final String NAME = "drydock-bench-idle-";
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private IdleBench() {}

  static void run() throws IOException, InterruptedException {
    if (EngineFinder.ofThisSystem().find().engine() == null) {
      System.out.println("left out: no engine answers");
      return;
    }
    Path folder = Files.createTempDirectory("drydock-bench");
    try (Forwarder forwarder = new Forwarder(folder)) {
      forwarder.lay();
      IntStream.range(0, CONTAINERS).forEach(IdleBench::start);
      measure(folder, forwarder);
    } finally {
      IntStream.range(0, CONTAINERS)
          .forEach(i -> RawDocker.delete("/containers/" + NAME + i + "?force=1&v=1"));
      BuildBench.delete(folder);
    }
  }

  private static void start(int i) {
    RawDocker.post(
        "/containers/create?name=" + NAME + i,
        "{\"Image\":\"busybox:1.37\",\"Cmd\":[\"sleep\",\"3600\"],\"HostConfig\":{\"Memory\":67108864,\"Init\":true}}");
    RawDocker.request("POST", "/containers/" + NAME + i + "/start", null);
  }

  private static void measure(Path folder, Forwarder forwarder) throws InterruptedException {
    EngineFinder finder =
        new EngineFinder(Map.of("DOCKER_HOST", forwarder.host()), folder, HostSystem.current());
    Stage stage = Fx.get(Stage::new);
    Composition app =
        Fx.get(
            () -> {
              Composition made =
                  new Composition(
                      stage,
                      new Places(
                          folder.resolve("settings"),
                          folder.resolve("work"),
                          folder.resolve("scratch")),
                      finder,
                      PackReader.bundled(),
                      Clock.systemUTC(),
                      _ -> {});
              made.window().show();
              return made;
            });
    for (PictureModel.Kind kind : PictureModel.Kind.values()) {
      String tab = "#picture-tab-" + kind.name().toLowerCase(Locale.ROOT);
      if (kind != PictureModel.Kind.LAYERS) { // of a lesson's image; drawn when it changes
        Fx.await(tab, 30, () -> stage.getScene().lookup(tab) != null);
        Fx.run(() -> ((ToggleButton) stage.getScene().lookup(tab)).fire());
        idle(kind.name().toLowerCase(Locale.ROOT), forwarder);
      }
    }
    Fx.run(() -> stage.setIconified(true));
    idle("minimised", forwarder);
    Fx.run(app::close);
    Fx.close(stage);
  }

  private static void idle(String what, Forwarder forwarder) throws InterruptedException {
    Thread.sleep(SETTLED);
    long requests = forwarder.requests();
    long cpu = SYSTEM.getProcessCpuTime();
    Thread.sleep(SECONDS * 1_000L);
    double share = (SYSTEM.getProcessCpuTime() - cpu) / (SECONDS * 1e9);
    System.out.printf(
        Locale.ROOT,
        "idle: %-10s in view, %d containers: %.2f %% of a core (target below %.0f: %s), %d requests"
            + " a minute%n",
        what,
        CONTAINERS,
        share * 100,
        TARGET * 100,
        share < TARGET ? "reached" : "missed",
        (forwarder.requests() - requests) * 60 / SECONDS);
  }
}
