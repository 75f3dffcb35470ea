// SPDX-License-Identifier: Apache-2.0
package drydock.ui.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import drydock.engine.Container;
import drydock.engine.EngineProblem;
import drydock.engine.Ownership;
import drydock.ui.kit.DirectBackground;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContainersTest {
  private static final Ownership LESSON = new Ownership("w", "first", "run");

  private final FakeEngine engine = new FakeEngine();
  private final List<String> logs = new ArrayList<>();
  private final ContainersModel model = new ContainersModel(new DirectBackground(), () -> engine);

  {
    model.onShowLog(c -> logs.add(c.name()));
  }

  private Container add(Container container) {
    engine.containers.put(container.id(), container);
    model.update(engine.state());
    return container;
  }

  @Test
  void oursComeFirstAndOthersApart() {
    add(FakeEngine.container("old", Container.Status.EXITED, 0, true));
    add(FakeEngine.container("theirs", Container.Status.RUNNING, 0, false));
    add(FakeEngine.container("web", Container.Status.RUNNING, 0, true));
    assertThat(model.ours()).extracting(Container::name).containsExactly("web", "old");
    assertThat(model.others()).extracting(Container::name).containsExactly("theirs");
    model.update(null);
    assertThat(model.readyProperty().get()).isFalse();
    assertThat(model.ours()).isEmpty();
  }

  @Test
  void runningPublishesTheExposedPortsAndShowsTheLog() {
    model.run("kiosk:dev", LESSON);
    assertThat(engine.runs).hasSize(1);
    assertThat(engine.runs.getFirst().ports())
        .containsOnly(entry("5000/tcp", 0), entry("53/udp", 0));
    assertThat(engine.runs.getFirst().command()).isEmpty();
    assertThat(engine.runs.getFirst().ownership()).isEqualTo(LESSON);
    assertThat(logs).containsExactly("new");
    assertThat(model.startingProperty().get()).isFalse();
  }

  @Test
  void anotherCommandIsSplitAsAShellDoes() {
    model.offer("kiosk:dev", LESSON);
    model.run("sh -c 'echo \"hi  there\"' a\\ b \"\"", Set.of());
    assertThat(engine.runs.getFirst().command())
        .containsExactly("sh", "-c", "echo \"hi  there\"", "a b", "");
    assertThat(engine.runs.getFirst().ports()).isEmpty();
    model.run("echo 'open", Set.of());
    assertThat(engine.runs).hasSize(1);
    assertThat(model.problemProperty().get()).contains("quote that is not closed");
  }

  @Test
  void splittingAndJoiningAgree() {
    for (List<String> words :
        List.of(
            List.of("a"),
            List.<String>of(),
            List.of("it's", "$HOME", "\"", "\\", "", "two words"),
            List.of("--flag=x", "a/b:c"))) {
      assertThat(CommandWords.split(CommandWords.join(words))).isEqualTo(Optional.of(words));
    }
    assertThat(CommandWords.split("ends \\")).isEmpty();
  }

  @Test
  void onlyOursAreStoppedAndRemoved() {
    Container ours = add(FakeEngine.container("web", Container.Status.RUNNING, 0, true));
    Container theirs = add(FakeEngine.container("theirs", Container.Status.RUNNING, 0, false));
    model.stop(ours);
    model.remove(ours);
    model.stop(theirs);
    model.remove(theirs);
    assertThat(engine.asked).containsExactly("stop id-web", "remove id-web");
    assertThat(model.busy()).isEmpty();
  }

  @Test
  void whatGoesWrongIsASentence() {
    Container ours = add(FakeEngine.container("web", Container.Status.RUNNING, 0, true));
    engine.refuse = new EngineProblem.Conflict("stopping web", "already being stopped");
    model.stop(ours);
    assertThat(model.problemProperty().get()).contains("stopping web: already being stopped");
    assertThat(model.busy()).isEmpty();
    engine.refuse = new EngineProblem.NotFound("image", "kiosk:dev");
    model.run("kiosk:dev", LESSON);
    assertThat(model.problemProperty().get()).contains("no image kiosk:dev");
    assertThat(model.startingProperty().get()).isFalse();
    assertThat(engine.runs).isEmpty();
  }

  @Test
  void stateIsSaidInWords() {
    Instant now = Instant.now();
    assertThat(words(Container.Status.RUNNING, 0, now)).isEqualTo("running, started 3 minutes ago");
    assertThat(words(Container.Status.EXITED, 0, now))
        .isEqualTo("exited with code 0: it ended well; 2 minutes ago");
    assertThat(words(Container.Status.EXITED, 127, now)).contains("command not found");
    assertThat(words(Container.Status.EXITED, 137, now)).contains("SIGKILL");
    assertThat(words(Container.Status.EXITED, 143, now)).contains("SIGTERM");
    assertThat(words(Container.Status.EXITED, 139, now)).contains("SIGSEGV");
    assertThat(words(Container.Status.EXITED, 129, now)).contains("signal 1");
    assertThat(words(Container.Status.EXITED, 3, now)).contains("an error of its own");
    assertThat(words(Container.Status.CREATED, 0, now)).isEqualTo("created, not started");
    assertThat(StatusText.age(now.plusSeconds(60), now)).isEqualTo("just now");
    assertThat(StatusText.age(now.minusSeconds(45), now)).isEqualTo("40 seconds ago");
    assertThat(StatusText.age(now.minus(Duration.ofHours(25)), now)).isEqualTo("a day ago");
  }

  private static String words(Container.Status status, int code, Instant now) {
    return StatusText.of(FakeEngine.container("c", status, code, true), now).words();
  }
}
