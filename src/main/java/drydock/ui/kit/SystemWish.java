// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;

/// What the person asked the whole system for, as far as JavaFX tells it. JavaFX thread only.
public final class SystemWish {
  /// Windows: whether one of its high-contrast themes is in use.
  private static final String WINDOWS_CONTRAST = "Windows.SPI.HighContrast";

  /// Linux: the name of the desktop's theme; that for high contrast is "HighContrast".
  private static final String GTK_THEME = "GTK.theme_name";

  private final ReadOnlyObjectWrapper<Theme> theme =
      new ReadOnlyObjectWrapper<>(this, "theme", Theme.LIGHT);
  private final ReadOnlyBooleanWrapper calm = new ReadOnlyBooleanWrapper(this, "calm");
  private final ObservableValue<ColorScheme> scheme;
  private final ObservableMap<String, Object> more;

  /// @param more what the system tells besides, by its own names
  SystemWish(
      ObservableValue<ColorScheme> scheme,
      ObservableValue<Boolean> calm,
      ObservableMap<String, Object> more) {
    this.scheme = scheme;
    this.more = more;
    this.calm.bind(calm);
    scheme.subscribe(_ -> look());
    more.addListener((MapChangeListener<String, Object>) _ -> look());
  }

  /// Of this computer.
  public static SystemWish ofThisSystem() {
    Platform.Preferences all = Platform.getPreferences();
    return new SystemWish(all.colorSchemeProperty(), all.reducedMotionProperty(), all);
  }

  public ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.getReadOnlyProperty();
  }

  /// Whether nothing shall move.
  public ReadOnlyBooleanProperty calmProperty() {
    return calm.getReadOnlyProperty();
  }

  private void look() {
    boolean contrast =
        Boolean.TRUE.equals(more.get(WINDOWS_CONTRAST))
            || String.valueOf(more.get(GTK_THEME))
                .toLowerCase(Locale.ROOT)
                .startsWith("highcontrast");
    if (contrast) {
      theme.set(Theme.CONTRAST);
    } else {
      theme.set(scheme.getValue() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT);
    }
  }
}
