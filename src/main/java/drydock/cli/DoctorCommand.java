// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.engine.ContainerEngine;
import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineInfo;
import drydock.engine.HostSystem;
import drydock.engine.docker.EngineFinder;
import drydock.messages.Messages;
import drydock.messages.Problems;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `drydock doctor`: where an engine was looked for, what became of it, and what the engine that answered is like.
@Command(
    name = "doctor",
    description =
        "Shows which container engine Drydock finds. Exits with 0 only when it can use one.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final EngineFinder finder;

  @Option(names = "--json", description = "Writes JSON instead of text.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  DoctorCommand(EngineFinder finder) {
    this.finder = finder;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    EngineFinder.Found found = finder.find();
    try (ContainerEngine engine = found.engine()) {
      EngineInfo info = engine == null ? null : engine.info();
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(json(found.attempts(), info));
      } else {
        text(found.attempts(), info).forEach(out::println);
      }
      return info == null ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }
  }

  private static String json(List<EndpointAttempt> attempts, @Nullable EngineInfo info)
      throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("usable", info != null);
    root.set("engine", mapper.valueToTree(info));
    ArrayNode list = root.putArray("attempts");
    for (EndpointAttempt attempt : attempts) {
      list.addObject()
          .put("uri", attempt.endpoint().uri())
          .put("origin", attempt.endpoint().origin().name())
          .put("name", attempt.endpoint().name())
          .put("result", attempt.result().name())
          .put("detail", attempt.detail())
          .put("remedy", Problems.remedy(attempt.result(), HostSystem.current()));
    }
    root.put("advice", info == null ? Problems.advice(attempts, HostSystem.current()) : "");
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static List<String> text(List<EndpointAttempt> attempts, @Nullable EngineInfo info) {
    List<String> lines = new ArrayList<>();
    lines.add(Messages.get("doctor.tried"));
    lines.addAll(Columns.aligned(attempts.stream().map(DoctorCommand::row).toList()));
    lines.add("");
    if (info == null) {
      lines.add(
          Messages.get(
              "engine.problem.unreachable", Problems.advice(attempts, HostSystem.current())));
      return lines;
    }
    lines.add(Messages.get("doctor.engine"));
    lines.addAll(Columns.aligned(engine(info)));
    lines.add("");
    passedOver(attempts).map(attempt -> instead(attempt, info.endpoint())).ifPresent(lines::add);
    lines.add(Messages.get("doctor.usable"));
    return lines;
  }

  private static List<String> row(EndpointAttempt attempt) {
    String words = Problems.words(attempt.result());
    return List.of(
        attempt.endpoint().name(),
        attempt.endpoint().uri(),
        attempt.detail().isEmpty()
            ? words
            : Messages.get("doctor.attempt.detail", words, attempt.detail()));
  }

  private static List<List<String>> engine(EngineInfo info) {
    String memory = "%.1f".formatted(info.machine().memoryBytes() / (double) (1 << 30));
    return List.of(
        List.of(Messages.get("doctor.engine.version"), info.version()),
        List.of(
            Messages.get("doctor.engine.api"),
            Messages.get(
                "doctor.engine.api.range",
                info.api().negotiated(),
                info.api().oldest(),
                info.api().newest())),
        List.of(
            Messages.get("doctor.engine.system"),
            info.machine().operatingSystem()
                + ", "
                + info.machine().osType()
                + "/"
                + info.machine().architecture()),
        List.of(Messages.get("doctor.engine.kernel"), info.machine().kernelVersion()),
        List.of(
            Messages.get("doctor.engine.machine"),
            Messages.get(
                "doctor.engine.machine.size",
                info.machine().cpus(),
                info.machine().cpus(),
                memory)),
        List.of(
            Messages.get("doctor.engine.store"),
            switch (info.storage().store()) {
              case GRAPH_DRIVER -> info.storage().driver();
              case CONTAINERD -> "containerd, " + info.storage().driver();
            }),
        List.of(Messages.get("doctor.engine.cgroup"), info.cgroups().version()),
        List.of(
            Messages.get("doctor.engine.builder"),
            switch (info.builder()) {
              case BUILDKIT -> "BuildKit";
              case CLASSIC -> "classic";
            }));
  }

  /// What the person named, and the docker command would use, but does not serve.
  private static Optional<EndpointAttempt> passedOver(List<EndpointAttempt> attempts) {
    return attempts.stream()
        .findFirst()
        .filter(a -> a.result() != Result.ANSWERED)
        .filter(a -> a.endpoint().origin() != Endpoint.Origin.WELL_KNOWN);
  }

  private static String instead(EndpointAttempt attempt, Endpoint used) {
    return Messages.get(
        "doctor.instead",
        Problems.named(attempt),
        Problems.words(attempt.result()),
        used.uri(),
        Problems.remedy(attempt.result(), HostSystem.current()));
  }
}
