// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A digest of texts that cannot run into each other. Ours alone: the builder's own digests are
/// made of other bytes, only that two are equal means the same here and there.
final class Digest {
  /// Half of SHA-256 is enough to tell steps apart, and keeps files small.
  private static final int BYTES = 16;

  private final MessageDigest sha;

  Digest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static String of(String... texts) {
    Digest digest = new Digest();
    for (String text : texts) {
      digest.add(text);
    }
    return digest.hex();
  }

  Digest add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha.update(bytes);
    return this;
  }

  /// Ends it.
  String hex() {
    return HexFormat.of().formatHex(sha.digest(), 0, BYTES);
  }
}
