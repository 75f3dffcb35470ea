// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.ArchiveException;
import drydock.archive.Bounds;
import drydock.archive.ImageArchive;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.files.Reasons;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.ui.kit.Background;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// An image's files on their way from the engine into a file that nobody else sees, and that is gone when another image is
/// looked at. JavaFX thread; the reading itself is done elsewhere.
final class ImageReading implements AutoCloseable {
  sealed interface State {}

  /// Nobody asked for it yet, or somebody changed their mind.
  record Unread() implements State {}

  /// @param bytes that came so far
  record Running(long bytes) implements State {}

  record Ready(ImageArchive archive) implements State {}

  /// @param sentence for people
  record Failed(String sentence) implements State {}

  private static final int STEP = 256 << 10;

  private final Background background;
  private final Supplier<ContainerEngine> engine;
  private final Path scratch;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", new Unread());
  private @Nullable Transfer transfer;
  private String image = "";

  /// @param scratch folder for the file
  ImageReading(Background background, Supplier<ContainerEngine> engine, Path scratch) {
    this.background = background;
    this.engine = engine;
    this.scratch = scratch;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The image that is meant from now on; what was read of another one is forgotten.
  ///
  /// @param other null for none
  void about(Slab.@Nullable Of other) {
    String next = other == null ? "" : other.id();
    if (!next.equals(image)) {
      close();
      image = next;
    }
  }

  /// Id of the image that is meant; empty for none.
  String image() {
    return image;
  }

  /// What was read; null before.
  @Nullable ImageArchive archive() {
    return state.get() instanceof Ready ready ? ready.archive() : null;
  }

  void start() {
    if (state.get() instanceof Running || state.get() instanceof Ready) {
      return;
    }
    Transfer mine = new Transfer(background.batched(this::progress));
    transfer = mine;
    state.set(new Running(0));
    String wanted = image;
    background.call(
        () ->
            ImageArchive.read(
                out -> engine.get().images().save(List.of(wanted), mine.counting(out)),
                scratch,
                Bounds.USUAL),
        archive -> done(mine, archive),
        e -> failed(mine, e));
  }

  /// What came so far is thrown away.
  void cancel() {
    if (state.get() instanceof Running) {
      close();
    }
  }

  @Override
  public void close() {
    if (transfer != null) {
      transfer.cancelled = true;
      transfer = null;
    }
    if (state.get() instanceof Ready ready) {
      end(ready.archive());
    }
    state.set(new Unread());
  }

  private void done(Transfer which, ImageArchive archive) {
    if (which == transfer) {
      state.set(new Ready(archive));
    } else {
      end(archive);
    }
  }

  private void failed(Transfer which, Exception e) {
    if (which == transfer) {
      transfer = null;
      state.set(new Failed(sentence(e)));
    }
  }

  private void progress(List<Counted> counted) {
    Counted last = counted.getLast();
    if (last.of() == transfer && state.get() instanceof Running) {
      state.set(new Running(last.bytes()));
    }
  }

  private static void end(ImageArchive archive) {
    try {
      archive.close();
    } catch (IOException e) {
      // the file has no name any more: the system takes it back when the program ends
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// What went wrong with reading, in words.
  static String sentence(Exception e) {
    // what the engine sent was not taken: the engine's adapter only passes it on
    Exception cause = e.getCause() instanceof ArchiveException archive ? archive : e;
    return switch (cause) {
      case EngineException engineSays -> Problems.sentence(engineSays.problem());
      case ArchiveException archive -> String.valueOf(archive.getMessage());
      case IOException io -> Messages.get("files.failed", Reasons.of(io));
      default -> Messages.get("files.failed", String.valueOf(e.getMessage()));
    };
  }

  private record Counted(Transfer of, long bytes) {}

  /// One try to read it.
  private static final class Transfer {
    private final Consumer<Counted> progress;
    private volatile boolean cancelled;

    Transfer(Consumer<Counted> progress) {
      this.progress = progress;
    }

    OutputStream counting(OutputStream out) {
      return new Counting(this, out);
    }
  }

  private static final class Counting extends FilterOutputStream {
    private final Transfer transfer;
    private long bytes;
    private long told;

    Counting(Transfer transfer, OutputStream out) {
      super(out);
      this.transfer = transfer;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
      if (transfer.cancelled) {
        throw new IOException(Messages.get("files.cancelled"));
      }
      out.write(buffer, offset, length);
      bytes += length;
      if (bytes - told >= STEP) {
        told = bytes;
        transfer.progress.accept(new Counted(transfer, bytes));
      }
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }
  }
}
