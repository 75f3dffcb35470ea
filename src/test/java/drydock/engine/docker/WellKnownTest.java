// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.HostSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// In a small computer of its own: a home folder and a root folder.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links and owners are Unix matters")
class WellKnownTest {
  @TempDir Path root;

  @Test
  void onLinuxRootlessSocketsComeBeforeTheCommonOne() throws IOException {
    Path self = Files.createDirectories(root.resolve("proc/self"));
    Object uid = Files.getAttribute(self, "unix:uid");
    assertThat(places(HostSystem.LINUX, Map.of("XDG_RUNTIME_DIR", "/xdg")).keySet())
        .containsExactly(
            "unix:///xdg/docker.sock",
            "unix://" + home() + "/.docker/run/docker.sock",
            "unix://" + root + "/run/user/" + uid + "/docker.sock",
            "unix://" + root + "/var/run/docker.sock",
            "unix://" + home() + "/.docker/desktop/docker.sock",
            "unix:///xdg/podman/podman.sock",
            "unix://" + root + "/run/user/" + uid + "/podman/podman.sock",
            "unix://" + root + "/run/podman/podman.sock");
  }

  @Test
  void onLinuxWithoutARuntimeFolderTheCommonPlacesRemain() {
    assertThat(places(HostSystem.LINUX, Map.of()).keySet())
        .containsExactly(
            "unix://" + home() + "/.docker/run/docker.sock",
            "unix://" + root + "/var/run/docker.sock",
            "unix://" + home() + "/.docker/desktop/docker.sock",
            "unix://" + root + "/run/podman/podman.sock");
  }

  @Test
  void onWindowsPipesAreTried() {
    assertThat(places(HostSystem.WINDOWS, Map.of()).keySet())
        .containsExactly(
            "npipe:////./pipe/docker_engine",
            "npipe:////./pipe/dockerDesktopLinuxEngine",
            "npipe:////./pipe/dockerDesktopWindowsEngine",
            "npipe:////./pipe/podman-machine-default");
  }

  @Test
  void onMacEveryProductHasItsPlace() {
    assertThat(places(HostSystem.MACOS, Map.of()))
        .containsExactly(
            Map.entry("unix://" + home() + "/.docker/run/docker.sock", "Docker Desktop"),
            Map.entry("unix://" + root + "/var/run/docker.sock", "Docker"),
            Map.entry("unix://" + home() + "/.orbstack/run/docker.sock", "OrbStack"),
            Map.entry("unix://" + home() + "/.colima/default/docker.sock", "Colima"),
            Map.entry("unix://" + home() + "/.rd/docker.sock", "Rancher Desktop"),
            Map.entry(
                "unix://" + home() + "/.local/share/containers/podman/machine/podman.sock",
                "Podman"));
  }

  @Test
  void onMacProfilesThatExistAreFound() throws IOException {
    file("home/.colima/default/docker.sock");
    file("home/.colima/work/docker.sock");
    file("home/.colima/_lima/colima/ha.sock");
    file("home/.colima/docker.sock");
    file("home/.lima/docker/sock/docker.sock");
    file("home/.local/share/containers/podman/machine/qemu/podman.sock");
    file("tmp/podman/podman-machine-default-api.sock");
    assertThat(places(HostSystem.MACOS, Map.of("TMPDIR", root.resolve("tmp").toString())))
        .hasSize(11)
        .containsEntry("unix://" + home() + "/.colima/default/docker.sock", "Colima")
        .containsEntry("unix://" + home() + "/.colima/work/docker.sock", "Colima (work)")
        .containsEntry("unix://" + home() + "/.colima/docker.sock", "Colima")
        .containsEntry("unix://" + home() + "/.lima/docker/sock/docker.sock", "Lima (docker)")
        .containsEntry(
            "unix://" + home() + "/.local/share/containers/podman/machine/qemu/podman.sock",
            "Podman (qemu)")
        .containsEntry("unix://" + root + "/tmp/podman/podman-machine-default-api.sock", "Podman");
  }

  @Test
  void noMoreProfilesThanAnybodyHas() throws IOException {
    for (int i = 0; i < 40; i++) {
      file("home/.colima/profile" + i + "/docker.sock");
    }
    assertThat(places(HostSystem.MACOS, Map.of()).values())
        .filteredOn(name -> name.startsWith("Colima ("))
        .hasSize(20);
  }

  @Test
  void aLinkIsCalledWhatItLeadsTo() throws IOException {
    Path colima = file("home/.colima/default/docker.sock");
    Files.createDirectories(root.resolve("var/run"));
    Files.createSymbolicLink(root.resolve("var/run/docker.sock"), colima);
    assertThat(places(HostSystem.MACOS, Map.of()))
        .containsEntry("unix://" + root + "/var/run/docker.sock", "Colima");
    assertThat(uris(HostSystem.MACOS))
        .as("tried once, at its first place")
        .contains("unix://" + root + "/var/run/docker.sock")
        .doesNotContain("unix://" + colima);
  }

  @Test
  void foldersThatAreLinksAreSeenThrough() throws IOException {
    file("run/docker.sock");
    Files.createDirectories(root.resolve("var"));
    Files.createSymbolicLink(root.resolve("var/run"), root.resolve("run"));
    String direct = "unix://" + root + "/run/docker.sock";
    List<String> uris =
        new Candidates(Map.of("DOCKER_HOST", direct), home(), HostSystem.LINUX, root)
            .inOrder(null).stream().map(c -> c.endpoint().uri()).toList();
    assertThat(uris).contains(direct).doesNotContain("unix://" + root + "/var/run/docker.sock");
  }

  private Path home() {
    return root.resolve("home");
  }

  private Map<String, String> places(HostSystem system, Map<String, String> env) {
    return new WellKnown(env, home(), system, root).places();
  }

  private List<String> uris(HostSystem system) {
    return new Candidates(Map.of(), home(), system, root)
        .inOrder(null).stream().map(c -> c.endpoint().uri()).toList();
  }

  private Path file(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
