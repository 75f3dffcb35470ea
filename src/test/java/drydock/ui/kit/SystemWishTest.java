// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.util.Duration;
import org.junit.jupiter.api.Test;

class SystemWishTest {
  private final SimpleObjectProperty<ColorScheme> scheme =
      new SimpleObjectProperty<>(ColorScheme.LIGHT);
  private final SimpleObjectProperty<Boolean> calm = new SimpleObjectProperty<>(false);
  private final ObservableMap<String, Object> more = FXCollections.observableHashMap();
  private final SystemWish wish = new SystemWish(scheme, calm, more);

  @Test
  void lightAndDarkAreTheSystems() {
    assertThat(wish.themeProperty().get()).isEqualTo(Theme.LIGHT);
    scheme.set(ColorScheme.DARK);
    assertThat(wish.themeProperty().get()).isEqualTo(Theme.DARK);
  }

  @Test
  void highContrastIsToldInEachSystemsOwnWords() {
    more.put("Windows.SPI.HighContrast", true);
    assertThat(wish.themeProperty().get()).isEqualTo(Theme.CONTRAST);
    more.put("Windows.SPI.HighContrast", false);
    assertThat(wish.themeProperty().get()).isEqualTo(Theme.LIGHT);
    more.put("GTK.theme_name", "HighContrastInverse");
    assertThat(wish.themeProperty().get()).isEqualTo(Theme.CONTRAST);
    more.put("GTK.theme_name", "Adwaita");
    assertThat(wish.themeProperty().get()).isEqualTo(Theme.LIGHT);
  }

  @Test
  void whoWantsNoMotionSaysItOnce() {
    assertThat(wish.calmProperty().get()).isFalse();
    calm.set(true);
    assertThat(wish.calmProperty().get()).isTrue();
  }

  @Test
  void thisSystemCanBeAsked() {
    assertThat(Fx.get(() -> SystemWish.ofThisSystem().themeProperty().get())).isNotNull();
  }

  @Test
  void nothingLastsLongerThanThreeTenthsOfASecondButForARoom() {
    Motion motion = new Motion();
    assertThat(motion.lasting(5_000)).isEqualTo(Duration.millis(300));
    motion.slownessProperty().set(4);
    assertThat(motion.lasting(240)).isEqualTo(Duration.millis(960));
    motion.calmProperty().set(true);
    assertThat(motion.lasting(240)).isEqualTo(Duration.ZERO);
  }
}
