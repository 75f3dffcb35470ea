// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import drydock.doctor.Report.Row;
import drydock.doctor.Report.Section;
import drydock.doctor.Report.Topic;
import drydock.engine.DiskUsage;
import drydock.engine.EngineInfo;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much room is taken, and how much is left.
final class DiskRows {
  /// In bytes: a base image, a build and its cache need about as much.
  private static final long LITTLE = 2_000_000_000L;

  private DiskRows() {}

  static Section of(Facts facts) {
    List<Row> rows = new ArrayList<>();
    EngineInfo engine = facts.engine();
    if (engine != null) {
      usage(facts.usage(), rows);
      rows.add(engineDisk(engine, facts.engineDisk()));
    }
    rows.add(free(Messages.get("doctor.disk.own"), facts.ownDisk()));
    return new Section(Topic.DISK, Messages.get("doctor.disk"), rows);
  }

  private static void usage(Usage usage, List<Row> rows) {
    switch (usage) {
      case Usage.Counted(DiskUsage bytes) -> {
        rows.add(Row.fact(Messages.get("doctor.disk.layers"), Amounts.disk(bytes.layers())));
        rows.add(
            Row.fact(Messages.get("doctor.disk.containers"), Amounts.disk(bytes.containers())));
        rows.add(Row.fact(Messages.get("doctor.disk.volumes"), Amounts.disk(bytes.volumes())));
        rows.add(Row.fact(Messages.get("doctor.disk.cache"), Amounts.disk(bytes.buildCache())));
      }
      case Usage.Uncounted(String why) ->
          rows.add(
              Row.attention(
                  Messages.get("doctor.disk.usage"), Messages.get("doctor.disk.uncounted"), why));
      case Usage.Unasked _ ->
          rows.add(
              Row.fact(Messages.get("doctor.disk.usage"), Messages.get("doctor.disk.counting")));
    }
  }

  private static Row engineDisk(EngineInfo engine, @Nullable Disk disk) {
    String label = Messages.get("doctor.disk.engine");
    if (disk != null) {
      Row row = free(label, disk);
      String folder = Messages.get("doctor.disk.engine.folder", disk.folder());
      return row.withNote((folder + " " + row.note()).strip());
    }
    return Row.fact(label, Messages.get("doctor.disk.engine.untold"))
        .withNote(
            Messages.get(
                "doctor.disk.engine.elsewhere",
                EngineRows.told(engine.storage().rootDir()),
                EngineRows.told(engine.name()),
                EngineRows.told(engine.machine().operatingSystem())));
  }

  private static Row free(String label, @Nullable Disk disk) {
    if (disk == null) {
      return Row.fact(label, Messages.get("doctor.disk.unknown"));
    }
    String value =
        Messages.get("doctor.disk.free", Amounts.disk(disk.free()), Amounts.disk(disk.total()));
    return disk.free() < LITTLE
        ? Row.attention(label, value, Messages.get("doctor.disk.little"))
        : Row.good(label, value);
  }
}
