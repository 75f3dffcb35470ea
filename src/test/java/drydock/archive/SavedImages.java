// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Saved images in the shapes that engines give them, made of the layers' tars.
public final class SavedImages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SavedImages() {}

  public static ImageArchive open(Path folder, byte[] archive) throws IOException {
    return ImageArchive.read(out -> out.write(archive), folder, Bounds.USUAL);
  }

  static ImageArchive open(Path folder, LayerTar... layers) throws IOException {
    return open(folder, docker25(tars(layers)));
  }

  public static List<byte[]> tars(LayerTar... layers) {
    return List.of(layers).stream().map(LayerTar::bytes).toList();
  }

  static String config(List<byte[]> layers) {
    ObjectNode config = JSON.createObjectNode().put("os", "linux").put("architecture", "amd64");
    ArrayNode diffIds = config.putObject("rootfs").put("type", "layers").putArray("diff_ids");
    ArrayNode history = config.putArray("history");
    for (int i = 0; i < layers.size(); i++) {
      diffIds.add("sha256:" + LayerTar.sha256(layers.get(i)));
      history.addObject().put("created_by", "RUN step " + i);
      history.addObject().put("created_by", "ENV x=" + i).put("empty_layer", true);
    }
    return config.toString();
  }

  static String manifest(String config, List<String> layers) {
    ArrayNode manifest = JSON.createArrayNode();
    ObjectNode image = manifest.addObject().put("Config", config);
    image.putArray("RepoTags").add("app:1");
    ArrayNode names = image.putArray("Layers");
    layers.forEach(names::add);
    return manifest.toString();
  }

  /// Docker up to 24: layers before the manifest, a layer that comes twice is a link.
  public static byte[] docker24(List<byte[]> layers) {
    LayerTar tar = new LayerTar();
    List<String> names = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      String folder = LayerTar.sha256(("v1 id " + i).getBytes(StandardCharsets.UTF_8));
      String digest = LayerTar.sha256(layers.get(i));
      tar.folder(folder).file(folder + "/VERSION", "1.0").file(folder + "/json", "{}");
      int same = digests.indexOf(digest);
      if (same < 0) {
        tar.file(folder + "/layer.tar", layers.get(i), _ -> {});
      } else {
        tar.symlink(folder + "/layer.tar", "../" + names.get(same));
      }
      names.add(folder + "/layer.tar");
      digests.add(digest);
    }
    String config = config(layers);
    String name = LayerTar.sha256(config.getBytes(StandardCharsets.UTF_8)) + ".json";
    return tar.file(name, config)
        .file("manifest.json", manifest(name, names))
        .file("repositories", "{}")
        .bytes();
  }

  /// Docker since 25 on a graph driver.
  public static byte[] docker25(List<byte[]> layers) {
    Oci oci = new Oci();
    String manifest = oci.image(layers, Packing.PLAIN);
    oci.index("index.json", List.of(Oci.descriptor(manifest, "linux", "amd64")));
    return oci.manifestJson().bytes();
  }

  /// A layout under construction.
  static final class Oci {
    final LayerTar tar = new LayerTar();
    private String config = "";
    private final List<String> files = new ArrayList<>();

    /// @return the manifest's digest
    String image(List<byte[]> layers, Packing packing) {
      files.clear();
      ArrayNode descriptors = JSON.createArrayNode();
      for (byte[] layer : layers) {
        byte[] packed = LayerTar.pack(packing, layer);
        String digest = "sha256:" + blob(packed);
        files.add("blobs/" + digest.replace(':', '/'));
        descriptors.addObject().put("digest", digest).put("size", packed.length);
      }
      String digest = blob(config(layers).getBytes(StandardCharsets.UTF_8));
      config = "blobs/sha256/" + digest;
      return manifest("sha256:" + digest, descriptors);
    }

    String manifest(String configDigest, ArrayNode descriptors) {
      ObjectNode manifest = JSON.createObjectNode().put("schemaVersion", 2);
      manifest.putObject("config").put("digest", configDigest);
      manifest.set("layers", descriptors);
      return "sha256:" + blob(manifest.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @return hexadecimal
    String blob(byte[] content) {
      String digest = LayerTar.sha256(content);
      tar.file("blobs/sha256/" + digest, content, _ -> {});
      return digest;
    }

    static ObjectNode descriptor(String digest, String os, String architecture) {
      ObjectNode descriptor = JSON.createObjectNode().put("digest", digest);
      descriptor.putObject("platform").put("os", os).put("architecture", architecture);
      return descriptor;
    }

    static String index(List<ObjectNode> descriptors) {
      ObjectNode index = JSON.createObjectNode().put("schemaVersion", 2);
      ArrayNode manifests = index.putArray("manifests");
      descriptors.forEach(manifests::add);
      return index.toString();
    }

    Oci index(String name, List<ObjectNode> descriptors) {
      tar.file("oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}").file(name, index(descriptors));
      return this;
    }

    /// As `docker save` adds it, for the image that was added last.
    LayerTar manifestJson() {
      return tar.file("manifest.json", SavedImages.manifest(config, files));
    }
  }
}
