// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

/// The colours of roles, as "#rrggbb". The one place they stand: every renderer asks here.
public enum Palette {
  LIGHT("#ffffff", "#1d2430", "#566171", "#9aa4b2"),
  DARK("#0d1117", "#e6edf3", "#9aa7b6", "#5b6675"),
  /// Black on white, for a projector in a bright room, for printing and for weak eyes: all text has
  /// a contrast of at least 7, outlines and patterns one of at least 4.5.
  CONTRAST("#ffffff", "#000000", "#2b2b2b", "#4a4a4a");

  private final String surface;
  private final String text;
  private final String muted;
  private final String line;

  Palette(String surface, String text, String muted, String line) {
    this.surface = surface;
    this.text = text;
    this.muted = muted;
    this.line = line;
  }

  /// @param fill inside of a box; all text on it has a contrast of at least 4.5
  /// @param stroke its outline
  /// @param ink text in the role's own colour
  /// @param mark the pattern in the strip
  public record Tone(String fill, String stroke, String ink, String mark) {}

  /// Behind everything.
  public String surface() {
    return surface;
  }

  /// Links between boxes.
  public String line() {
    return line;
  }

  public Tone tone(Role role) {
    return switch (this) {
      case LIGHT -> light(role);
      case DARK -> dark(role);
      case CONTRAST -> contrast(role);
    };
  }

  /// The colour of text on an element of `role`.
  public String ink(Ink ink, Role role) {
    return switch (ink) {
      case STRONG -> text;
      case MUTED -> muted;
      case ROLE -> tone(role).ink();
    };
  }

  private static Tone light(Role role) {
    return switch (role) {
      case NEUTRAL -> new Tone("#f8f9fb", "#cfd5de", "#47515f", "#cfd5de");
      case WAITING -> new Tone("#ffffff", "#a7b0bd", "#566171", "#c9cfd8");
      case RUNNING -> new Tone("#fff7df", "#b98300", "#7d5800", "#e0a82e");
      case CACHED -> new Tone("#eef5fb", "#6fa5d3", "#005f99", "#6fa5d3");
      case DONE -> new Tone("#fdefe5", "#c2410c", "#a33508", "#d9622b");
      case FAILED -> new Tone("#fdeaea", "#8c0d2b", "#8c0d2b", "#a3162f");
      case PREDICTED_REUSED -> new Tone("#f8fbfe", "#6fa5d3", "#005f99", "#8fbadd");
      case PREDICTED_RUN -> new Tone("#fef9f5", "#d06a3a", "#a33508", "#e79a74");
      case PREDICTED_OPEN -> new Tone("#faf8fd", "#9b80c9", "#6a3fb0", "#a98fd3");
      case UNUSED -> new Tone("#ffffff", "#d3d8df", "#6b7480", "#d3d8df");
      case BASE -> new Tone("#e9eef4", "#8698ac", "#3f5064", "#8698ac");
      case SHARED -> new Tone("#e3f1fa", "#4c97c8", "#00578c", "#0072b2");
      case ADDED -> new Tone("#ebf7f1", "#00805e", "#006248", "#2f9c7c");
      case GOAL -> new Tone("#f6f1fc", "#7b4fbf", "#6a3fb0", "#7b4fbf");
      case FOCUS -> new Tone("#ffffff", "#1d2430", "#1d2430", "#1d2430");
      case UNKNOWN -> new Tone("#f6f7f9", "#98a1ae", "#566171", "#b4bbc6");
      case FIRST -> new Tone("#e3f1fa", "#4c97c8", "#00578c", "#0072b2");
      case SECOND -> new Tone("#fff4d8", "#c08a00", "#765300", "#dfa52a");
      case THIRD -> new Tone("#e6f5ee", "#2b8f70", "#00593f", "#2f9c7c");
      case FOURTH -> new Tone("#fbeaf3", "#b8568a", "#8c2a5c", "#cc6d9c");
      case FIFTH -> new Tone("#e4f4f6", "#2a8791", "#0a545c", "#3a9aa4");
      case SIXTH -> new Tone("#fdefe5", "#c2571c", "#953a0b", "#d9722b");
    };
  }

