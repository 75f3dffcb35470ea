// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Label;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.observe.Namespaces;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NamespacesPictureTest {
  private final Scene small = NamespacesPicture.of(Namespacings.small(), 484);

  @Test
  void theSameNamespaceHasTheSameLook() {
    assertThat(box("cell:id-debug:net").role()).isEqualTo(box("cell:id-web:net").role());
    assertThat(text("cell:id-debug:net")).isEqualTo("A");
    assertThat(box("cell:id-debug:pid").role()).isNotEqualTo(box("cell:id-web:pid").role());
    assertThat(text("cell:id-debug:pid")).isEqualTo("B");
    assertThat(box("cell:id-web:user").role()).isEqualTo(Role.NEUTRAL);
    assertThat(text("cell:id-web:user")).isEqualTo("host");
  }

  @Test
  void whatIsSharedIsSaidWithItsCause() {
    assertThat(words("shared:0"))
        .startsWith("web, debug share one view of: network cards")
        .contains("--network container:web");
  }

  @Test
  void aContainerThatEndedHasNoCells() {
    assertThat(small.element("cell:id-old-db:pid")).isEmpty();
    assertThat(words("ended:id-old-db")).contains("no process, so no namespace");
  }

  @Test
  void bothNumbersOfAProcessAreShown() {
    assertThat(text("process:id-web:9777:out")).isEqualTo("outside PID 9777");
    assertThat(text("process:id-web:9777:in")).isEqualTo("inside PID 8");
    assertThat(small.element("process:id-web:9777:wire")).isPresent();
  }

  @Test
  void aChildStandsBelowItsParentWhateverTheirNumbers() {
    NamespacesFacts facts = Namespacings.small();
    NamespacesFacts.Row web = facts.rows().getFirst();
    NamespacesFacts.Row young =
        new NamespacesFacts.Row(
            web.container(),
            new Namespaces(
                web.seen().method(),
                web.seen().inodes(),
                List.of(
                    task(500, 29134), // numbers began anew
                    task(700, 701),
                    task(701, 700), // a broken ps
                    task(29134, 29100),
                    task(29200, 29134),
                    task(29300, 500)),
                Samples.AT));
    Scene scene =
        NamespacesPicture.of(
            new NamespacesFacts(
                List.of(young), facts.looks(), facts.host(), web.container().id(), facts.at()),
            484);
    assertThat(
            scene.elements().stream()
                .map(Element::id)
                .filter(id -> id.startsWith("process:") && id.endsWith(":out")))
        .containsExactly(
            "process:id-web:29134:out",
            "process:id-web:500:out",
            "process:id-web:29300:out",
            "process:id-web:29200:out",
            "process:id-web:700:out",
            "process:id-web:701:out");
  }

  private static Namespaces.Task task(int pid, int parent) {
    return new Namespaces.Task(pid, parent, OptionalInt.empty(), "sleep 1");
  }

  @Test
  void anotherContainersProcessesAreShownWhenItIsSelected() {
    NamespacesFacts facts = Namespacings.small();
    Scene scene =
        NamespacesPicture.of(
            new NamespacesFacts(facts.rows(), facts.looks(), facts.host(), "id-debug", facts.at()),
            484);
    assertThat(scene.element("process:id-debug:9870:out")).isPresent();
    assertThat(scene.element("process:id-web:9770:out")).isEmpty();
  }

  @Test
  void whatCannotBeReadIsHatchedAndSaysWhy() {
    Scene scene = NamespacesPicture.of(Namespacings.degraded(), 484);
    Element cell = scene.element("cell:id-foreign:net").orElseThrow();
    assertThat(cell.role()).isEqualTo(Role.UNKNOWN);
    assertThat(cell.about().sentence()).contains("did not make");
    assertThat(scene.element("cell:id-ours:time").orElseThrow().about().sentence())
        .contains("/proc/1/ns/time");
    assertThat(scene.element("host:mnt").orElseThrow().role()).isEqualTo(Role.UNKNOWN);
  }

  @Test
  void evidenceIsTheCallThatWasMade() {
    var evidence = Objects.requireNonNull(box("cell:id-web:net").about().evidence());
    assertThat(evidence.command()).startsWith("docker top web -eo pid,ppid,pidns");
    assertThat(evidence.field()).isEqualTo("Processes[NETNS] = 4026532601");
  }

  private Element.Box box(String id) {
    return (Element.Box) small.element(id).orElseThrow();
  }

  private String text(String id) {
    List<Label> labels = box(id).labels();
    return labels.getFirst().text();
  }

  private String words(String id) {
    return small.element(id).orElseThrow().about().name();
  }
}
