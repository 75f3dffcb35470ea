// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import drydock.engine.EngineInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Which names an archive would give to which images, if an engine loaded it. An archive can hold
/// several lists of its images, of which an engine goes by one: no list is left out, but only that
/// one can prove which image a name stands for.
final class ImageClaims {
  /// @param id what the engine would call the image; empty when that is not certain
  record Claim(String name, String id) {}

  private static final Pattern NAME = Pattern.compile("\\w[\\w./:-]{0,400}(@sha256:[0-9a-f]{64})?");

  /// Which of two equal keys would count is anybody's guess.
  private static final JsonMapper STRICT =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final ImageArchive archive;
  private final List<Claim> manifest = new ArrayList<>();
  private final List<Claim> index = new ArrayList<>();
  private final List<Claim> repositories = new ArrayList<>();
  private final boolean layout;

  /// @throws Unfit when there is no image in it, or when its lists are broken
  ImageClaims(ImageArchive archive) throws Unfit {
    this.archive = archive;
    JsonNode images = list(ImageArchive.MANIFEST, "Config", "RepoTags");
    JsonNode descriptors =
        list(ImageArchive.INDEX, "manifests", "annotations", "digest").path("manifests");
    JsonNode names = list(ImageArchive.REPOSITORIES);
    if (images.isEmpty() && descriptors.isEmpty() && names.isEmpty()) {
      throw new Unfit(Unfit.Reason.NO_IMAGE);
    }
    images.forEach(this::addImage);
    descriptors.forEach(this::addDescriptor);
    names.properties().forEach(name -> addTags(name.getKey(), name.getValue()));
    String version = "imageLayoutVersion";
    layout = !Json.text(list(ImageArchive.LAYOUT, version), version).isEmpty();
  }

  /// All that the archive claims, when this engine is to load it.
  List<Claim> on(EngineInfo info) throws Unfit {
    List<Claim> claims = new ArrayList<>(decisive(info));
    Set<String> names = new HashSet<>();
    claims.forEach(claim -> names.add(full(claim.name())));
    for (List<Claim> list : List.of(manifest, index, repositories)) {
      for (Claim claim : list) {
        if (names.add(full(claim.name()))) {
          claims.add(new Claim(claim.name(), ""));
        }
      }
    }
    for (Claim claim : claims) {
      if (!NAME.matcher(claim.name()).matches()) {
        throw new Unfit(Unfit.Reason.BROKEN_LIST);
      }
    }
    return claims;
  }

  /// The claims of the list that the engine goes by, with the ids that it will find; none where
  /// that is not certain.
  private List<Claim> decisive(EngineInfo info) {
    if (info.podman()) {
      return List.of();
    }
    return switch (info.storage().store()) {
      case GRAPH_DRIVER -> manifest;
      case CONTAINERD -> layout ? index : List.of();
    };
  }

  /// `manifest.json`: the engine calls an image by its configuration's digest, whatever the file is
  /// called.
  private void addImage(JsonNode image) {
    String id = archive.digests().getOrDefault(Json.text(image, "Config"), "");
    Json.strings(image, "RepoTags").forEach(name -> manifest.add(new Claim(name, id)));
  }

  /// `index.json`: the containerd store calls an image by the digest of what the index names.
  private void addDescriptor(JsonNode descriptor) {
    JsonNode annotations = descriptor.path("annotations");
    String full = Json.text(annotations, "io.containerd.image.name");
    String name =
        full.isEmpty() ? Json.text(annotations, "org.opencontainers.image.ref.name") : full;
    if (!name.isEmpty()) {
      index.add(new Claim(name, Json.text(descriptor, "digest")));
    }
  }

  private void addTags(String repository, JsonNode tags) {
    tags.properties().forEach(t -> repositories.add(new Claim(repository + ":" + t.getKey(), "")));
  }

  /// One name in one spelling, with what Docker takes for granted.
  private static String full(String name) {
    return Names.tagged(name).replaceFirst("^docker\\.io/", "").replaceFirst("^library/", "");
  }

  private JsonNode list(String path, String... keys) throws Unfit {
    byte[] content = archive.lists().getOrDefault(path, new byte[] {'{', '}'});
    try {
      JsonNode list = STRICT.readTree(content);
      checkKeys(list, Set.of(keys));
      return list;
    } catch (IOException e) {
      throw new Unfit(Unfit.Reason.BROKEN_LIST);
    }
  }

  /// The engine's reader takes no notice of a key's case.
  private static void checkKeys(JsonNode list, Set<String> keys) throws Unfit {
    for (var property : list.properties()) {
      String key = property.getKey();
      if (!keys.contains(key) && keys.stream().anyMatch(key::equalsIgnoreCase)) {
        throw new Unfit(Unfit.Reason.BROKEN_LIST);
      }
    }
    for (JsonNode child : list) {
      checkKeys(child, keys);
    }
  }
}
