// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// The images of an engine. A `reference` is a tag, a digest or an id.
public interface Images {
  List<ImageSummary> list();

  Image inspect(String reference);

  /// How an image came to be, oldest entry first.
  List<HistoryEntry> history(String reference);

  /// Brings an image from its registry. Ends with [EngineProblem.PullFailed] when that cannot be done.
  Subscription pull(String reference, StreamListener<PullProgress> listener);

  /// Gives an image of ours one more name, which must be free or name an image of ours.
  void tag(String reference, String name);

  /// Removes an image of ours: the tag, and the image with its last tag.
  void remove(String reference);

  /// Writes images as one tar archive, as `docker save` does; what shape it has depends on the engine's release and image
  /// store. `out` stays open. What was written when an exception comes is no archive.
  void save(List<String> references, OutputStream out);

  /// Loads what `docker save` wrote, plain or packed with gzip. Refused before anything is sent when a name in it belongs
  /// to another image that is not ours.
  ///
  /// @return the names, or for images without one the ids, that the engine says it loaded
  List<String> load(Path archive);
}
