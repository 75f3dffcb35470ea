// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whose an object is: everything Drydock creates carries these labels, and nothing without them is ever changed.
///
/// @param workspace the workspace that it was made for
/// @param lesson the lesson's id
/// @param step the lesson step's id
public record Ownership(
    @Nullable String workspace, @Nullable String lesson, @Nullable String step) {
  public static final String OWNER_LABEL = "io.github.drydock.owner";
  public static final String KIND_LABEL = "io.github.drydock.kind";
  public static final String WORKSPACE_LABEL = "io.github.drydock.workspace";
  public static final String LESSON_LABEL = "io.github.drydock.lesson";
  public static final String STEP_LABEL = "io.github.drydock.step";
  public static final String OWNER = "drydock";

  /// Drydock's, and nothing more is known.
  public static final Ownership PLAIN = new Ownership(null, null, null);

  /// What was made. A container inherits the labels of its image, so without the kind one that somebody ran by hand from
  /// an image of ours would pass as ours.
  public enum Kind {
    IMAGE,
    CONTAINER,
    NETWORK,
    VOLUME;

    private String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether an object of this kind with these labels was made by Drydock.
  public static boolean isOurs(Map<String, String> labels, Kind kind) {
    return OWNER.equals(labels.get(OWNER_LABEL)) && kind.label().equals(labels.get(KIND_LABEL));
  }

  /// The labels to create an object with, owner first.
  public Map<String, String> labels(Kind kind) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(OWNER_LABEL, OWNER);
    labels.put(KIND_LABEL, kind.label());
    if (workspace != null) {
      labels.put(WORKSPACE_LABEL, workspace);
    }
    if (lesson != null) {
      labels.put(LESSON_LABEL, lesson);
    }
    if (step != null) {
      labels.put(STEP_LABEL, step);
    }
    return labels;
  }
}
