// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

/// The colours of roles, light and dark, as "#rrggbb". The one place they stand: SVG and JavaFX
/// both ask here.
public enum Palette {
  LIGHT("#ffffff", "#1d2430", "#566171", "#9aa4b2"),
  DARK("#0d1117", "#e6edf3", "#9aa7b6", "#5b6675");

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
    return this == LIGHT ? light(role) : dark(role);
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
      case FAILED -> new Tone("#fdeaea", "#b3131f", "#a30f1b", "#c8323d");
      case BASE -> new Tone("#e9eef4", "#8698ac", "#3f5064", "#8698ac");
      case SHARED -> new Tone("#e3f1fa", "#4c97c8", "#00578c", "#0072b2");
      case ADDED -> new Tone("#ebf7f1", "#00805e", "#006248", "#2f9c7c");
      case GOAL -> new Tone("#f6f1fc", "#7b4fbf", "#6a3fb0", "#7b4fbf");
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
      case FAILED -> new Tone("#3a1519", "#f0525c", "#ff9a9f", "#f0525c");
      case BASE -> new Tone("#1c2531", "#667a91", "#b5c3d3", "#667a91");
      case SHARED -> new Tone("#0d2a40", "#3f93c9", "#8fcbf3", "#58b0e6");
      case ADDED -> new Tone("#0d2a20", "#2f9c7c", "#6fdab8", "#2f9c7c");
      case GOAL -> new Tone("#20183a", "#b79aec", "#c9b3f3", "#b79aec");
      case UNKNOWN -> new Tone("#151a21", "#6b7684", "#a5b0bd", "#4a5462");
      case FIRST -> new Tone("#0d2a40", "#3f93c9", "#8fcbf3", "#58b0e6");
      case SECOND -> new Tone("#2f2507", "#c9971c", "#f0c85c", "#c99a2a");
      case THIRD -> new Tone("#0d2a20", "#2f9c7c", "#6fdab8", "#2f9c7c");
      case FOURTH -> new Tone("#35182a", "#cc6d9c", "#f2a3c9", "#cc6d9c");
      case FIFTH -> new Tone("#0a2a2e", "#3a9aa4", "#7fd3dc", "#3a9aa4");
      case SIXTH -> new Tone("#331c10", "#d1632f", "#ffac7a", "#d1632f");
    };
  }
}
