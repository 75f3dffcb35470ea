// SPDX-License-Identifier: Apache-2.0
package drydock.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is remembered from start to start. Immutable; figures are brought into their bounds.
///
/// @param dividers positions (0 to 1) of the dividers of each split pane, by the pane's id
/// @param collapsed ids of the panes that are folded away
/// @param fontSize of the editor, in pixels
/// @param zoom how large everything is shown, in percent
/// @param lesson the lesson that was open, as "pack/lesson"
/// @param workspaces the folder that workspaces are made in; null: the usual place
/// @param engine the URI of the engine that the person chose; null: Docker decides
/// @param closedHints ids of the hints that the person has read and closed for good
public record Settings(
    Appearance appearance,
    Window window,
    Map<String, List<Double>> dividers,
    Set<String> collapsed,
    int fontSize,
    int zoom,
    @Nullable String lesson,
    @Nullable Path workspaces,
    @Nullable String engine,
    Set<String> closedHints) {
  public static final int MIN_FONT_SIZE = 8;
  public static final int MAX_FONT_SIZE = 40;
  public static final int DEFAULT_FONT_SIZE = 13;
  public static final int MIN_ZOOM = 100;
  public static final int MAX_ZOOM = 200;

  public static final Settings DEFAULT =
      new Settings(
          Appearance.LIGHT,
          new Window(1280, 720, false),
          Map.of(),
          Set.of(),
          DEFAULT_FONT_SIZE,
          MIN_ZOOM,
          null,
          null,
          null,
          Set.of());

  public Settings {
    Map<String, List<Double>> positions = new TreeMap<>();
    dividers.forEach((pane, list) -> positions.put(pane, List.copyOf(list)));
    dividers = Map.copyOf(positions);
    collapsed = Set.copyOf(collapsed);
    closedHints = Set.copyOf(closedHints);
    fontSize = Math.clamp(fontSize, MIN_FONT_SIZE, MAX_FONT_SIZE);
    zoom = Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM);
  }

  public enum Appearance {
    LIGHT,
    DARK
  }

  /// Sizes in pixels, decorations included.
  public record Window(double width, double height, boolean maximized) {
    public Window {
      width = bounded(width, 640, 1280);
      height = bounded(height, 480, 720);
    }

    private static double bounded(double value, double least, double otherwise) {
      return Double.isFinite(value) ? Math.clamp(value, least, 16_000) : otherwise;
    }
  }

  public Settings withAppearance(Appearance value) {
    return new Settings(
        value,
        window,
        dividers,
        collapsed,
        fontSize,
        zoom,
        lesson,
        workspaces,
        engine,
        closedHints);
  }

  public Settings withWindow(Window value) {
    return new Settings(
        appearance,
        value,
        dividers,
        collapsed,
        fontSize,
        zoom,
        lesson,
        workspaces,
        engine,
        closedHints);
  }

  public Settings withDividers(Map<String, List<Double>> value) {
    return new Settings(
        appearance,
        window,
        value,
        collapsed,
        fontSize,
        zoom,
        lesson,
        workspaces,
        engine,
        closedHints);
  }

  public Settings withCollapsed(Set<String> value) {
    return new Settings(
        appearance,
        window,
        dividers,
        value,
        fontSize,
        zoom,
        lesson,
        workspaces,
        engine,
        closedHints);
  }

  public Settings withFontSize(int value) {
    return new Settings(
        appearance,
        window,
        dividers,
        collapsed,
        value,
        zoom,
        lesson,
        workspaces,
        engine,
        closedHints);
  }

  public Settings withZoom(int value) {
    return new Settings(
        appearance,
        window,
        dividers,
        collapsed,
        fontSize,
        value,
        lesson,
        workspaces,
        engine,
        closedHints);
  }

  public Settings withLesson(@Nullable String value) {
    return new Settings(
        appearance,
        window,
        dividers,
        collapsed,
        fontSize,
        zoom,
        value,
        workspaces,
        engine,
        closedHints);
  }

  public Settings withWorkspaces(@Nullable Path value) {
    return new Settings(
        appearance,
        window,
        dividers,
        collapsed,
        fontSize,
        zoom,
        lesson,
        value,
        engine,
        closedHints);
  }

  public Settings withEngine(@Nullable String value) {
    return new Settings(
        appearance,
        window,
        dividers,
        collapsed,
        fontSize,
        zoom,
        lesson,
        workspaces,
        value,
        closedHints);
  }

  public Settings withClosedHints(Set<String> value) {
    return new Settings(
        appearance, window, dividers, collapsed, fontSize, zoom, lesson, workspaces, engine, value);
  }
}
