// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.ApiVersion;
import drydock.engine.BuildState;
import drydock.engine.Limits;
import drydock.engine.RestartPolicy;
import drydock.lesson.Feature;
import drydock.lesson.Hint;
import drydock.lesson.Lesson;
import drydock.lesson.Level;
import drydock.lesson.Move;
import drydock.lesson.Pack;
import drydock.lesson.Part;
import drydock.lesson.StagedContainer;
import drydock.lesson.StagedImage;
import drydock.lesson.StagedMount;
import drydock.lesson.Step;
import drydock.lesson.StepAction;
import drydock.lesson.StepGoal;
import drydock.lesson.Vars;
import drydock.lesson.goal.Demand;
import drydock.lesson.goal.Goal;
import drydock.lesson.goal.Measure;
import drydock.lesson.goal.Which;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The pack that uses every feature of the format.
class EverythingTest {
  static final Path FOLDER = Path.of("src/test/resources/packs/everything");

  private final PackReading reading = PackReader.read(FOLDER);
  private final Pack pack = Objects.requireNonNull(reading.pack(), () -> reading.toString());
  private final Lesson start = pack.lessons().getFirst();

  @Test
  void isWhole() {
    assertThat(reading.problems())
        .extracting(PackProblem::toString)
        .containsExactly(
            "010-start/lesson.de.md: In the language \"de\", words are missing here; the first"
                + " language's are shown and marked.",
            "020-network/lesson.de.md: In the language \"de\", words are missing here; the first"
                + " language's are shown and marked.");
    assertThat(pack.minimumApp()).isEqualTo("0.1.0");
    assertThat(pack.requires().api()).isEqualTo(new ApiVersion(1, 41));
    assertThat(pack.requires().features())
        .containsExactlyInAnyOrder(Feature.BUILDKIT, Feature.MEMORY_LIMIT);
    assertThat(pack.cover()).isNotNull();
    assertThat(pack.paths().getFirst().lessons()).containsExactly("start");
    assertThat(start.level()).isEqualTo(Level.BEGINNER);
    assertThat(start.requires().features()).containsExactly(Feature.CGROUP_V2);
    assertThat(Objects.requireNonNull(start.recording()).path())
        .isEqualTo("010-start/start.recording");
    assertThat(start.pictures()).containsOnlyKeys("pictures/shop.png");
    assertThat(start.vars()).containsOnlyKeys("shop", "token", "port", "goods");
  }

  @Test
  void theStageIsRead() {
    Step build = start.steps().getFirst();
    assertThat(build.stage().images())
        .extracting(StagedImage::tag)
        .containsExactly("busybox:1.37", "shop-base:1", "shop-web:1");
    assertThat(((StagedImage.Built) build.stage().images().get(2)).files())
        .containsOnlyKeys("Dockerfile", "index.html");
    assertThat(build.stage().volumes().get(1).files())
        .containsOnlyKeys("list.txt", "more/prices.txt");
    StagedContainer db = build.stage().containers().getFirst();
    assertThat(db.limits()).isEqualTo(new Limits(64 << 20, 128 << 20, 500_000_000, 512, 20));
    assertThat(db.ports())
        .containsExactly(
            Map.entry("8080/tcp", ""), Map.entry("9090/tcp", "{{port}}"), Map.entry("53/udp", ""));
    assertThat(db.env()).containsEntry("SHOP_PORT", "8080");
    assertThat(db.restartPolicy()).isEqualTo(new RestartPolicy(RestartPolicy.Kind.ON_FAILURE, 3));
    assertThat(db.mounts())
        .containsExactly(
            new StagedMount.OfVolume("shop-data", "/data", false),
            new StagedMount.OfFolder("site", "/site", true),
            new StagedMount.OfMemory("/tmp"));
    assertThat(build.stage().containers())
        .extracting(StagedContainer::state)
        .containsExactly(
            StagedContainer.State.RUNNING,
            StagedContainer.State.RUNNING,
            StagedContainer.State.EXITED,
            StagedContainer.State.CREATED);
    assertThat(build.stage().containers().get(1).modes().pid()).isEqualTo("container:db");
  }