  private static Tone dark(Role role) {
    return switch (role) {
      case NEUTRAL -> new Tone("#161b22", "#3a434f", "#b6c2cf", "#3a434f");
      case WAITING -> new Tone("#0d1117", "#5b6675", "#9aa7b6", "#3a434f");
      case RUNNING -> new Tone("#2b2308", "#c9971c", "#efc44f", "#b98300");
      case CACHED -> new Tone("#0f2337", "#4382bd", "#86c1f5", "#4382bd");
      case DONE -> new Tone("#331c10", "#d1632f", "#ffac7a", "#d1632f");
      case FAILED -> new Tone("#3a1519", "#ff9aa8", "#ffb0b8", "#ff9aa8");
      case PREDICTED_REUSED -> new Tone("#0d1826", "#4382bd", "#86c1f5", "#356a9c");
      case PREDICTED_RUN -> new Tone("#1f1510", "#b3562c", "#ffac7a", "#9c4a24");
      case PREDICTED_OPEN -> new Tone("#171426", "#8f78c2", "#c9b3f3", "#7560a8");
      case UNUSED -> new Tone("#0d1117", "#323a45", "#8793a1", "#323a45");
      case BASE -> new Tone("#1c2531", "#667a91", "#b5c3d3", "#667a91");
      case SHARED -> new Tone("#0d2a40", "#3f93c9", "#8fcbf3", "#58b0e6");
      case ADDED -> new Tone("#0d2a20", "#2f9c7c", "#6fdab8", "#2f9c7c");
      case GOAL -> new Tone("#20183a", "#b79aec", "#c9b3f3", "#b79aec");
      case FOCUS -> new Tone("#0d1117", "#e6edf3", "#e6edf3", "#e6edf3");
      case UNKNOWN -> new Tone("#151a21", "#6b7684", "#a5b0bd", "#4a5462");
      case FIRST -> new Tone("#0d2a40", "#3f93c9", "#8fcbf3", "#58b0e6");
      case SECOND -> new Tone("#2f2507", "#c9971c", "#f0c85c", "#c99a2a");
      case THIRD -> new Tone("#0d2a20", "#2f9c7c", "#6fdab8", "#2f9c7c");
      case FOURTH -> new Tone("#35182a", "#cc6d9c", "#f2a3c9", "#cc6d9c");
      case FIFTH -> new Tone("#0a2a2e", "#3a9aa4", "#7fd3dc", "#3a9aa4");
      case SIXTH -> new Tone("#331c10", "#d1632f", "#ffac7a", "#d1632f");
    };
  }

  private static Tone contrast(Role role) {
    return switch (role) {
      case NEUTRAL -> new Tone("#ffffff", "#4a4a4a", "#000000", "#4a4a4a");
      case WAITING -> new Tone("#ffffff", "#595959", "#2b2b2b", "#595959");
      case RUNNING -> new Tone("#ffffff", "#946200", "#634000", "#946200");
      case CACHED -> new Tone("#ffffff", "#0050c8", "#00389c", "#0050c8");
      case DONE -> new Tone("#ffffff", "#c24a00", "#8a3100", "#c24a00");
      case FAILED -> new Tone("#ffffff", "#7d0022", "#7d0022", "#7d0022");
      case PREDICTED_REUSED -> new Tone("#ffffff", "#0050c8", "#00389c", "#0050c8");
      case PREDICTED_RUN -> new Tone("#ffffff", "#c24a00", "#8a3100", "#c24a00");
      case PREDICTED_OPEN -> new Tone("#ffffff", "#6a1fc0", "#52159a", "#6a1fc0");
      case UNUSED -> new Tone("#ffffff", "#6b6b6b", "#3c3c3c", "#6b6b6b");
      case BASE -> new Tone("#ffffff", "#44566c", "#2c3a4a", "#44566c");
      case SHARED -> new Tone("#ffffff", "#00649e", "#004a75", "#00649e");
      case ADDED -> new Tone("#ffffff", "#00704a", "#005236", "#00704a");
      case GOAL -> new Tone("#ffffff", "#6a1fc0", "#52159a", "#6a1fc0");
      case FOCUS -> new Tone("#ffffff", "#000000", "#000000", "#000000");
      case UNKNOWN -> new Tone("#ffffff", "#6b6b6b", "#3c3c3c", "#6b6b6b");
      case FIRST -> new Tone("#ffffff", "#00649e", "#004a75", "#00649e");
      case SECOND -> new Tone("#ffffff", "#8a5c00", "#634000", "#8a5c00");
      case THIRD -> new Tone("#ffffff", "#00704a", "#005236", "#00704a");
      case FOURTH -> new Tone("#ffffff", "#a02a6b", "#7a1c50", "#a02a6b");
      case FIFTH -> new Tone("#ffffff", "#0b5f68", "#08474e", "#0b5f68");
      case SIXTH -> new Tone("#ffffff", "#b04500", "#8a3100", "#b04500");
    };
  }
}
