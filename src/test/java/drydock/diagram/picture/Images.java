// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import drydock.archive.Aspect;
import drydock.archive.PackageManager;
import drydock.archive.Waste;
import drydock.engine.Container;
import drydock.engine.EngineInfo;
import drydock.engine.HistoryEntry;
import drydock.engine.Image;
import drydock.engine.ImageSummary;
import drydock.engine.PathChange;
import drydock.observe.ContainerLayer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Images to draw: the same shapes as real ones, made by hand.
public final class Images {
  private static final java.time.Instant AT = Samples.AT;

  private Images() {}

  public static LayersFacts kioskLayers(EngineInfo.ImageStore store) {
    List<ImageSummary> images =
        List.of(
            image("sha256:k", 5, "kiosk:dev"),
            image("sha256:p", 2, "python:3.13-slim"),
            image("sha256:d", 1, "debian:13-slim"),
            sibling("sha256:o", "notes:1"),
            sibling("sha256:q", "shop:2"),
            sibling("sha256:r", "blog:7"));
    List<HistoryEntry> history =
        List.of(
            row("# debian.sh --arch 'amd64' out/ 'trixie' '@1755475200'", 78_600_000),
            row("ENV PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin", 0),
            row("RUN /bin/sh -c set -eux; apt-get update; make -j install # buildkit", 41_200_000),
            row("CMD [\"python3\"]", 0),
            row("WORKDIR /app", 0),
            row("COPY . . # buildkit", 12_400),
            row("RUN /bin/sh -c pip install -r requirements.txt # buildkit", 13_900_000),
            row("EXPOSE map[5000/tcp:{}]", 0),
            row("ENV NAME=", 0),
            row("ENTRYPOINT [\"python\" \"app.py\"]", 0));
    return new LayersFacts(
        new LayersFacts.Shown(
            "kiosk:dev", new Image(images.getFirst(), "linux", "amd64", config()), history),
        images,
        store,
        AT);
  }

  /// With what containers of it wrote: one nothing, one a little, one much, one that cannot be told, one not asked yet.
  public static LayersFacts withContainers(EngineInfo.ImageStore store) {
    PathChange folder = new PathChange("/tmp", PathChange.Kind.MODIFIED);
    PathChange file = new PathChange("/tmp/session", PathChange.Kind.ADDED);
    return kioskLayers(store)
        .with(
            List.of(
                own("web", wrote(4_096, folder, file)),
                own("web2", wrote(0)),
                own("busy-with-uploads", wrote(21_000_000, folder, file, file)),
                own("old", untold("The engine does not tell.")),
                own("fresh", null)),
            2);
  }

  private static LayersFacts.Own own(String name, @Nullable ContainerLayer layer) {
    return new LayersFacts.Own(
        drydock.engine.Samples.container(
            "c0ffee0000" + name,
            name,
            "kiosk:dev",
            "sha256:k",
            Container.Status.RUNNING,
            0,
            AT,
            true),
        layer);
  }

  private static ContainerLayer wrote(long bytes, PathChange... changes) {
    return new ContainerLayer(List.of(changes), OptionalLong.of(bytes), "", AT);
  }

  private static ContainerLayer untold(String why) {
    return new ContainerLayer(List.of(), OptionalLong.empty(), why, AT);
  }

  /// Two that go apart above python, and the image that they stand on.
  static LayersFacts compared() {
    LayersFacts kiosk = kioskLayers(EngineInfo.ImageStore.GRAPH_DRIVER);
    List<HistoryEntry> base = kiosk.shown().history().subList(0, 4);
    List<HistoryEntry> notes = new ArrayList<>(base);
    notes.add(row("COPY notes /notes # buildkit", 3_400_000));
    return kiosk
        .comparedWith(
            List.of(
                shown(sibling("sha256:o", "notes:1"), notes),
                shown(image("sha256:p", 2, "python:3.13-slim"), base)))
        .with(withContainers(EngineInfo.ImageStore.GRAPH_DRIVER).containers().subList(0, 2), 0);
  }

