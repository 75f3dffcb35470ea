// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import drydock.messages.Messages;
import java.io.IOException;
import java.io.Serial;

/// Why an archive, or one layer of it, cannot be read. Its message is a sentence for people.
public final class ArchiveException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  public enum Reason {
    /// No saved image: neither manifest nor index.
    NO_IMAGE,
    /// A manifest, index or configuration that says nothing usable.
    BAD_MANIFEST,
    /// A layer, or the archive itself, that is no tar, or is one no longer after some entry.
    NO_TAR,
    /// It stops in the middle.
    ENDS_EARLY,
    /// An entry with a size, a type or a name that cannot be.
    ODD_ENTRY,
    /// What is packed cannot be unpacked.
    BAD_PACKING,
    /// Beyond the [Bounds].
    TOO_LARGE,
    /// The disk would be full.
    NO_ROOM,
    /// The layer's bytes are not in the archive.
    ABSENT,
    /// No such path in the layer, or nothing that has a content.
    NO_CONTENT,
    /// It was closed in the meantime.
    CLOSED
  }

  private final Reason reason;

  private ArchiveException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /// The archive, as a sentence begins with it.
  static String whole() {
    return Messages.get("archive.whole");
  }

  /// One of its layers, as a sentence begins with it.
  static String layer(int index) {
    return Messages.get("archive.layer", Integer.toString(index + 1));
  }

  static ArchiveException noImage() {
    return new ArchiveException(Reason.NO_IMAGE, Messages.get("archive.problem.noImage"));
  }

  static ArchiveException badManifest(String file, String why) {
    return new ArchiveException(
        Reason.BAD_MANIFEST, Messages.get("archive.problem.badManifest", file, why));
  }

  /// @param what is read, as a sentence begins with it
  /// @param after its last good entry; empty when there was none
  static ArchiveException noTar(String what, String after) {
    return new ArchiveException(
        Reason.NO_TAR,
        after.isEmpty()
            ? Messages.get("archive.problem.noTar", what)
            : Messages.get("archive.problem.noTarAfter", after));
  }

  /// @param what is read, as a sentence begins with it
  /// @param after its last good entry; empty when there was none
  static ArchiveException endsEarly(String what, String after) {
    return new ArchiveException(
        Reason.ENDS_EARLY,
        after.isEmpty()
            ? Messages.get("archive.problem.endsEarly", what)
            : Messages.get("archive.problem.endsAfter", what, after));
  }

  static ArchiveException oddEntry(String entry) {
    return new ArchiveException(Reason.ODD_ENTRY, Messages.get("archive.problem.oddEntry", entry));
  }

  static ArchiveException badPacking(String why) {
    return new ArchiveException(
        Reason.BAD_PACKING, Messages.get("archive.problem.badPacking", why));
  }

  static ArchiveException noZstd() {
    return new ArchiveException(Reason.BAD_PACKING, Messages.get("archive.problem.noZstd"));
  }

  /// @param what as a sentence begins with it
  static ArchiveException tooLarge(String what) {
    return new ArchiveException(Reason.TOO_LARGE, Messages.get("archive.problem.tooLarge", what));
  }

  /// @param at the entry at which it was too much
  static ArchiveException tooMuch(String at) {
    return new ArchiveException(Reason.TOO_LARGE, Messages.get("archive.problem.tooMuch", at));
  }

  static ArchiveException noRoom() {
    return new ArchiveException(Reason.NO_ROOM, Messages.get("archive.problem.noRoom"));
  }

  static ArchiveException absent(int layer) {
    return new ArchiveException(
        Reason.ABSENT, Messages.get("archive.problem.absent", layer(layer)));
  }

  static ArchiveException noContent(String path) {
    return new ArchiveException(Reason.NO_CONTENT, Messages.get("archive.problem.noContent", path));
  }

  static ArchiveException closed() {
    return new ArchiveException(Reason.CLOSED, Messages.get("archive.problem.closed"));
  }
}
