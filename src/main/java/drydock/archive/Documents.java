// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The JSON files of a saved image.
final class Documents {
  private static final int DEEPEST = 64;
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEEPEST)
                      .maxNumberLength(100)
                      .build())
              .build());

  private final Spool spool;
  private final ArchiveIndex index;
  private final Bounds bounds;

  Documents(Spool spool, ArchiveIndex index, Bounds bounds) {
    this.spool = spool;
    this.index = index;
    this.bounds = bounds;
  }

  /// A missing node when there is no such file.
  JsonNode read(String name) throws IOException {
    if (!(index.find(name) instanceof ArchiveIndex.File file)) {
      return MissingNode.getInstance();
    }
    if (file.size() > bounds.document()) {
      throw ArchiveException.tooMuch(name);
    }
    try {
      byte[] bytes = spool.slice(file.offset(), file.size()).readAllBytes();
      return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw ArchiveException.badManifest(name, e.getOriginalMessage());
    }
  }

  /// Where the OCI layout keeps what has this digest; empty for what is no digest.
  static String blob(String digest) {
    return digest.toLowerCase(Locale.ROOT).matches("[a-z0-9]{1,32}:[0-9a-f]{16,256}")
        ? "blobs/" + digest.replace(':', '/')
        : "";
  }
}
