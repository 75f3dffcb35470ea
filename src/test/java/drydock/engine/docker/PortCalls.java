// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildRequest;
import drydock.engine.ContainerEngine;
import drydock.engine.ContainerSpec;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.ExecSpec;
import drydock.engine.Limits;
import drydock.engine.NetworkSpec;
import drydock.engine.Ownership;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import drydock.messages.Problems;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Every call of the port once, and an engine that answers each of their requests.
final class PortCalls {
  private static final Ownership OURS = Ownership.PLAIN;
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final ContainerSpec SPEC =
      ContainerSpec.of("i:1", OURS).name("c1").command("true").publish("80", 0).build();
  private static final BuildRequest BUILD =
      new BuildRequest(
          out -> out.write(new byte[3_000_000]),
          "Dockerfile",
          List.of("i:1"),
          null,
          Map.of(),
          false,
          OURS);

  /// Those that return or throw, by name.
  static final Map<String, Consumer<ContainerEngine>> BLOCKING = new LinkedHashMap<>();

  /// Those that start a stream, by name.
  static final Map<String, BiFunction<ContainerEngine, Told, Subscription>> STREAMS =
      new LinkedHashMap<>();

  static {
    BLOCKING.put("list images", e -> e.images().list());
    BLOCKING.put("inspect image", e -> e.images().inspect("i:1"));
    BLOCKING.put("history", e -> e.images().history("i:1"));
    BLOCKING.put("tag", e -> e.images().tag("i:1", "i:2"));
    BLOCKING.put("remove image", e -> e.images().remove("i:1"));
    BLOCKING.put("save", e -> e.images().save(List.of("i:1"), OutputStream.nullOutputStream()));
    BLOCKING.put("list containers", e -> e.containers().list());
    BLOCKING.put("inspect container", e -> e.containers().inspect("c1"));
    BLOCKING.put("create", e -> e.containers().create(SPEC));
    BLOCKING.put("start", e -> e.containers().start("c1"));
    BLOCKING.put("run", e -> e.containers().run(SPEC));
    BLOCKING.put("stop", e -> e.containers().stop("c1", GRACE));
    BLOCKING.put("kill", e -> e.containers().kill("c1", "SIGKILL"));
    BLOCKING.put("pause", e -> e.containers().pause("c1"));
    BLOCKING.put("unpause", e -> e.containers().unpause("c1"));
    BLOCKING.put("restart", e -> e.containers().restart("c1", GRACE));
    BLOCKING.put("update", e -> e.containers().update("c1", Limits.memory(1 << 26)));
    BLOCKING.put("remove container", e -> e.containers().remove("c1"));
    BLOCKING.put("wait", e -> e.containers().waitFor("c1", GRACE));
    BLOCKING.put("execute", e -> e.containers().execute("c1", List.of("true"), GRACE));
    BLOCKING.put("top", e -> e.containers().top("c1", ""));
    BLOCKING.put("changes", e -> e.containers().changes("c1"));
    BLOCKING.put(
        "get archive",
        e -> e.containers().getArchive("c1", "/etc", OutputStream.nullOutputStream()));
    BLOCKING.put(
        "put archive", e -> e.containers().putArchive("c1", "/tmp", o -> o.write(new byte[1024])));
    BLOCKING.put("list networks", e -> e.networks().list());
    BLOCKING.put("inspect network", e -> e.networks().inspect("n1"));
    BLOCKING.put("create network", e -> e.networks().create(NetworkSpec.of("n1", OURS)));
    BLOCKING.put("connect", e -> e.networks().connect("n1", "c1", List.of("alias")));
    BLOCKING.put("disconnect", e -> e.networks().disconnect("n1", "c1"));
    BLOCKING.put("remove network", e -> e.networks().remove("n1"));
    BLOCKING.put("list volumes", e -> e.volumes().list());
    BLOCKING.put("inspect volume", e -> e.volumes().inspect("v1"));
    BLOCKING.put("create volume", e -> e.volumes().create("v2", OURS));
    BLOCKING.put("remove volume", e -> e.volumes().remove("v1"));
    BLOCKING.put("disk usage", ContainerEngine::diskUsage);
    STREAMS.put("events", (e, told) -> e.events(null, told.listener()));
    STREAMS.put("build", (e, told) -> e.build(BUILD, told.listener()));
    STREAMS.put("pull", (e, told) -> e.images().pull("i:1", told.listener()));
    STREAMS.put("log", (e, told) -> e.containers().logs("c1", true, told.listener()));
    STREAMS.put("stats", (e, told) -> e.containers().stats("c1", told.listener()));
    STREAMS.put(
        "exec", (e, told) -> e.containers().exec("c1", ExecSpec.of("true"), told.listener()));
    STREAMS.put("attach", (e, told) -> e.containers().attach("c1", told.listener()));
  }

  private PortCalls() {}

  /// Calls, and tells the sentence of the failure; null when it succeeded. Nothing but an
  /// EngineException may come.
  static @Nullable String call(ContainerEngine engine, String name) {
    try {
      Objects.requireNonNull(BLOCKING.get(name)).accept(engine);
      return null;
    } catch (EngineException e) {
      return Problems.sentence(e.problem());
    }
  }

  static Subscription open(ContainerEngine engine, String name, Told told) {
    return Objects.requireNonNull(STREAMS.get(name)).apply(engine, told);
  }

