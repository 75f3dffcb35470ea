// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The image of an archive, in whichever shape it was saved: by Docker up to 24, by Docker since 25, by containerd's
/// store, or by a builder as a plain OCI layout.
///
/// @param blobs where each layer's bytes lie, beside `layers`; null where they do not
record SavedImage(
    List<String> names,
    String platform,
    List<Layer> layers,
    List<ArchiveIndex.@Nullable File> blobs) {

  /// What the two kinds of manifest say.
  ///
  /// @param files names in the archive, lowest layer first
  /// @param oci the OCI manifest of the same image; missing when there is none
  private record Plan(List<String> names, String config, List<String> files, JsonNode oci) {}

  static SavedImage read(Spool spool, Bounds bounds) throws IOException {
    ArchiveIndex index = new ArchiveIndex(spool.slice(0, spool.size()), bounds);
    Documents documents = new Documents(spool, index, bounds);
    JsonNode manifest = documents.read("manifest.json").path(0);
    Plan plan = manifest.isObject() ? docker(manifest, documents) : oci(documents);
    JsonNode config = documents.read(plan.config());
    List<String> diffIds = texts(config.path("rootfs").path("diff_ids"));
    if (!config.isObject() || diffIds.size() != plan.files().size()) {
      throw ArchiveException.badManifest(plan.config(), "rootfs.diff_ids");
    }
    if (diffIds.size() > bounds.layers()) {
      throw ArchiveException.tooMuch(plan.config());
    }
    List<String> steps = steps(config.path("history"), diffIds.size());
    List<Layer> layers = new ArrayList<>();
    List<ArchiveIndex.@Nullable File> blobs = new ArrayList<>();
    for (int i = 0; i < diffIds.size(); i++) {
      ArchiveIndex.Found found = index.find(plan.files().get(i));
      ArchiveIndex.File file = found instanceof ArchiveIndex.File f ? f : null;
      Packing packing =
          file == null ? Packing.PLAIN : Unpacking.packing(spool.slice(file.offset(), file.size()));
      JsonNode descriptor = plan.oci().path("layers").path(i);
      List<String> urls = urls(descriptor, manifest.path("LayerSources").path(diffIds.get(i)));
      layers.add(
          new Layer(
              i,
              diffIds.get(i),
              digest(plan.files().get(i), packing, diffIds.get(i)),
              packing,
              file == null ? Math.max(0, descriptor.path("size").asLong()) : file.size(),
              steps.get(i),
              presence(found, urls)));
      blobs.add(file);
    }
    return new SavedImage(plan.names(), ImageIndex.platform(config), List.copyOf(layers), blobs);
  }

  /// `docker save`'s own list; an index beside it says more of the layers.
  private static Plan docker(JsonNode manifest, Documents documents) throws IOException {
    String config = manifest.path("Config").asText();
    JsonNode oci = MissingNode.getInstance();
    for (ImageIndex.Manifest m : ImageIndex.manifests(documents)) {
      if (configFile(m).equals(config)) {
        oci = m.document();
      }
    }
    return new Plan(texts(manifest.path("RepoTags")), config, texts(manifest.path("Layers")), oci);
  }

  private static Plan oci(Documents documents) throws IOException {
    List<ImageIndex.Manifest> manifests = ImageIndex.manifests(documents);
    ImageIndex.Manifest chosen = null;
    for (ImageIndex.Manifest m : manifests) {
      boolean here = m.platform().startsWith("linux/" + processor());
      if (chosen == null || (here && !chosen.platform().startsWith("linux/" + processor()))) {
        chosen = m;
      }
    }
    if (chosen == null) {
      throw ArchiveException.noImage();
    }
    List<String> files = new ArrayList<>();
    for (JsonNode layer : chosen.document().path("layers")) {
      files.add(Documents.blob(layer.path("digest").asText()));
    }
    List<String> names = chosen.name().isEmpty() ? List.of() : List.of(chosen.name());
    return new Plan(names, configFile(chosen), files, chosen.document());
  }

  private static String configFile(ImageIndex.Manifest manifest) {
    return Documents.blob(manifest.document().path("config").path("digest").asText());
  }

  private static String processor() {
    String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      default -> name;
    };
  }

  private static Layer.Presence presence(ArchiveIndex.@Nullable Found found, List<String> urls) {
    return switch (found) {
      case ArchiveIndex.File _ -> new Layer.Present();
      case null ->
          urls.isEmpty() ? new Layer.Missing(Layer.Reason.NOT_IN_ARCHIVE) : new Layer.Foreign(urls);
      case ArchiveIndex.Link _ -> new Layer.Missing(Layer.Reason.BROKEN_LINK);
      case ArchiveIndex.Other _ -> new Layer.Missing(Layer.Reason.NO_FILE);
    };
  }

  private static List<String> urls(JsonNode descriptor, JsonNode source) {
    List<String> urls = texts(descriptor.path("urls"));
    return urls.isEmpty() ? texts(source.path("urls")) : urls;
  }

  /// From the blob's name; what was saved unpacked has the digest of the unpacked tar.
  private static String digest(String file, Packing packing, String diffId) {
    String[] parts = file.split("/", -1);
    if (parts.length == 3 && parts[0].equals("blobs")) {
      return parts[1] + ":" + parts[2];
    }
    return packing == Packing.PLAIN ? diffId : "";
  }

  /// What made each layer, when the history tells of as many layers as there are.
  private static List<String> steps(JsonNode history, int layers) {
    List<String> steps = new ArrayList<>();
    for (JsonNode entry : history) {
      if (!entry.path("empty_layer").asBoolean()) {
        steps.add(entry.path("created_by").asText());
      }
    }
    return steps.size() == layers ? steps : Collections.nCopies(layers, "");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(n -> texts.add(n.asText()));
    return texts;
  }
}
