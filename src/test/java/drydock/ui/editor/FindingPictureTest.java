// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.Span;
import drydock.dockerfile.check.CheckContext;
import drydock.dockerfile.check.Checks;
import drydock.dockerfile.check.Finding;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.check.Severity;
import drydock.ui.kit.Fx;
import drydock.ui.kit.Theme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// What findings look like, for people to look at.
class FindingPictureTest extends EditorFixture {
  private static final String FLAWED =
      """
      FROM python:3.13-slim as base
      WORKDIR app

      COPY . .
      RUNN pip install -r requirements.txt
      RUN apt-get update && apt-get install -y --no-install-recommends build-essential libpq-dev curl $UNKNOWN
      EXPOSE 5000
      ENV NAME "World"
      CMD python app.py
      """;

  /// The checks, and one piece of advice: it is about a place, with the learner's own lines written
  /// better.
  private static final FindingSource WITH_ADVICE =
      _ ->
          file -> {
            List<Finding> found = new ArrayList<>(Checks.of(file, CheckContext.NONE));
            int at = file.text().indexOf("COPY . .");
            if (at >= 0) {
              Span span = new Span(at + 5, at + 6);
              found.add(
                  new Finding(
                      "copy-all-first",
                      Severity.ADVICE,
                      span,
                      4,
                      4,
                      "COPY . . brings your code along before the install",
                      "Every edit of your code makes the install below run again, because the cache"
                          + " of a step holds only as long as everything above it is the same.",
                      "https://docs.docker.com/",
                      "COPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .",
                      "cache",
                      new Fix(
                          List.of(new Fix.Edit(new Span(at, at), "COPY requirements.txt .\n")))));
            }
            return found;
          };

  @Test
  void picturesOfBothThemes() throws IOException {
    source = WITH_ADVICE;
    for (Theme theme : Theme.values()) {
      Fx.close(stage);
      write("Dockerfile", FLAWED);
      open(theme);
      String name = theme.name().toLowerCase(Locale.ROOT);
      Fx.run(
          () -> {
            view.setLinks(new EditorLinks(_ -> {}, "cache"::equals, _ -> {}));
            model.setLineNotes("Dockerfile", Map.of(1, note(LineNote.Role.REUSED, "reused")));
            area().moveTo(4, 2);
          });
      Fx.picture(stage, "findings-" + name);
      Fx.run(
          () -> {
            area().moveTo(3, 5);
            action("editor-explain").run();
          });
      assertThat(Fx.<Boolean>get(() -> stage.getScene().lookup("#editor-card") != null)).isTrue();
      Fx.picture(stage, "finding-card-" + name);
      Fx.run(
          () -> {
            area().moveTo(8, 1);
            action("editor-explain").run();
          });
      Fx.picture(stage, "finding-card-low-" + name);
      Stage list = list(theme);
      Fx.picture(list, "problems-" + name);
      Fx.run(() -> area().replaceText("FROM scratch\n"));
      Fx.run(background::pass);
      Fx.picture(list, "problems-empty-" + name);
      Fx.close(list);
    }
  }

  private Stage list(Theme theme) {
    VBox box =
        Fx.get(
            () -> {
              Region list = (Region) new ProblemsView(model, view).node();
              VBox around = new VBox(list);
              VBox.setVgrow(list, javafx.scene.layout.Priority.ALWAYS);
              return around;
            });
    return Fx.show(box, 460, 260, theme);
  }
}
