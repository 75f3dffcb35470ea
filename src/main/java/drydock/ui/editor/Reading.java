// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Dockerfile;
import drydock.ui.kit.Background;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Reads a Dockerfile when its text comes to rest, in the background and once for all who need it:
/// colours, findings, whatever else follows from the text.
final class Reading {
  /// For so long no key is pressed before a text is looked at.
  static final Duration PAUSE = Duration.ofMillis(200);

  /// @param revision of the file when it was read; what is offset in the text holds as long as it
  ///   is the file's still
  record Read(Dockerfile dockerfile, long revision) {}

  private final OpenFile file;
  private final Background background;
  private final ReadOnlyObjectWrapper<Read> latest =
      new ReadOnlyObjectWrapper<>(new Read(Dockerfile.parse(""), 0));
  private Runnable cancel = () -> {};

  Reading(OpenFile file, Background background) {
    this.file = file;
    this.background = background;
    file.document()
        .plainChanges()
        .subscribe(
            change -> {
              if (!change.isIdentity()) {
                soon();
              }
            });
    file.loaded().addListener(_ -> now());
  }

  /// What was read last.
  ReadOnlyObjectProperty<Read> latest() {
    return latest.getReadOnlyProperty();
  }

  /// Whether that is what the file holds at this moment.
  boolean isCurrent() {
    return latest.get().revision() == file.revision();
  }

  private void soon() {
    cancel.run();
    cancel = background.after(PAUSE, this::now);
  }

  /// Reads without waiting for the text to rest. What is outdated when it has been read is dropped.
  void now() {
    cancel.run();
    String text = file.text();
    long revision = file.revision();
    background.call(
        () -> new Read(Dockerfile.parse(text), revision),
        read -> {
          if (file.revision() == revision) {
            latest.set(read);
          }
        },
        e -> {
          throw new IllegalStateException("a Dockerfile that cannot be read", e);
        });
  }
}
