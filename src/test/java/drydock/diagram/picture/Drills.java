// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.archive.Aspect;
import drydock.archive.CoreDrill;
import drydock.archive.Entry;
import drydock.archive.Kind;
import drydock.engine.PathChange;
import java.util.EnumSet;
import java.util.List;

/// Paths drilled through layers, made by hand.
final class Drills {
  private static final List<String> STEPS =
      List.of("busybox:1.37", "COPY app /app", "RUN make /b", "RUN set-up /app", "RUN rm -r /tmp");

  private Drills() {}

  /// Copied, then changed, and seen so.
  static DrillFacts config() {
    return facts(
        drill(
            "/app/config",
            3,
            "/app/config",
            new CoreDrill.Nothing(),
            new CoreDrill.Added(file("/app/config", 12)),
            new CoreDrill.Nothing(),
            new CoreDrill.Changed(
                file("/app/config", 310), EnumSet.of(Aspect.CONTENT, Aspect.TIME)),
            new CoreDrill.Nothing()),
        null);
  }

  static DrillFacts inContainer() {
    return facts(config().drill(), new DrillFacts.Own("web", PathChange.Kind.MODIFIED, Samples.AT));
  }

  /// All that a layer can say, a link, and nothing to see in the end.
  static DrillFacts odd() {
    Entry link = new Entry("/app", Kind.SYMLINK, 0, 0777, 0, 0, Samples.AT, "/srv/app");
    return facts(
        drill(
            "/app/a-rather-long-name-of-a-file-in-a-folder-far-down/config.yaml",
            -1,
            "/srv/app/config.yaml",
            new CoreDrill.Unknown(),
            new CoreDrill.Added(file("/app/config.yaml", 12)),
            new CoreDrill.Changed(file("/app/config.yaml", 12), EnumSet.noneOf(Aspect.class)),
            new CoreDrill.Displaced(link),
            new CoreDrill.Added(file("/app/config.yaml", 9)),
            new CoreDrill.Removed(),
            new CoreDrill.Added(file("/app/config.yaml", 9)),
            new CoreDrill.RemovedWith("/app"),
            new CoreDrill.Added(file("/app/config.yaml", 9)),
            new CoreDrill.Hidden("/app"),
            new CoreDrill.Nothing(),
            new CoreDrill.Nothing()),
        null);
  }

  private static CoreDrill drill(String path, int seen, String leadsTo, CoreDrill.Said... said) {
    return new CoreDrill(path, List.of(said), seen, leadsTo);
  }

  private static DrillFacts facts(
      CoreDrill drill, DrillFacts.@org.jspecify.annotations.Nullable Own own) {
    return new DrillFacts("kiosk:dev", STEPS, drill, own, Samples.AT);
  }

  private static Entry file(String path, long size) {
    return new Entry(path, Kind.FILE, size, 0644, 0, 0, Samples.AT, "");
  }
}
