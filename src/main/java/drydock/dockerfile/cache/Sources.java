// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import drydock.dockerfile.Base;
import drydock.dockerfile.Scopes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a step's files come from, as far as its key holds it.
final class Sources {
  private final BuildSetting setting;
  private final Scopes scopes;
  private final Map<Integer, String> ends;
  private final ContextFiles files;
  private final KeyBuilder key;
  private final String parent;

  /// @param ends the last step of each stage read so far, by the stage's index
  /// @param parent the step before
  Sources(
      BuildSetting setting,
      Scopes scopes,
      Map<Integer, String> ends,
      ContextFiles files,
      KeyBuilder key,
      String parent) {
    this.setting = setting;
    this.scopes = scopes;
    this.ends = ends;
    this.files = files;
    this.key = key;
    this.parent = parent;
  }

  Base ofCopy(String from) {
    return scopes.copySource(from);
  }

  Base ofMount(String from) {
    return scopes.mountSource(from);
  }

  /// Files of the build context: what they hold counts.
  void context(List<String> paths, List<String> excluded, @Nullable String included) {
    try {
      for (String path : paths) {
        key.count(new Selection(files, key, excluded, included).digest(path));
      }
    } catch (ContextException e) {
      key.unknown(e.told());
    } catch (IllegalArgumentException e) {
      key.unknown(new Cause.NotModelled("--exclude"));
    }
  }

  /// Files of a stage or an image that a RUN mounts. When that is the very stage it starts from,
  /// BuildKit sees one input, and looks at what it holds as for any mount (`getMountDeps` in its
  /// `ops/exec.go`).
  void mounted(Base base, String written, String path, int line) {
    if (base instanceof Base.OfStage of
        && !parent.isEmpty()
        && parent.equals(ends.get(of.stage().index()))) {
      key.parentIsArtifact();
    }
    elsewhere(base, written, List.of(path), line);
  }

  /// Files of a stage or an image.
  void elsewhere(Base base, String written, List<String> paths, int line) {
    String selector = String.join("\n", paths);
    switch (base) {
      case Base.OfStage of -> {
        String name = of.stage().displayName();
        String last = ends.get(of.stage().index());
        if (last == null) {
          key.unknown(new Cause.NotModelled("--from=" + written));
        } else {
          key.take(new Artifact.OfStage(name, last, selector));
          key.tell(new Part(Part.Kind.STAGE, name, selector, line));
        }
      }
      case Base.Image image -> image(image.reference(), selector, line);
      case Base.Scratch _ -> key.count("scratch", selector);
      case Base.Invalid _ -> key.unknown(new Cause.NotModelled("--from=" + written));
    }
  }

  private void image(String reference, String selector, int line) {
    BaseImage found = setting.images().apply(reference);
    String identity = found instanceof BaseImage.Known known ? known.identity() : null;
    key.take(new Artifact.OfImage(reference, identity, selector));
    key.tell(new Part(Part.Kind.IMAGE, reference, identity == null ? "" : identity, line));
  }

  /// What a server answers.
  void network(String address) {
    key.take(new Artifact.OfNetwork(address, ""));
  }
}
