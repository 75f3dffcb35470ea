// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import drydock.dockerfile.BuildPlan;
import drydock.dockerfile.Expansion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers what a step's key is made of: what counts goes into the digest, what can be told to
/// people into the parts.
final class KeyBuilder {
  private final Digest digest = new Digest();
  private final List<Part> parts = new ArrayList<>();
  private final List<Artifact> artifacts = new ArrayList<>();
  private @Nullable Cause unknown;
  private boolean apart;
  private boolean parentIsArtifact;

  /// Counts, and can be told.
  void add(Part part) {
    count(part.kind().name(), part.name(), part.value());
    tell(part);
  }

  /// Counts, but is told as part of something else.
  void count(String... texts) {
    for (String text : texts) {
      digest.add(text);
    }
  }

  /// Can be told, but what counts of it is counted otherwise.
  void tell(Part part) {
    parts.add(part);
  }

  /// What was told so far.
  List<Part> parts() {
    return List.copyOf(parts);
  }

  /// Files come from elsewhere.
  void take(Artifact artifact) {
    artifacts.add(artifact);
  }

  /// The key does not hold what lies below: `COPY --link`.
  void apart() {
    apart = true;
  }

  /// One of the artifacts is the parent as well, and counts by what it holds.
  void parentIsArtifact() {
    parentIsArtifact = true;
  }

  /// Nothing can be foretold, for this reason; the first one is told.
  void unknown(Cause cause) {
    unknown = unknown == null ? cause : unknown;
  }

  /// The text of a word, or what it is without what is not known.
  String text(Expansion word) {
    if (!word.known()) {
      unknown(new Cause.ValueUnknown(word.text()));
    }
    return word.text();
  }

  /// Ends it.
  ///
  /// @param parent the step that this one changes the result of; empty for none
  StepKey key(BuildPlan.Step step, String parent) {
    String below = parentIsArtifact ? "" : parent;
    return new StepKey(step, below, digest.hex(), parts, artifacts, apart, unknown);
  }
}
