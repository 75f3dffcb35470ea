// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.List;

/// How a step's key is put together from what it does and the identities of what it is done to.
final class Identity {
  /// Of an empty file system.
  static final String NOTHING = "scratch";

  private Identity() {}

  /// The key without files from elsewhere.
  static String base(StepKey step, String parent) {
    return Digest.of(step.operation(), step.apart() ? "" : parent);
  }

  /// @param artifacts identities of what files are taken from, in their order
  static String key(String base, List<String> artifacts) {
    return artifacts.isEmpty() ? base : Digest.of(base, String.join(" ", artifacts));
  }

  /// What is taken of a stage or an image.
  static String selected(String identity, Artifact artifact) {
    return Digest.of(identity, artifact.selector());
  }

  /// The result that steps behind this one build on: of `COPY --link` the parent's files and the
  /// copied ones, merged.
  static String result(StepKey step, String parent, String identity) {
    return step.apart() ? Digest.of("merge", parent, identity) : identity;
  }
}
