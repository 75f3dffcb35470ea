// SPDX-License-Identifier: Apache-2.0
package drydock.settings;

import drydock.messages.Language;
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
/// @param calm whether nothing shall move, whatever the system says
/// @param lesson the lesson that was open, as "pack/lesson"
/// @param workspaces the folder that workspaces are made in; null: the usual place
/// @param engine the URI of the engine that the person chose; null: Docker decides
/// @param closedHints ids of the hints that the person has read and closed for good
/// @param notes the window of the speaker's notes; null: where the system puts it
public record Settings(
    Appearance appearance,
    Window window,
    Map<String, List<Double>> dividers,
    Set<String> collapsed,
    int fontSize,
    int zoom,
    boolean calm,
    Language language,
    @Nullable String lesson,
    @Nullable Path workspaces,
    @Nullable String engine,
    Set<String> closedHints,
    @Nullable Notes notes) {
  public static final int MIN_FONT_SIZE = 8;
  public static final int MAX_FONT_SIZE = 40;
  public static final int DEFAULT_FONT_SIZE = 13;
  public static final int MIN_ZOOM = 100;
  public static final int MAX_ZOOM = 200;

  public static final Settings DEFAULT =
      new Settings(
          Appearance.SYSTEM,
          new Window(1280, 720, false),
          Map.of(),
          Set.of(),
          DEFAULT_FONT_SIZE,
          MIN_ZOOM,
          false,
          Language.SYSTEM,
          null,
          null,
          null,
          Set.of(),
          null);

  public Settings {
    Map<String, List<Double>> positions = new TreeMap<>();
    dividers.forEach((pane, list) -> positions.put(pane, List.copyOf(list)));
    dividers = Map.copyOf(positions);
    collapsed = Set.copyOf(collapsed);
    closedHints = Set.copyOf(closedHints);
    fontSize = Math.clamp(fontSize, MIN_FONT_SIZE, MAX_FONT_SIZE);
    zoom = Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM);
  }

  /// The colours of the window. `SYSTEM`: what the system asks for.
  public enum Appearance {
    LIGHT,
    DARK,
    CONTRAST,
    SYSTEM
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

  /// Where the speaker's notes stand, in pixels, and how large their letters are, in percent.
  public record Notes(double x, double y, double width, double height, int percent) {
    public static final int LEAST = 100;
    public static final int MOST = 300;

    public Notes {
      x = Window.bounded(x, -32_000, 0);
      y = Window.bounded(y, -32_000, 0);
      width = Window.bounded(width, 320, 560);
      height = Window.bounded(height, 240, 640);
      percent = Math.clamp(percent, LEAST, MOST);
    }
  }

  public Settings withAppearance(Appearance value) {
    Draft draft = new Draft(this);
    draft.appearance = value;
    return draft.settings();
  }

  public Settings withWindow(Window value) {
    Draft draft = new Draft(this);
    draft.window = value;
    return draft.settings();
  }

  public Settings withDividers(Map<String, List<Double>> value) {
    Draft draft = new Draft(this);
    draft.dividers = value;
    return draft.settings();
  }

  public Settings withCollapsed(Set<String> value) {
    Draft draft = new Draft(this);
    draft.collapsed = value;
    return draft.settings();
  }

  public Settings withFontSize(int value) {
    Draft draft = new Draft(this);
    draft.fontSize = value;
    return draft.settings();
  }

  public Settings withZoom(int value) {
    Draft draft = new Draft(this);
    draft.zoom = value;
    return draft.settings();
  }

  public Settings withCalm(boolean value) {
    Draft draft = new Draft(this);
    draft.calm = value;
    return draft.settings();
  }

  public Settings withLanguage(Language value) {
    Draft draft = new Draft(this);
    draft.language = value;
    return draft.settings();
  }

  public Settings withLesson(@Nullable String value) {
    Draft draft = new Draft(this);
    draft.lesson = value;
    return draft.settings();
  }

  public Settings withWorkspaces(@Nullable Path value) {
    Draft draft = new Draft(this);
    draft.workspaces = value;
    return draft.settings();
  }

  public Settings withEngine(@Nullable String value) {
    Draft draft = new Draft(this);
    draft.engine = value;
    return draft.settings();
  }

  public Settings withClosedHints(Set<String> value) {
    Draft draft = new Draft(this);
    draft.closedHints = value;
    return draft.settings();
  }

  public Settings withNotes(@Nullable Notes value) {
    Draft draft = new Draft(this);
    draft.notes = value;
    return draft.settings();
  }

  /// One copy of the list of fields for all that change one of them.
  private static final class Draft {
    Appearance appearance;
    Window window;
    Map<String, List<Double>> dividers;
    Set<String> collapsed;
    int fontSize;
    int zoom;
    boolean calm;
    Language language;
    @Nullable String lesson;
    @Nullable Path workspaces;
    @Nullable String engine;
    Set<String> closedHints;
    @Nullable Notes notes;

    Draft(Settings from) {
      appearance = from.appearance;
      window = from.window;
      dividers = from.dividers;
      collapsed = from.collapsed;
      fontSize = from.fontSize;
      zoom = from.zoom;
      calm = from.calm;
      language = from.language;
      lesson = from.lesson;
      workspaces = from.workspaces;
      engine = from.engine;
      closedHints = from.closedHints;
      notes = from.notes;
    }

    Settings settings() {
      return new Settings(
          appearance,
          window,
          dividers,
          collapsed,
          fontSize,
          zoom,
          calm,
          language,
          lesson,
          workspaces,
          engine,
          closedHints,
          notes);
    }
  }
}
