// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Tells whether versions have the same content, by reading it; beyond the bounds by their headers.
final class Digests {
  private final Views views;
  private final Map<Integer, String> known = new HashMap<>();

  /// Goes through each layer once at most.
  Digests(Views views, BitSet versions, Contents.Layers layers, Bounds bounds) throws IOException {
    this.views = views;
    Map<Integer, List<Integer>> byLayer = new HashMap<>();
    long left = bounds.compared();
    for (int version : versions.stream().toArray()) {
      if (size(version) <= left) {
        left -= size(version);
        byLayer.computeIfAbsent(views.layerOf(version), _ -> new ArrayList<>()).add(version);
      }
    }
    for (Map.Entry<Integer, List<Integer>> layer : byLayer.entrySet()) {
      try (InputStream in = layers.open(layer.getKey())) {
        digest(in, layer.getValue(), ArchiveException.layer(layer.getKey()));
      }
    }
  }

  boolean same(int a, int b) {
    String x = known.get(a);
    String y = known.get(b);
    return (x == null || y == null) ? alike(a, b) : x.equals(y);
  }

  private boolean alike(int a, int b) {
    LayerFiles m = views.files(a);
    LayerFiles n = views.files(b);
    int i = views.entryOf(a);
    int j = views.entryOf(b);
    return m.size(i) == n.size(j)
        && m.time(i) == n.time(j)
        && views.paths().compareNames(m.node(i), n.node(j)) == 0;
  }

  private void digest(InputStream tar, List<Integer> versions, String what) throws IOException {
    versions.sort(Comparator.comparingLong(this::offset));
    MessageDigest digest = sha256();
    OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
    long at = 0;
    for (int version : versions) {
      if (offset(version) >= at) { // not so when it has holes
        tar.skipNBytes(offset(version) - at);
        Contents.transfer(tar, size(version), out, what);
        at = offset(version) + size(version);
        known.put(version, HexFormat.of().formatHex(digest.digest()));
      }
    }
  }

  private long size(int version) {
    return views.files(version).size(views.entryOf(version));
  }

  private long offset(int version) {
    return views.files(version).offset(views.entryOf(version));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