  /// As its files tell once they were read: one case of each kind, and more than are told.
  static LayersFacts wasteful() {
    List<Waste> cases =
        List.of(
            new Waste.Removed(files(3, 4, "/app/big.bin", 5_000_000), false),
            new Waste.Cache(files(1, 4, "/var/lib/apt/lists/a", 4_000_000), PackageManager.APT),
            new Waste.Retouched(
                new Waste.Files(4, 4, "/srv/pages", 300, List.of(), 3_000_000),
                EnumSet.of(Aspect.OWNER, Aspect.MODE)),
            new Waste.Moved(files(3, 4, "/app/data", 2_000_000), "/data"),
            new Waste.Overwritten(files(2, 3, "/app/config", 900)),
            new Waste.Removed(files(2, 4, "/app/tmp", 800), true));
    return kioskLayers(EngineInfo.ImageStore.GRAPH_DRIVER).withWaste(cases);
  }

  static LayersFacts thrifty() {
    return kioskLayers(EngineInfo.ImageStore.GRAPH_DRIVER).withWaste(List.of());
  }

  private static Waste.Files files(int lower, int upper, String path, long bytes) {
    return new Waste.Files(
        lower, upper, path.substring(0, path.lastIndexOf('/')), 1, List.of(path), bytes);
  }

  private static LayersFacts.Shown shown(ImageSummary image, List<HistoryEntry> history) {
    return new LayersFacts.Shown(
        image.name(), new Image(image, "linux", "amd64", config()), history);
  }

  /// Nothing in common, and one whose history says nothing.
  static LayersFacts strangers() {
    ImageSummary other =
        new ImageSummary(
            "sha256:z", List.of("scratch:1"), List.of(), AT, 0, Map.of(), List.of("sha256:zz"));
    return kioskLayers(EngineInfo.ImageStore.CONTAINERD)
        .comparedWith(
            List.of(
                shown(other, List.of(row("COPY app /app # buildkit", 900))), noHistory().shown()));
  }

  static LayersFacts busybox() {
    ImageSummary image = image("sha256:b", 1, "busybox:1.37");
    List<ImageSummary> images = List.of(image, image("sha256:c", 3, "hello:1"));
    return new LayersFacts(
        new LayersFacts.Shown(
            "busybox:1.37",
            new Image(image, "linux", "amd64", config()),
            List.of(row("BusyBox 1.37.0 (glibc), Debian 13", 4_430_000))),
        images,
        EngineInfo.ImageStore.GRAPH_DRIVER,
        AT);
  }

  /// As images come that were imported, not built: their rows say nothing.
  static LayersFacts wordlessBase() {
    ImageSummary image = image("sha256:w", 2, "kiosk:dev");
    return new LayersFacts(
        new LayersFacts.Shown(
            "kiosk:dev",
            new Image(image, "linux", "amd64", config()),
            List.of(row("", 4_430_000), row("", 300))),
        List.of(image, image("sha256:b", 1, "busybox:1.37")),
        EngineInfo.ImageStore.GRAPH_DRIVER,
        AT);
  }

  static LayersFacts mismatch() {
    ImageSummary image = image("sha256:m", 3, "odd:1");
    return new LayersFacts(
        new LayersFacts.Shown(
            "odd:1",
            new Image(image, "linux", "amd64", config()),
            List.of(
                row("squashed by hand", 4_000_000),
                row("CMD [\"sh\"]", 0),
                row("COPY a /a # buildkit", 900))),
        List.of(image),
        EngineInfo.ImageStore.GRAPH_DRIVER,
        AT);
  }

  static LayersFacts noHistory() {
    ImageSummary image = image("sha256:n", 2, "bare:1");
    return new LayersFacts(
        new LayersFacts.Shown("bare:1", new Image(image, "linux", "amd64", config()), List.of()),
        List.of(image),
        EngineInfo.ImageStore.GRAPH_DRIVER,
        AT);
  }

  static HistoryEntry row(String createdBy, long bytes) {
    return new HistoryEntry("<missing>", AT, createdBy, bytes, "buildkit.dockerfile.v0", List.of());
  }

  /// Stands on python as well, and goes on in its own way.
  static ImageSummary sibling(String id, String tag) {
    List<String> layers = new ArrayList<>(image(id, 2, tag).layers());
    layers.add("sha256:" + tag);
    return new ImageSummary(id, List.of(tag), List.of(), AT, 0, Map.of(), layers);
  }

  static ImageSummary image(String id, int layers, String tag) {
    List<String> diffIds =
        IntStream.range(0, layers)
            .mapToObj(i -> "sha256:" + (char) ('a' + i) + "0".repeat(63))
            .toList();
    return new ImageSummary(id, List.of(tag), List.of(), AT, 0, Map.of(), diffIds);
  }

  private static Image.Config config() {
    return new Image.Config(List.of(), List.of(), List.of(), "", "", List.of(), Map.of());
  }
}
