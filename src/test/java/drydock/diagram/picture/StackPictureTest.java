// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Label;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.diagram.export.TextTwin;
import drydock.engine.Container;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StackPictureTest {
  @Test
  void dockerDesktopHidesAMachineAndSaysSo() {
    Scene scene = StackPicture.of(Stackings.desktop(), 1000);
    assertThat(scene.answer()).contains("virtual machine that Docker Desktop keeps");
    Element machine = element(scene, "machine");
    assertThat(machine.about().sentence()).contains("OperatingSystem = Docker Desktop", "macOS");
    assertThat(evidence(machine)).contains("NCPU = 4", "MemTotal = 8217034752");
    Element system = element(scene, "system");
    assertThat(system.area().y()).isGreaterThanOrEqualTo(machine.area().bottom());
    assertThat(element(scene, "hardware").area().y()).isGreaterThan(system.area().bottom());
  }

  @Test
  void withoutAMachineThereIsNoFrame() {
    Scene scene = StackPicture.of(Stackings.of(Stackings.NATIVE, Stackings.LINUX, 2), 1000);
    assertThat(scene.element("machine")).isEmpty();
    assertThat(scene.element("system")).isEmpty();
    assertThat(scene.answer()).contains("no virtual machine in between");
    assertThat(StackPicture.of(Stackings.of(Stackings.NATIVE, Stackings.RENTED, 2), 1000).answer())
        .contains("this computer is one itself");
  }

  @Test
  void whatCannotBeToldIsHatchedWithTheReason() {
    Scene scene = StackPicture.of(Stackings.of(Stackings.NAMELESS, Stackings.MAC, 1), 1000);
    assertThat(element(scene, "machine").role()).isEqualTo(Role.UNKNOWN);
    assertThat(words(element(scene, "machine"))).contains("or another machine");
    assertThat(element(scene, "hardware").role()).isEqualTo(Role.UNKNOWN);
    Scene remote = StackPicture.of(Stackings.of(Stackings.REMOTE, Stackings.MAC, 1), 1000);
    assertThat(words(element(remote, "machine"))).contains("another machine: ssh://dock.example");
    assertThat(element(remote, "hardware").role()).isEqualTo(Role.UNKNOWN);
  }

  @Test
  void aContainerThatIsNotOursIsNotAsked() {
    Scene scene = StackPicture.of(Stackings.desktop(), 1000);
    Element asked = element(scene, "uname:id-kiosk-web");
    assertThat(asked.role()).isEqualTo(element(scene, "kernel").role());
    assertThat(evidence(asked)).isEqualTo("stdout = 6.10.14-linuxkit");
    Element foreign = element(scene, "uname:id-db");
    assertThat(foreign.role()).isEqualTo(Role.UNKNOWN);
    assertThat(foreign.about().sentence()).contains("did not make it");
    assertThat(foreign.about().evidence()).isNull();
  }

  @Test
  void anotherKernelInsideLooksDifferent() {
    Scene scene = StackPicture.of(Stackings.odd(), 1000);
    Element sandboxed = element(scene, "uname:id-sandboxed");
    assertThat(sandboxed.role()).isNotEqualTo(element(scene, "kernel").role());
    assertThat(sandboxed.about().sentence()).contains("of its own");
    assertThat(words(element(scene, "kernel"))).contains("one, for all 3 of them but one");
    assertThat(scene.answer()).endsWith("One sees a kernel of its own.");
  }

  @Test
  void theFirstStartOfOneThatWasStartedAgainIsNotTold() {
    Container once = Stackings.container("once", 0, 310, true, null);
    Container again = Stackings.container("again", 0, 7_200_000, true, Samples.AT);
    assertThat(StackFigures.start(once)).contains(Duration.ofMillis(310));
    assertThat(StackFigures.start(again)).isEmpty();
    assertThat(StackFigures.start(Stackings.container("odd", 0, -5, true, null))).isEmpty();
    Scene scene = StackPicture.of(Stackings.desktop(), 1000);
    assertThat(words(element(scene, "start:id-kiosk-api"))).isEqualTo("start: not told");
    assertThat(words(element(scene, "total")))
        .isEqualTo("2 started in 0.7 s together · 2 take 153 MiB of memory");
  }

  @Test
  void bothSidesAreSummedUp() {
    Scene scene = StackPicture.of(Stackings.of(Stackings.NATIVE, Stackings.LINUX, 20), 1000);
    assertThat(words(element(scene, "total"))).startsWith("20 started in ");
    assertThat(words(element(scene, "vm-total")))
        .isEqualTo("Typical: 14 min 44 s to start one after the other · 10 GiB of memory");
    assertThat(TextTwin.of(scene)).contains("IEEE CLOUD 2012", "Debian 11 Installation Guide");
  }

  @Test
  void manyBecomeSmallAndTheRestANumber() {
    for (double width : new double[] {360, 484, 1000}) {
      Scene scene = StackPicture.of(Stackings.of(Stackings.DESKTOP, Stackings.MAC, 100), width);
      assertThat(scene.elements()).filteredOn(e -> e.id().startsWith("container:")).hasSize(23);
      assertThat(words(element(scene, "rest"))).isEqualTo("77 more");
      assertThat(words(element(scene, "vm-rest"))).isEqualTo("77 more");
    }
  }

  @Test
  void oneMoreAppMovesNoOtherBesideIt() {
    Scene two = StackPicture.of(Stackings.of(Stackings.NATIVE, Stackings.LINUX, 2), 1000);
    Scene three = StackPicture.of(Stackings.of(Stackings.NATIVE, Stackings.LINUX, 3), 1000);
    for (String id : List.of("container:id-app-1", "container:id-app-2", "vm:id-app-2", "kernel")) {
      assertThat(element(three, id).area()).as(id).isEqualTo(element(two, id).area());
    }
  }

  @Test
  void theHalvesStandOnTheSameGroundOrOneBelowTheOther() {
    StackFacts facts = Stackings.desktop();
    Scene wide = StackPicture.of(facts, 1000);
    assertThat(element(wide, "vm-hardware").area().bottom())
        .isEqualTo(element(wide, "hardware").area().bottom());
    Scene narrow = StackPicture.of(facts, 484);
    assertThat(element(narrow, "as-vms").area().y())
        .isGreaterThan(element(narrow, "hardware").area().bottom());
  }

  @Test
  void withoutContainersTheGroundIsThereAllTheSame() {
    Scene scene = StackPicture.of(Stackings.of(Stackings.DESKTOP, Stackings.MAC, 0), 1000);
    assertThat(scene.answer()).startsWith("No container runs.");
    assertThat(scene.element("kernel")).isPresent();
    assertThat(scene.element("vm-total")).isEmpty();
  }

  private static Element element(Scene scene, String id) {
    return scene.element(id).orElseThrow(() -> new AssertionError("no " + id));
  }

  private static String evidence(Element element) {
    return Objects.requireNonNull(element.about().evidence()).field();
  }

  private static String words(Element element) {
    List<Label> labels =
        switch (element) {
          case Element.Box box -> box.labels();
          case Element.Group group -> group.labels();
          case Element.Text text -> text.lines();
          case Element.Link _ -> List.of();
        };
    return String.join(" ", labels.stream().map(Label::text).toList());
  }
}
