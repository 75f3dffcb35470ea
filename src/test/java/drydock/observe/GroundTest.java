// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import static drydock.diagram.picture.Stackings.DESKTOP;
import static drydock.diagram.picture.Stackings.LINUX;
import static drydock.diagram.picture.Stackings.MAC;
import static drydock.diagram.picture.Stackings.NAMELESS;
import static drydock.diagram.picture.Stackings.NATIVE;
import static drydock.diagram.picture.Stackings.PODMAN;
import static drydock.diagram.picture.Stackings.REMOTE;
import static drydock.diagram.picture.Stackings.ROOTLESS;
import static drydock.diagram.picture.Stackings.WINDOWS;
import static drydock.diagram.picture.Stackings.engine;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Endpoint;
import drydock.engine.EngineInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What engines stand on, told from what they say; never guessed.
class GroundTest {
  private static final String SOCKET = "unix:///Users/me/docker.sock";

  @Test
  void theSameKernelMeansNoMachineInBetween() {
    assertThat(Ground.of(NATIVE, LINUX)).isEqualTo(new Ground.Direct());
    assertThat(Ground.of(ROOTLESS, LINUX)).isEqualTo(new Ground.Direct());
  }

  @Test
  void productsThatKeepAMachineSayWhoTheyAre() {
    assertThat(Ground.of(DESKTOP, MAC))
        .isEqualTo(new Ground.Hidden("Docker Desktop", "OperatingSystem = Docker Desktop"));
    assertThat(Ground.of(DESKTOP, LINUX)).isInstanceOf(Ground.Hidden.class);
    assertThat(product(Ground.of(PODMAN, WINDOWS))).isEqualTo("Podman");
  }

  @ParameterizedTest
  @CsvSource({
    "orbstack,OrbStack,OrbStack",
    "lima-rancher-desktop,Alpine Linux v3.20,Rancher Desktop",
    "desk,Rancher Desktop WSL Distribution,Rancher Desktop",
    "colima,Ubuntu 24.04.1 LTS,Colima",
    "colima-work,Ubuntu 24.04.1 LTS,Colima",
    "lima-docker,Ubuntu 24.04.1 LTS,Lima"
  })
  void byNameOrSystem(String name, String system, String product) {
    assertThat(product(Ground.of(engine(SOCKET, name, system, "6.8.0", List.of()), MAC)))
        .isEqualTo(product);
  }

  @Test
  void theKernelOfWslSaysSoOnWindowsOnly() {
    String kernel = "5.15.167.4-microsoft-standard-WSL2";
    EngineInfo wsl = engine("npipe:////./pipe/docker_engine", "desk", "Ubuntu", kernel, List.of());
    assertThat(product(Ground.of(wsl, WINDOWS))).isEqualTo("WSL 2");
    assertThat(Ground.of(engine(SOCKET, "desk", "Ubuntu", kernel, List.of()), LINUX))
        .isEqualTo(new Ground.Untold(Ground.Reason.OTHER_KERNEL));
  }

  @Test
  void anUnknownProductIsNotGuessed() {
    Ground.Untold untold = new Ground.Untold(Ground.Reason.OTHER_KERNEL);
    assertThat(Ground.of(NAMELESS, MAC)).isEqualTo(untold);
    assertThat(Ground.of(NAMELESS, LINUX)).isEqualTo(untold);
  }

  @Test
  void overTheNetworkIsAnotherMachineWhateverItsKernel() {
    assertThat(Ground.of(REMOTE, MAC)).isEqualTo(new Ground.Elsewhere("ssh://dock.example"));
    EngineInfo twin = NATIVE.at(endpoint("tcp://dock.example:2376"));
    assertThat(Ground.of(twin, LINUX)).isEqualTo(new Ground.Elsewhere("tcp://dock.example:2376"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://127.0.0.1:2375", "tcp://localhost:2375", "tcp://[::1]:2375"})
  void aPortOfThisComputerCanLeadAnywhere(String uri) {
    assertThat(Ground.of(DESKTOP.at(endpoint(uri)), MAC))
        .isEqualTo(new Ground.Untold(Ground.Reason.LOCAL_PORT));
  }

  @Test
  void aRecordingSaysNothingOfItsComputer() {
    Endpoint file =
        new Endpoint("file:///tmp/a", Endpoint.Origin.RECORDING, "2026-03-02T14:02:31Z");
    assertThat(Ground.of(NATIVE.at(file), LINUX))
        .isEqualTo(new Ground.Untold(Ground.Reason.RECORDED));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theKernelOfThisComputerIsWhatLinuxSays() throws Exception {
    assertThat(ThisComputer.current().linuxKernel())
        .isEqualTo(Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip());
  }

  @Test
  void aProcessorInAVirtualMachineHasAFlag(@TempDir Path folder) throws Exception {
    Path cpuinfo = folder.resolve("cpuinfo");
    Files.writeString(cpuinfo, "processor : 0\nflags\t\t: fpu sse hypervisor lahf_lm\n");
    assertThat(ThisComputer.hypervisor(cpuinfo)).isTrue();
    Files.writeString(cpuinfo, "model name : hypervisor\nflags : fpu nohypervisor\n");
    assertThat(ThisComputer.hypervisor(cpuinfo)).isFalse();
    assertThat(ThisComputer.hypervisor(folder.resolve("none"))).isFalse();
  }

  private static String product(Ground ground) {
    assertThat(ground).isInstanceOf(Ground.Hidden.class);
    return ((Ground.Hidden) ground).product();
  }

  private static Endpoint endpoint(String uri) {
    return new Endpoint(uri, Endpoint.Origin.DOCKER_HOST, "DOCKER_HOST");
  }
}
