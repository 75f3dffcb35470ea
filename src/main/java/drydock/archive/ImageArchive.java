// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A saved image. Taken in once, into a nameless file; a layer's files are listed when they are first asked for, and
/// kept. Its methods take as long as reading takes and may be called from any thread, one after the other; what they
/// return does not change and may be read anywhere, also when the archive is closed. An interrupt ends the call with an
/// `InterruptedIOException`, and [#close] ends whatever reads with an [ArchiveException].
public final class ImageArchive implements AutoCloseable {
  /// Where an archive comes from: `out -> engine.images().save(List.of(reference), out)`.
  public interface Source {
    /// Writes all of it; what comes of an exception is no archive.
    void writeTo(OutputStream out) throws IOException;
  }

  private final Spool spool;
  private final Bounds bounds;
  private final SavedImage image;
  private final PathTable paths;
  private final List<@Nullable LayerFiles> files;
  private int entries;

  private ImageArchive(Spool spool, Bounds bounds) throws IOException {
    this.spool = spool;
    this.bounds = bounds;
    image = SavedImage.read(spool, bounds);
    paths = new PathTable(bounds);
    files = new ArrayList<>();
    image.layers().forEach(_ -> files.add(null));
  }

  /// Takes in an archive, and finds its image and the image's layers. Of an archive of several images the first one is
  /// read; of an image for several platforms the one that the archive itself prefers, else this computer's, else the first.
  ///
  /// @param source called once, in this thread
  /// @param folder for the file, which is gone when the archive is closed or the program ends; made when it is not there
  /// @throws ArchiveException when it is no saved image, or beyond the bounds
  /// @throws IOException the source's own, or the disk's
  public static ImageArchive read(Source source, Path folder, Bounds bounds) throws IOException {
    Spool spool = new Spool(source, folder, bounds);
    try {
      spool = unpacked(spool, folder, bounds);
      return new ImageArchive(spool, bounds);
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  /// `docker save | gzip` is common.
  private static Spool unpacked(Spool spool, Path folder, Bounds bounds) throws IOException {
    Packing packing = Unpacking.packing(spool.slice(0, spool.size()));
    if (packing == Packing.PLAIN) {
      return spool;
    }
    try (spool;
        InputStream in =
            Unpacking.open(
                packing,
                spool.slice(0, spool.size()),
                spool.size(),
                bounds,
                ArchiveException.whole())) {
      return new Spool(in::transferTo, folder, bounds);
    }
  }

  /// The tags that it was saved with; may be none.
  public List<String> names() {
    return image.names();
  }

  /// "linux/amd64"; empty when the image does not say.
  public String platform() {
    return image.platform();
  }

  /// Lowest first.
  public List<Layer> layers() {
    return image.layers();
  }

  /// Bytes of the archive.
  public long size() {
    return spool.size();
  }

  /// What a layer's headers say. Read on the first call only.
  ///
  /// @throws ArchiveException when the layer is not there, or no tar to its end
  public synchronized LayerFiles files(int layer) throws IOException {
    LayerFiles known = files.get(layer);
    if (known != null) {
      return known;
    }
    try (InputStream in = open(layer)) {
      LayerColumns columns = new LayerColumns(paths, bounds, bounds.entries() - entries);
      columns.read(new TarReader(in, bounds, what(layer)));
      LayerFiles read = new LayerFiles(paths.view(), columns);
      entries += read.size();
      files.set(layer, read);
      return read;
    }
  }

  /// The files that are seen after a layer, and what it does to those below. Reads that layer and all below it; those
  /// that are not in the archive are passed over.
  public FileTree tree(int layer) throws IOException {
    return new FileTree(new Comparison(views(layer), layer), Filter.ALL);
  }

  /// What each layer says of one path.
  public CoreDrill drill(String path) throws IOException {
    return new Drill(views(layers().size() - 1), path).of(path);
  }

  /// Which bytes nobody sees, largest case first. Reads contents where headers do not tell enough.
  public List<Waste> waste() throws IOException {
    return new WasteFinder(views(layers().size() - 1), this::open, bounds).find();
  }

  /// Writes the content that a layer has for a path. Another name of a file has the file's content; a symbolic link has
  /// none.
  ///
  /// @param most so many bytes are enough
  public void copy(int layer, String path, OutputStream out, long most) throws IOException {
    LayerFiles found = files(layer);
    int entry = Contents.holder(found, path);
    try (InputStream in = open(layer)) {
      in.skipNBytes(found.offset(entry));
      Contents.transfer(in, Math.min(found.size(entry), most), out, what(layer));
    }
  }

  private Views views(int layer) throws IOException {
    List<@Nullable LayerFiles> below = new ArrayList<>();
    for (int i = 0; i <= layer; i++) {
      below.add(layers().get(i).present() ? files(i) : null);
    }
    synchronized (this) {
      return new Views(paths.view(), below);
    }
  }

  /// A layer's tar, unpacked.
  private InputStream open(int layer) throws IOException {
    ArchiveIndex.File blob = image.blobs().get(layer);
    if (blob == null) {
      throw ArchiveException.absent(layer);
    }
    return Unpacking.open(
        layers().get(layer).packing(),
        spool.slice(blob.offset(), blob.size()),
        blob.size(),
        bounds,
        what(layer));
  }

  private static String what(int layer) {
    return ArchiveException.layer(layer);
  }

  /// Takes the file away. Calls that are at work end.
  @Override
  public void close() throws IOException {
    spool.close();
  }
}