  /// A listener of any stream, and what it was told.
  static final class Told {
    private final List<@Nullable String> ends = new ArrayList<>();
    private @Nullable BuildOutcome outcome;

    <T> StreamListener<T> listener() {
      return new StreamListener<>() {
        @Override
        public void onNext(T item) {
          if (item instanceof BuildEvent.Finished(BuildOutcome how)) {
            outcome = how;
          }
        }

        @Override
        public void onEnd(@Nullable EngineException failure) {
          end(failure == null ? null : Problems.sentence(failure.problem()));
        }
      };
    }

    private synchronized void end(@Nullable String sentence) {
      ends.add(
          switch (outcome) {
            case null -> sentence;
            case BuildOutcome.Success _ -> sentence;
            case BuildOutcome.Cancelled _ -> sentence;
            case BuildOutcome.Failed failed -> failed.message();
            case BuildOutcome.Broken(EngineProblem problem) -> Problems.sentence(problem);
          });
      notifyAll();
    }

    synchronized boolean endsWithin(long millis) throws InterruptedException {
      long until = System.nanoTime() + millis * 1_000_000;
      for (long left = millis; ends.isEmpty() && left > 0; ) {
        wait(left);
        left = (until - System.nanoTime()) / 1_000_000;
      }
      return !ends.isEmpty();
    }

    synchronized int ends() {
      return ends.size();
    }

    /// What went wrong; null when nothing did.
    synchronized @Nullable String sentence() {
      return ends.getFirst();
    }
  }

  /// Answers what the calls above ask for: there are the container c1, the image i:1, the network
  /// n1 and the volume v1, all ours.
  static FakeEngine engine() {
    String container =
        "{\"Id\":\"c1\",\"Name\":\"/c1\",\"State\":{\"Status\":\"running\"},\"Config\":{\"Tty\":false,\"Labels\":%s}}"
            .formatted(labels(Ownership.Kind.CONTAINER));
    String image =
        "{\"Id\":\"sha256:1\",\"RepoTags\":[\"i:1\"],\"Config\":{\"Labels\":%s}}"
            .formatted(labels(Ownership.Kind.IMAGE));
    String network =
        "{\"Id\":\"n1\",\"Name\":\"n1\",\"Labels\":%s}".formatted(labels(Ownership.Kind.NETWORK));
    String volume = "{\"Name\":\"v1\",\"Labels\":%s}".formatted(labels(Ownership.Kind.VOLUME));
    FakeEngine fake =
        new FakeEngine()
            .on("GET /images/json", 200, "[" + image + "]")
            .on("GET /images/i:1/json", 200, image)
            .on("GET /images/sha256:1/json", 200, image)
            .on("GET /images/i:1/history", 200, "[{\"Id\":\"sha256:1\",\"Created\":1}]")
            .on("GET /images/get", 200, "tar")
            .on("GET /images/i:1/get", 200, "tar")
            .on("DELETE /images/i:1", 200, "[]")
            .on("DELETE /images/sha256:1", 200, "[]")
            .on("GET /containers/json", 200, "[" + container + "]")
            .on("GET /containers/c1/json", 200, container)
            .on("POST /containers/create", 201, "{\"Id\":\"c1\"}")
            .on("POST /containers/c1/wait", 200, "{\"StatusCode\":0}")
            .on("POST /containers/c1/update", 200, "{}")
            .on("GET /containers/c1/top", 200, "{\"Titles\":[\"PID\"],\"Processes\":[[\"1\"]]}")
            .on("GET /containers/c1/changes", 200, "[{\"Path\":\"/x\",\"Kind\":1}]")
            .on("/containers/c1/archive", 200, "")
            .on("GET /containers/c1/logs", 200, "")
            .on("GET /containers/c1/stats", 200, "")
            .on("POST /containers/c1/attach", 200, "")
            .on("POST /containers/c1/exec", 201, "{\"Id\":\"e1\"}")
            .on("POST /exec/e1/start", 200, "")
            .on("GET /exec/e1/json", 200, "{\"ID\":\"e1\",\"Running\":false,\"ExitCode\":0}")
            .on("GET /networks", 200, "[" + network + "]")
            .on("GET /networks/n1", 200, network)
            .on("POST /networks/create", 201, "{\"Id\":\"n1\"}")
            .on("GET /volumes", 200, "{\"Volumes\":[" + volume + "]}")
            .on("GET /volumes/v1", 200, volume)
            .on("POST /volumes/create", 201, volume)
            .on("GET /system/df", 200, "{}")
            .on("GET /events", 200, "")
            .on("POST /images/create", 200, "{\"status\":\"Pull complete\"}")
            .on("POST /build", 200, "{\"id\":\"moby.image.id\",\"aux\":{\"ID\":\"sha256:1\"}}");
    for (String action : List.of("start", "stop", "kill", "pause", "unpause", "restart")) {
      fake.on("POST /containers/c1/" + action, 204, "");
    }
    return fake.on("DELETE /containers/c1", 204, "")
        .on("POST /images/i:1/tag", 201, "")
        .on("POST /images/sha256:1/tag", 201, "")
        .on("POST /networks/n1/connect", 200, "")
        .on("POST /networks/n1/disconnect", 200, "")
        .on("DELETE /networks/n1", 204, "")
        .on("DELETE /volumes/v1", 204, "");
  }

  private static String labels(Ownership.Kind kind) {
    return Json.object(OURS.labels(kind)).toString();
  }
}
