// SPDX-License-Identifier: Apache-2.0
package drydock.ui.render;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.markup.Markup;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkupViewTest {
  private static final byte[] DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private static final String EVERYTHING =
      """
      ### A heading with `code`

      Words, *leaning*, **strong**, `docker build` and <kbd>Ctrl+B</kbd>, and code too long for a background: \
      `docker run --rm --publish 127.0.0.1:8080:8080 kiosk:dev`. A [link](https://docs.docker.com/).

      - one
      - two
        1. inner
        2. inner two, which is long enough to need a second line in any narrow pane

      > A quotation.

      ```dockerfile
      FROM busybox:1.37
      RUN grep -c "<li>" /www/index.html > /www/goods.txt && cat /www/goods.txt

      CMD ["cat"]
      ```

      | Line | Becomes |
      |------|---------|
      | `COPY` | one layer |
      | `EXPOSE` | a setting, nothing more |

      ---

      ![a dot](dot.png)

      ![a picture that is not there](none.png)
      """;

  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

  private final List<String> followed = new ArrayList<>();

  private Stage show(double width, Theme theme) {
    MarkupView view =
        Fx.get(
            () -> {
              MarkupView made =
                  new MarkupView(
                      followed::add, path -> path.equals("dot.png") ? DOT.clone() : null);
              made.show(Markup.parse(EVERYTHING));
              return made;
            });
    return Fx.show((Parent) view.node(), width, 760, theme);
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void everythingFitsANarrowPane(Theme theme) {
    Stage stage = show(260, theme);
    Fx.run(
        () -> {
          Parent root = stage.getScene().getRoot();
          for (Node node :
              root.lookupAll(".markup-text, .label, .markup-code-box, .markup-table")) {
            assertThat(node.localToScene(node.getLayoutBounds()).getMaxX())
                .as("%s", node)
                .isLessThanOrEqualTo(260.5);
          }
          assertThat(root.lookupAll(".markup-wrapped")).isNotEmpty();
        });
    Fx.picture(stage, "markup-" + theme.name().toLowerCase(Locale.ROOT));
    Fx.close(stage);
  }

  @Test
  void linesStayReadableInAWidePane() {
    Stage stage = show(1400, Theme.LIGHT);
    Fx.run(
        () -> {
          Region markup = (Region) stage.getScene().getRoot().lookup(".markup");
          assertThat(markup.getWidth()).isEqualTo(640);
          assertThat(markup.lookupAll(".markup-wrapped")).isEmpty();
        });
    Fx.close(stage);
  }

  @Test
  void linksAreGivenOnAndPicturesHaveWords() {
    Stage stage = show(400, Theme.LIGHT);
    Fx.run(
        () -> {
          Parent root = stage.getScene().getRoot();
          ((Hyperlink) root.lookup(".markup-link")).fire();
          assertThat(root.lookupAll(".image-view"))
              .extracting(n -> ((ImageView) n).getAccessibleText())
              .containsExactly("a dot");
          assertThat(root.lookupAll(".markup-text"))
              .filteredOn(TextFlow.class::isInstance)
              .extracting(Node::getAccessibleText)
              .contains("a picture that is not there");
        });
    assertThat(followed).containsExactly("https://docs.docker.com/");
    Fx.close(stage);
  }

  @Test
  void codeIsCopiedWholeOrAsSelected() {
    String code = "FROM busybox\nCMD [\"sh\"]";
    CodeBox box = Fx.get(() -> new CodeBox(code));
    Stage stage = Fx.show((Parent) box.node(), 300, 80, Theme.LIGHT);
    Fx.run(
        () -> {
          ((Button) Objects.requireNonNull(box.node().lookup(".markup-copy"))).fire();
          assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo(code);
          box.select(17, 5);
          assertThat(box.selection()).isEqualTo("busybox\nCMD ");
          Node area = Objects.requireNonNull(box.node().lookup(".markup-code-area"));
          area.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.C, false, !MAC, false, MAC));
          assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("busybox\nCMD ");
          box.select(3, 3);
          assertThat(box.selection()).isEqualTo(code);
        });
    Fx.picture(stage, "markup-code");
    Fx.close(stage);
  }
}
