// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.util.List;

/// One layer of a saved image.
///
/// @param index 0 is the lowest
/// @param diffId `sha256:…` of the unpacked tar, which tells layers apart in every store
/// @param digest `sha256:…` of the bytes in the archive; empty when the archive does not say
/// @param packing of what is there; PLAIN when nothing is
/// @param size bytes in the archive, as they are packed; when it is not there, what the manifest says, or 0
/// @param createdBy the history's words for the step that made it; empty when there are none
public record Layer(
    int index,
    String diffId,
    String digest,
    Packing packing,
    long size,
    String createdBy,
    Presence presence) {
  /// Whether the layer's bytes are in the archive.
  public sealed interface Presence {}

  /// They are.
  public record Present() implements Presence {}

  /// They are not, by intention: they may only be had from where they come from, as those of Windows itself.
  public record Foreign(List<String> urls) implements Presence {
    public Foreign {
      urls = List.copyOf(urls);
    }
  }

  /// They are not, although they should be.
  public record Missing(Reason reason) implements Presence {}

  public enum Reason {
    /// No such entry: the engine does not have this layer itself, or the archive was cut.
    NOT_IN_ARCHIVE,
    /// An entry that leads elsewhere, and in the end nowhere.
    BROKEN_LINK,
    /// The manifest names something that is no file.
    NO_FILE
  }

  /// Whether its files can be read.
  public boolean present() {
    return presence instanceof Present;
  }
}