  @Test
  void theStepIsRead() {
    Step build = start.steps().getFirst();
    assertThat(build.focus()).isEqualTo("{{shop}}:dev");
    assertThat(build.actions())
        .containsExactly(
            new StepAction("see", new Move.Exec("db", List.of("ps")), StepAction.How.TYPE),
            new StepAction("stop-it", new Move.Act(Move.Verb.STOP, "db"), StepAction.How.CLICK),
            new StepAction("again", new Move.Act(Move.Verb.START, "db"), StepAction.How.EITHER));
    assertThat(build.hints()).extracting(Hint::tries).containsExactly(2, 4);
    assertThat(build.hints()).extracting(Hint::idleSeconds).containsExactly(0, 60);
    assertThat(build.mistakes().getFirst().text()).isNotEmpty();
    assertThat(build.mistakes().getFirst().example()).hasSize(2);
    assertThat(build.solution().getFirst().explanation()).isNotEmpty();
    assertThat(build.cleanup()).hasSize(2);
    Step run = start.steps().get(1);
    Demand.Amount half = new Demand.Amount(500_000_000, 500_000_000);
    assertThat(run.goals().get(1).goal())
        .isEqualTo(
            new Goal.ContainerHas(
                new Which.Named("{{shop}}"),
                List.of(
                    new Demand.Is(drydock.engine.Container.Status.RUNNING),
                    new Demand.Env("SHOP_NAME", "{{shop}}"),
                    new Demand.Limited(
                        Demand.Resource.MEMORY, new Demand.Amount(32 << 20, 64 << 20)),
                    new Demand.Limited(Demand.Resource.CPUS, half),
                    new Demand.Limited(Demand.Resource.PIDS, Demand.Amount.NONE),
                    new Demand.Mounted("/data", "shop-data", drydock.engine.Mount.Type.VOLUME),
                    new Demand.RunsAs("app"),
                    new Demand.HealthIs(drydock.engine.Container.Health.HEALTHY),
                    new Demand.Restarted(new Goal.Count(0, 3)),
                    new Demand.Publishes("8080/tcp"))));
    assertThat(Objects.requireNonNull(run.prediction()).number())
        .isEqualTo(new Measure.ExitCode(new Which.Named("{{shop}}")));
    assertThat(
            Objects.requireNonNull(pack.lessons().get(1).steps().getFirst().prediction()).number())
        .isEqualTo(new Measure.Steps(BuildState.Status.CACHED));
    Step quiz = start.steps().get(2);
    assertThat(quiz.kind()).isEqualTo(Step.Kind.QUIZ);
    assertThat(Objects.requireNonNull(quiz.quiz()).isRight(java.util.Set.of("copy", "run")))
        .isTrue();
    assertThat(Objects.requireNonNull(quiz.quiz()).isRight(java.util.Set.of("copy"))).isFalse();
  }

  @Test
  void speaksGermanAndMarksWhatItLacks() {
    Pack german = pack.in("de-AT");
    assertThat(german.title()).isEqualTo("Alles");
    assertThat(german.requires().permissions().getFirst().why()).startsWith("Im letzten");
    assertThat(german.paths().getFirst().title()).isEqualTo("Nur das Nötigste");
    Lesson lesson = german.lessons().getFirst();
    assertThat(lesson).isEqualTo(start.in("de"));
    assertThat(lesson.title()).isEqualTo("Hier geht es los");
    assertThat(lesson.untranslated()).isEmpty();
    Step build = lesson.steps().getFirst();
    assertThat(build.title()).isEqualTo("Baue es");
    assertThat(build.goals().getFirst().sentence()).isEqualTo("Das Image ist gebaut");
    assertThat(build.untranslated()).containsExactly(Part.HINTS);
    assertThat(build.hints().get(1).text())
        .isEqualTo(start.steps().getFirst().hints().get(1).text());
    assertThat(lesson.steps().get(1).untranslated())
        .containsExactlyInAnyOrder(Part.PREDICTION, Part.HINTS, Part.MISTAKES);
    assertThat(lesson.steps().get(2).untranslated())
        .containsExactlyInAnyOrder(Part.TITLE, Part.QUIZ, Part.WHY);
    assertThat(lesson.steps().get(1).goals())
        .extracting(StepGoal::goal)
        .isEqualTo(start.steps().get(1).goals().stream().map(StepGoal::goal).toList());
    assertThat(pack.in("fr")).isSameAs(pack);
    assertThat(pack.in("en-GB")).isSameAs(pack);
  }

  @Test
  void varsAreFilledInEverywhere() {
    Map<String, String> values = Vars.pick(start.vars(), 42);
    assertThat(values).isEqualTo(Vars.pick(start.vars(), 42)).hasSize(4);
    assertThat(values.get("shop")).matches("kiosk-[a-z2-9]{4}");
    assertThat(Integer.parseInt(values.get("port"))).isBetween(20_000, 20_999);
    assertThat(Vars.pick(start.vars(), 43)).isNotEqualTo(values);
    Lesson filled = Vars.resolve(start, values);
    assertThat(filled.image()).isEqualTo(values.get("shop") + ":dev");
    assertThat(filled.in("de").image()).isEqualTo(filled.image());
    assertThat(filled.toString()).doesNotContain("{{shop}}", "{{port}}", "{{token}}", "{{goods}}");
    assertThat(filled.toString()).as("Docker's own templates stay").contains("{{.Names}}");
    assertThat(filled.steps().getFirst().stage().containers().getFirst().ports())
        .containsEntry("9090/tcp", values.get("port"));
    assertThat(filled.steps().getFirst().goals().getFirst().goal())
        .isEqualTo(new Goal.ImageExists(values.get("shop") + ":dev"));
  }
}
