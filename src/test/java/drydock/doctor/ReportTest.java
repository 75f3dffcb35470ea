// SPDX-License-Identifier: Apache-2.0
package drydock.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import drydock.doctor.Report.Row;
import drydock.doctor.Report.Severity;
import drydock.doctor.Report.Topic;
import drydock.engine.DiskUsage;
import drydock.engine.EndpointAttempt;
import drydock.engine.EndpointAttempt.Result;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo.Limit;
import drydock.engine.EngineProblem;
import drydock.engine.HostSystem;
import drydock.engine.ImageSummary;
import drydock.engine.Images;
import drydock.engine.StandIn;
import drydock.lesson.pack.PackProblem;
import drydock.lesson.pack.PackReading;
import drydock.messages.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
  private static final Reports.Engine DOCKER = Reports.Engine.at(Reports.USUAL);

  private static Row row(Report report, Topic topic, String label) {
    return rows(report, topic).stream()
        .filter(r -> r.label().startsWith(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(report.text()));
  }

  private static List<Row> rows(Report report, Topic topic) {
    return report.sections().stream()
        .filter(s -> s.topic() == topic)
        .flatMap(s -> s.rows().stream())
        .toList();
  }

  // --- the whole

  /// After a wanted change: `mvn test -Dtest=ReportTest -Ddrydock.golden=rewrite`, and look at the difference.
  @Test
  void aReportReadsLikeThis() throws Exception {
    Reports.Engine docker =
        DOCKER
            .cgroup1(Set.of(Limit.MEMORY, Limit.CPU, Limit.PIDS))
            .saying(
                List.of("name=seccomp,profile=builtin", "name=rootless"),
                List.of("WARNING: No swap limit support"));
    Report report =
        Report.of(
            Reports.facts(
                docker.info(),
                Reports.failed(Reports.HOST, Result.REFUSED),
                Reports.failed(Reports.COLIMA, Result.NOT_FOUND),
                docker.attempt(),
                Reports.failed(Reports.PODMAN, Result.NOT_FOUND)));
    Path file = Path.of("src", "test", "resources", "golden", "doctor.txt");
    String text = String.join("\n", report.text()) + "\n";
    if ("rewrite".equals(System.getProperty("drydock.golden"))) {
      Files.writeString(file, text);
    }
    assertThat(text).isEqualTo(Files.readString(file).replace("\r\n", "\n"));
  }

  @Test
  void textAndJsonHaveTheSameRows() throws Exception {
    Report report = Reports.of(DOCKER.podman().ahead(Duration.ofSeconds(7)));
    String text = String.join("\n", report.text());
    JsonNode json = new ObjectMapper().readTree(report.json());
    assertThat(json.path("sections")).hasSameSizeAs(report.sections());
    for (int s = 0; s < report.sections().size(); s++) {
      Report.Section section = report.sections().get(s);
      assertThat(text).contains(section.title());
      JsonNode rows = json.path("sections").get(s).path("rows");
      assertThat(rows).hasSameSizeAs(section.rows());
      for (int r = 0; r < section.rows().size(); r++) {
        Row row = section.rows().get(r);
        assertThat(rows.get(r).path("label").asText()).isEqualTo(row.label());
        assertThat(rows.get(r).path("value").asText()).isEqualTo(row.value());
        assertThat(rows.get(r).path("note").asText()).isEqualTo(row.note());
        assertThat(text).contains(row.label(), row.value(), row.note());
      }
    }
    assertThat(json.at("/engine/clockSkewMillis").asLong()).isEqualTo(7_000);
    assertThat(json.at("/engine/podman").asBoolean()).isTrue();
    assertThat(json.at("/engine/cgroups/limits")).hasSize(4);
    assertThat(json.at("/disk/usage/layers").asLong()).isEqualTo(1_234_000_000L);
    assertThat(json.at("/disk/engine/folder").asText()).isEqualTo("/var/lib/docker");
  }

  @Test
  void wordsOfOthersMoveNoCursor() {
    Report report =
        Reports.of(DOCKER.saying(List.of(), List.of("WARNING: red \u001b[31malert\nsecond line")));
    assertThat(row(report, Topic.WARNINGS, "warning").value())
        .isEqualTo("red [31malert second line");
  }

  // --- without an engine

  @ParameterizedTest
  @EnumSource(
      value = Result.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"ANSWERED", "SAME_ENGINE"})
  void eachWayToFailIsNamedWithItsRemedy(Result result) {
    Report report = Report.of(Reports.facts(null, Reports.failed(Reports.HOST, result)));
    assertThat(report.usable()).isFalse();
    Row row = row(report, Topic.ENDPOINTS, "DOCKER_HOST (unix:///h.sock)");
    assertThat(row.value()).isEqualTo(Problems.words(result));
    assertThat(row.note()).isNotBlank().isEqualTo(Problems.remedy(result, HostSystem.LINUX));
    assertThat(row.severity()).isEqualTo(Severity.PROBLEM);
    assertThat(row(report, Topic.SUMMARY, "engine").severity()).isEqualTo(Severity.PROBLEM);
    assertThat(row(report, Topic.SUMMARY, "engine").note()).contains(row.note());
    assertThat(row(report, Topic.LESSONS, "Your first").severity()).isEqualTo(Severity.FACT);
    assertThat(rows(report, Topic.ENGINE)).isEmpty();
    assertThat(rows(report, Topic.DISK)).hasSize(1);
  }

  @Test
  void theSameRemedyIsGivenOnce() {
    Report report =
        Report.of(
            Reports.facts(
                null,
                Reports.failed(Reports.USUAL, Result.NOT_FOUND),
                Reports.failed(Reports.PODMAN, Result.NOT_FOUND)));
    assertThat(rows(report, Topic.ENDPOINTS)).extracting(Row::note).element(0).isNotEqualTo("");
    assertThat(rows(report, Topic.ENDPOINTS)).extracting(Row::note).element(1).isEqualTo("");
    assertThat(rows(report, Topic.ENDPOINTS))
        .as("that an engine is not in one of the usual places is no fault")
        .allMatch(r -> r.severity() == Severity.FACT);
  }

  @Test
  void aBrokenContextIsNamedOnce() {
    EndpointAttempt broken =
        new EndpointAttempt(
            new drydock.engine.Endpoint("", drydock.engine.Endpoint.Origin.CURRENT_CONTEXT, "gone"),
            Result.BAD_CONTEXT,
            "there is no such context");
    Row row = rows(Report.of(Reports.facts(null, broken)), Topic.ENDPOINTS).getFirst();
    assertThat(row.label()).contains("gone", "there is no such context");
    assertThat(row.value()).isEqualTo("broken Docker context");
  }

  // --- several engines

  @Test
  void anotherThanTheOneAskedForIsSaid() {
    EndpointAttempt dead = Reports.failed(Reports.HOST, Result.REFUSED);
    Row row =
        row(
            Report.of(Reports.facts(DOCKER.info(), dead, DOCKER.attempt())),
            Topic.SUMMARY,
            "asked for");
    assertThat(row.value()).isEqualTo("DOCKER_HOST (unix:///h.sock): nobody listens");
    assertThat(row.note()).contains("uses unix:///var/run/docker.sock instead", "docker command");
    assertThat(row.severity()).isEqualTo(Severity.ATTENTION);
    assertThat(Engines.passedOver(List.of(DOCKER.attempt(), dead))).isEmpty();
    assertThat(Engines.passedOver(List.of(dead))).as("nothing is used instead").isEmpty();
  }

  @Test
  void theOthersThatAnswerAreNamed() {
    Reports.Engine podman = Reports.Engine.at(Reports.PODMAN).podman();
    Report report = Report.of(Reports.facts(DOCKER.info(), DOCKER.attempt(), podman.attempt()));
    assertThat(row(report, Topic.SUMMARY, "others").value())
        .isEqualTo("Podman 5.4 · Podman as root · unix:///run/podman/podman.sock");
    assertThat(row(report, Topic.ENDPOINTS, "Docker (").value()).startsWith("answers, and is used");
    assertThat(row(report, Topic.ENDPOINTS, "Podman").value()).startsWith("answers (");
    assertThat(Engines.answering(report.facts().attempts()))
        .containsExactly(DOCKER.info(), podman.info());
  }

  @Test
  void whichOneTheDockerCommandUses() {
    Reports.Engine colima = Reports.Engine.at(Reports.COLIMA);
    List<EndpointAttempt> both = List.of(colima.attempt(), DOCKER.attempt());
    assertThat(Engines.isDockers(colima.info(), both)).isTrue();
    assertThat(Engines.isDockers(DOCKER.info(), both)).isFalse();
    Reports.Engine podman = Reports.Engine.at(Reports.PODMAN);
    List<EndpointAttempt> usual = List.of(podman.attempt(), DOCKER.attempt());
    assertThat(Engines.isDockers(podman.info(), usual)).isFalse();
    assertThat(Engines.isDockers(DOCKER.info(), usual)).isTrue();
  }

  // --- one engine

  @Test
  void podmanBuildsWithoutAGraph() {
    Report report = Reports.of(DOCKER.podman());
    assertThat(row(report, Topic.SUMMARY, "engine").value()).startsWith("Podman 5.4");
    assertThat(row(report, Topic.ENGINE, "builder").severity()).isEqualTo(Severity.ATTENTION);
    assertThat(row(report, Topic.ENGINE, "product").value()).isEqualTo("not told");
    Row lesson = row(report, Topic.LESSONS, "Your first Dockerfile");
    assertThat(lesson.value()).isEqualTo("can be done, with less to see");
    assertThat(lesson.note()).contains("plain log").endsWith("Will be pulled: busybox:1.37.");
  }

  @Test
  void theImageStoreIsToldByWhatItIs() {
    assertThat(row(Reports.of(DOCKER), Topic.ENGINE, "image store").value()).isEqualTo("overlay2");
    assertThat(row(Reports.of(DOCKER.containerd()), Topic.ENGINE, "image store").value())
        .isEqualTo("containerd, with overlayfs");
  }

  @Test
  void limitsThatTheKernelDoesNotKeepAreNamed() {
    Row some =
        row(Reports.of(DOCKER.cgroup1(Set.of(Limit.MEMORY, Limit.CPU))), Topic.MACHINE, "limits");
    assertThat(some.value()).isEqualTo("memory, CPU");
    assertThat(some.note()).contains("swap, processes");
    assertThat(some.severity()).isEqualTo(Severity.ATTENTION);
    Report none = Reports.of(DOCKER.cgroup1(Set.of()));
    assertThat(row(none, Topic.MACHINE, "limits").value()).isEqualTo("none");
    assertThat(row(none, Topic.MACHINE, "cgroups").value()).isEqualTo("version 1, driver cgroupfs");
    assertThat(row(Reports.of(DOCKER), Topic.MACHINE, "limits").severity()).isEqualTo(Severity.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "1999, OK, as this computer's",
    "-2000, OK, as this computer's",
    "2001, ATTENTION, 2.0 s ahead of this computer's",
    "-90500, ATTENTION, 90.5 s behind this computer's"
  })
  void clocksMoreThanTwoSecondsApartAreATopic(long millis, Severity severity, String value) {
    Row row = row(Reports.of(DOCKER.ahead(Duration.ofMillis(millis))), Topic.MACHINE, "clock");
    assertThat(row.severity()).isEqualTo(severity);
    assertThat(row.value()).isEqualTo(value);
    assertThat(row.note().isEmpty()).isEqualTo(severity == Severity.OK);
  }

  // --- disk

  @Test
  void roomIsToldForTheEngineAndForThisComputer() {
    Report report = Reports.of(DOCKER);
    assertThat(row(report, Topic.DISK, "images").value()).isEqualTo("1.2 GB");
    assertThat(row(report, Topic.DISK, "build cache").value()).isEqualTo("789.0 MB");
    assertThat(row(report, Topic.DISK, "free for it").value()).isEqualTo("40.0 GB of 100.0 GB");
    assertThat(row(report, Topic.DISK, "free for it").note()).contains("/var/lib/docker");
    assertThat(row(report, Topic.DISK, "free for you").value()).isEqualTo("120.5 GB of 500.0 GB");
  }

  private static Facts with(
      Facts facts, @Nullable Disk own, @Nullable Disk engine, List<PackReading> packs) {
    return new Facts(
        facts.system(),
        facts.attempts(),
        facts.engine(),
        facts.images(),
        facts.usage(),
        own,
        engine,
        packs);
  }

  @Test
  void littleRoomAndNoSightAreSaidPlainly() {
    Facts facts = Reports.facts(DOCKER.info(), DOCKER.attempt());
    Disk full = new Disk("/home/you", 1_000_000_000L, 500_000_000_000L);
    Report report = Report.of(with(facts, full, null, List.of()));
    assertThat(row(report, Topic.DISK, "free for you").severity()).isEqualTo(Severity.ATTENTION);
    Row there = row(report, Topic.DISK, "free for it");
    assertThat(there.value()).isEqualTo("the engine does not tell");
    assertThat(there.note()).contains("/var/lib/docker", "machine dock", "Debian GNU/Linux 13");
    assertThat(
            row(Report.of(with(facts, null, null, List.of())), Topic.DISK, "free for you").value())
        .isEqualTo("not known");
  }

  @Test
  void anEngineOnAnotherMachineHasNoDiskHere() {
    Computer here = new Computer(HostSystem.LINUX, "6.12", "dock");
    String root = Path.of("").toAbsolutePath().toString();
    assertThat(here.diskOf(DOCKER.in(root).info())).isNotNull();
    assertThat(here.diskOf(DOCKER.in("/no/such/folder").info())).isNull();
    assertThat(here.diskOf(DOCKER.in("bad\0name").info())).isNull();
    assertThat(here.diskOf(DOCKER.in("").info())).isNull();
    assertThat(new Computer(HostSystem.LINUX, "6.8", "dock").diskOf(DOCKER.in(root).info()))
        .as("a virtual machine has a kernel of its own")
        .isNull();
    assertThat(new Computer(HostSystem.LINUX, "6.12", "desk").diskOf(DOCKER.in(root).info()))
        .as("a container has a name of its own")
        .isNull();
    assertThat(new Computer(HostSystem.MACOS, "6.12", "dock").diskOf(DOCKER.in(root).info()))
        .isNull();
  }

  // --- what the engine is asked

  private static final class Asked extends StandIn.Engine {
    private final List<String> tags;

    Asked(List<String> tags) {
      this.tags = tags;
    }

    @Override
    public Images images() {
      return new StandIn.OfImages() {
        @Override
        public List<ImageSummary> list() {
          return List.of(
              new ImageSummary("id", tags, List.of(), Instant.EPOCH, 1, Map.of(), List.of()));
        }
      };
    }

    @Override
    public DiskUsage diskUsage() {
      throw new EngineException(new EngineProblem.TimedOut("counting", Duration.ofSeconds(30)));
    }
  }

  @Test
  void whatCannotBeCountedIsSaid() {
    Facts facts = Facts.of(List.of(DOCKER.attempt()), DOCKER.info(), List.of());
    assertThat(row(Report.of(facts), Topic.DISK, "taken").value()).startsWith("being counted");
    Row row = row(Report.of(facts.asked(new Asked(List.of()))), Topic.DISK, "taken");
    assertThat(row.value()).isEqualTo("could not be counted");
    assertThat(row.note()).contains("within 30 s");
    assertThat(row.severity()).isEqualTo(Severity.ATTENTION);
  }

  @Test
  void onlyMissingImagesWillBePulled() {
    Facts facts = Reports.facts(DOCKER.info(), DOCKER.attempt());
    Row missing = row(Report.of(facts), Topic.LESSONS, "Your first");
    assertThat(missing.note()).isEqualTo("Will be pulled: busybox:1.37.");
    assertThat(missing.severity()).as("that is no hindrance").isEqualTo(Severity.OK);
    Facts there = facts.asked(new Asked(List.of("busybox:1.37")));
    assertThat(row(Report.of(there), Topic.LESSONS, "Your first").note()).isEmpty();
  }

  @Test
  void aBrokenPackIsAProblemOfItsOwn() {
    PackReading broken =
        new PackReading(
            null,
            List.of(
                new PackProblem(
                    "field-missing",
                    drydock.lesson.pack.Severity.ERROR,
                    "shop/pack.yaml",
                    3,
                    0,
                    "id is missing.")));
    Facts facts = Reports.facts(DOCKER.info(), DOCKER.attempt());
    Row row =
        rows(Report.of(with(facts, facts.ownDisk(), null, List.of(broken))), Topic.LESSONS)
            .getFirst();
    assertThat(row.severity()).isEqualTo(Severity.PROBLEM);
    assertThat(row.note()).isEqualTo("shop/pack.yaml:3: id is missing.");
  }
}
