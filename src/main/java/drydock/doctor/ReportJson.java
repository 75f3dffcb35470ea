// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.doctor.Report.Row;
import drydock.doctor.Report.Section;
import drydock.engine.DiskUsage;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineInfo;
import drydock.messages.Problems;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A report as one JSON object. Fields are added, never renamed or removed:
///
/// - `schema` 1
/// - `usable` whether there is an engine that Drydock can use
/// - `advice` what to do when there is none, else empty
/// - `engine` null, or what the engine says of itself: `uri`, `id`, `name`, `version`, `product`, `podman`, `api` {`spoken`,
///   `oldest`, `newest`}, `machine` {`osType`, `architecture`, `operatingSystem`, `kernelVersion`, `cpus`, `memoryBytes`},
///   `storage` {`driver`, `store`, `rootDir`}, `cgroups` {`version`, `driver`, `limits`}, `builder`, `rootless`,
///   `securityOptions`, `warnings`, `clockSkewMillis` (how far its clock is ahead)
/// - `attempts` every endpoint: `uri`, `origin`, `name`, `result`, `detail`, `remedy`, `used`
/// - `disk` in bytes: `usage` null or {`layers`, `containers`, `volumes`, `buildCache`}, `own` and `engine` null or
///   {`folder`, `free`, `total`}
/// - `sections` the rows that people read: `id`, `title`, `rows` of `label`, `value`, `note`, `severity` (`fact`, `ok`,
///   `attention`, `problem`)
final class ReportJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ReportJson() {}

  static String write(Report report) {
    Facts facts = report.facts();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("schema", 1);
    root.put("usable", report.usable());
    root.put("advice", report.usable() ? "" : Problems.advice(facts.attempts(), facts.system()));
    EngineInfo engine = facts.engine();
    if (engine == null) {
      root.putNull("engine");
    } else {
      engine(engine, root.putObject("engine"));
    }
    ArrayNode attempts = root.putArray("attempts");
    facts.attempts().forEach(a -> attempt(a, facts, attempts.addObject()));
    disk(facts, root.putObject("disk"));
    ArrayNode sections = root.putArray("sections");
    report.sections().forEach(s -> section(s, sections.addObject()));
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // a tree can always be written
    }
  }

  private static void engine(EngineInfo info, ObjectNode to) {
    to.put("uri", info.endpoint().uri())
        .put("id", info.id())
        .put("name", info.name())
        .put("version", info.version())
        .put("product", info.product())
        .put("podman", info.podman());
    to.putObject("api")
        .put("spoken", info.api().negotiated().toString())
        .put("oldest", info.api().oldest().toString())
        .put("newest", info.api().newest().toString());
    to.putObject("machine")
        .put("osType", info.machine().osType())
        .put("architecture", info.machine().architecture())
        .put("operatingSystem", info.machine().operatingSystem())
        .put("kernelVersion", info.machine().kernelVersion())
        .put("cpus", info.machine().cpus())
        .put("memoryBytes", info.machine().memoryBytes());
    to.putObject("storage")
        .put("driver", info.storage().driver())
        .put("store", info.storage().store().name())
        .put("rootDir", info.storage().rootDir());
    ObjectNode cgroups = to.putObject("cgroups");
    cgroups.put("version", info.cgroups().version()).put("driver", info.cgroups().driver());
    ArrayNode limits = cgroups.putArray("limits");
    info.cgroups().limits().stream().sorted().forEach(limit -> limits.add(limit.name()));
    to.put("builder", info.builder().name()).put("rootless", info.rootless());
    to.set("securityOptions", MAPPER.valueToTree(info.securityOptions()));
    to.set("warnings", MAPPER.valueToTree(info.warnings()));
    to.put("clockSkewMillis", info.clockSkew().toMillis());
  }

  private static void attempt(EndpointAttempt attempt, Facts facts, ObjectNode to) {
    to.put("uri", attempt.endpoint().uri())
        .put("origin", attempt.endpoint().origin().name())
        .put("name", attempt.endpoint().name())
        .put("result", attempt.result().name())
        .put("detail", attempt.detail())
        .put("remedy", Problems.remedy(attempt, facts.system()))
        .put("used", EndpointRows.used(attempt, facts));
  }

  private static void disk(Facts facts, ObjectNode to) {
    if (facts.usage() instanceof Usage.Counted(DiskUsage bytes)) {
      to.putObject("usage")
          .put("layers", bytes.layers())
          .put("containers", bytes.containers())
          .put("volumes", bytes.volumes())
          .put("buildCache", bytes.buildCache());
    } else {
      to.putNull("usage");
    }
    disk("own", facts.ownDisk(), to);
    disk("engine", facts.engineDisk(), to);
  }

  private static void disk(String name, @Nullable Disk disk, ObjectNode to) {
    if (disk == null) {
      to.putNull(name);
    } else {
      to.putObject(name)
          .put("folder", disk.folder())
          .put("free", disk.free())
          .put("total", disk.total());
    }
  }

  private static void section(Section section, ObjectNode to) {
    to.put("id", section.topic().name().toLowerCase(Locale.ROOT)).put("title", section.title());
    ArrayNode rows = to.putArray("rows");
    for (Row row : section.rows()) {
      rows.addObject()
          .put("label", row.label())
          .put("value", row.value())
          .put("note", row.note())
          .put("severity", row.severity().name().toLowerCase(Locale.ROOT));
    }
  }
}
