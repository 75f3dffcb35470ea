// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A build context: what would be sent, ignored paths left out.
public interface ContextFiles {
  /// The entry of a path; null when there is none. The empty path is the context itself.
  @Nullable ContextEntry entry(String path) throws ContextException;

  /// What lies in a folder, in a fixed order.
  List<ContextEntry> children(ContextEntry folder) throws ContextException;

  /// A digest of a file's bytes.
  String digest(ContextEntry file) throws ContextException;
}
