// SPDX-License-Identifier: Apache-2.0
package drydock.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/// In high contrast, every colour that the style sheet writes with can be read on every ground that it lays: WCAG 2.2,
/// 1.4.6.
class ContrastTest {
  private static final double ENOUGH = 7;
  private static final String CSS = css();

  private static String css() {
    try (InputStream in =
        Objects.requireNonNull(Theme.class.getResourceAsStream("/drydock/ui/kit/drydock.css"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The names after one of these properties, but those of the log, which has colours of its own.
  private static Set<String> tokens(String properties, Pattern wanted) {
    Set<String> found = new TreeSet<>();
    Matcher values = Pattern.compile("(?:" + properties + "): ([^;]+);").matcher(CSS);
    while (values.find()) {
      Stream.of(values.group(1).split("[,\\s]+"))
          .filter(wanted.asMatchPredicate())
          .forEach(found::add);
    }
    return found;
  }

  @Test
  void textCanBeReadOnEveryGround() {
    Set<String> inks =
        tokens(
            "-fx-text-fill|-fx-fill|-fx-icon-color",
            Pattern.compile("-color-(?!fg-emphasis).*fg.*|-dd-(goal|code-.*)"));
    Set<String> grounds =
        tokens(
            "-fx-background-color",
            Pattern.compile(
                "-color-(bg-.*|(?!fg).*-subtle|neutral-muted)|-dd-(surface|canvas|goal-bg|line-highlight)"));
    assertThat(inks).hasSizeGreaterThan(10);
    assertThat(grounds).hasSizeGreaterThan(7);
    VBox root = Fx.get(VBox::new);
    for (String ground : grounds) {
      for (String ink : inks) {
        readable(root, ink, ground);
      }
    }
    for (String strong : List.of("accent", "success", "warning", "danger", "neutral")) {
      readable(root, "-color-fg-emphasis", "-color-" + strong + "-emphasis");
    }
  }

  @Test
  void soCanTheLog() {
    Set<String> inks = new TreeSet<>();
    Matcher classes = Pattern.compile("\\n\\.log-ink\\.([a-z0-9-]+)").matcher(CSS);
    while (classes.find()) {
      inks.add(classes.group(1));
    }
    assertThat(inks).hasSizeGreaterThan(20);
    inks.remove("match-text"); // stands on the ground of a match
    VBox log = Fx.get(VBox::new);
    log.getStyleClass().add("log-pane");
    for (String ink : inks) {
      Text text = new Text();
      text.getStyleClass().addAll("log-ink", ink);
      Color colour = Fx.get(() -> dressed(log, text, () -> (Color) text.getFill()));
      enough(ink, colour, "log", ground(log, "-dd-log-bg"));
    }
    for (String ink : List.of("-color-fg-default", "-color-fg-muted", "-color-fg-subtle")) {
      readable(log, ink, "-dd-log-bg");
    }
  }

  private static void readable(VBox root, String ink, String ground) {
    enough(ink, ground(root, ink), ground, ground(root, ground));
  }

  private static void enough(String ink, Color text, String ground, Color behind) {
    assertThat(contrast(text, behind))
        .as("%s (%s) on %s (%s)", ink, text, ground, behind)
        .isGreaterThanOrEqualTo(ENOUGH);
  }

  private static Color ground(VBox root, String token) {
    Region probe = new Region();
    probe.setStyle("-fx-background-color: " + token);
    return Fx.get(
        () ->
            dressed(
                root, probe, () -> (Color) probe.getBackground().getFills().getFirst().getFill()));
  }

  private static Color dressed(
      VBox root, javafx.scene.Node probe, java.util.function.Supplier<Color> colour) {
    root.getChildren().setAll(probe);
    if (root.getScene() == null) {
      Theme.CONTRAST.apply(new Scene(new VBox(root)));
    }
    root.getScene().getRoot().applyCss();
    Color found = colour.get();
    return Color.WHITE.interpolate(
        Color.color(found.getRed(), found.getGreen(), found.getBlue()), found.getOpacity());
  }

  private static double contrast(Color a, Color b) {
    double one = luminance(a);
    double other = luminance(b);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
