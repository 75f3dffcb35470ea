// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.HostSystem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where engines listen when nobody says where: the usual places of each kind of system, best first.
final class WellKnown {
  private static final String PIPE = "npipe:////./pipe/";

  /// More profiles of one product than anybody has.
  private static final int MANY = 20;

  private final Map<String, String> env;
  private final Path home;
  private final HostSystem system;
  private final Path root;

  /// @param root the top of the file system, "/" but in tests
  WellKnown(Map<String, String> env, Path home, HostSystem system, Path root) {
    this.env = env;
    this.home = home;
    this.system = system;
    this.root = root;
  }

  /// Endpoints, and what people call them.
  Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    switch (system) {
      case WINDOWS -> {
        places.put(PIPE + "docker_engine", "Docker");
        places.put(PIPE + "dockerDesktopLinuxEngine", "Docker Desktop");
        places.put(PIPE + "dockerDesktopWindowsEngine", "Docker Desktop, Windows containers");
        places.put(PIPE + "podman-machine-default", "Podman");
      }
      case MACOS -> sockets(places, mac());
      case LINUX -> sockets(places, linux());
    }
    return places;
  }

  private Map<Path, String> mac() {
    Map<Path, String> sockets = new LinkedHashMap<>();
    sockets.put(home.resolve(".docker/run/docker.sock"), "Docker Desktop");
    sockets.put(root.resolve("var/run/docker.sock"), "Docker");
    sockets.put(home.resolve(".orbstack/run/docker.sock"), "OrbStack");
    sockets.put(home.resolve(".colima/default/docker.sock"), "Colima");
    inFolders(".colima", "docker.sock", "Colima").forEach(sockets::putIfAbsent);
    Path oldColima = home.resolve(".colima/docker.sock");
    if (Files.exists(oldColima)) {
      sockets.put(oldColima, "Colima");
    }
    sockets.put(home.resolve(".rd/docker.sock"), "Rancher Desktop");
    inFolders(".lima", "sock/docker.sock", "Lima").forEach(sockets::putIfAbsent);
    sockets.put(home.resolve(".local/share/containers/podman/machine/podman.sock"), "Podman");
    inFolders(".local/share/containers/podman/machine", "podman.sock", "Podman")
        .forEach(sockets::putIfAbsent);
    path("TMPDIR") // Podman 5
        .map(temp -> temp.resolve("podman/podman-machine-default-api.sock"))
        .filter(Files::exists)
        .ifPresent(socket -> sockets.put(socket, "Podman"));
    return sockets;
  }

  private Map<Path, String> linux() {
    Map<Path, String> sockets = new LinkedHashMap<>();
    Set<Path> runtime = new LinkedHashSet<>();
    path("XDG_RUNTIME_DIR").ifPresent(runtime::add);
    runtime.forEach(folder -> sockets.put(folder.resolve("docker.sock"), "rootless Docker"));
    sockets.put(home.resolve(".docker/run/docker.sock"), "rootless Docker");
    ofThisUser().ifPresent(runtime::add);
    runtime.forEach(
        folder -> sockets.putIfAbsent(folder.resolve("docker.sock"), "rootless Docker"));
    sockets.put(root.resolve("var/run/docker.sock"), "Docker");
    sockets.put(home.resolve(".docker/desktop/docker.sock"), "Docker Desktop");
    runtime.forEach(folder -> sockets.put(folder.resolve("podman/podman.sock"), "Podman"));
    sockets.put(root.resolve("run/podman/podman.sock"), "Podman as root");
    return sockets;
  }

  /// The folder that systemd makes for who is logged in, as whom this process runs; XDG_RUNTIME_DIR is not set
  /// everywhere.
  private Optional<Path> ofThisUser() {
    try {
      Object uid = Files.getAttribute(root.resolve("proc/self"), "unix:uid");
      return Optional.of(root.resolve("run/user/" + uid));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /// A link has the name of the product that it leads to: `/var/run/docker.sock` is whose turn it is.
  private static void sockets(Map<String, String> places, Map<Path, String> sockets) {
    Map<Path, String> real = new LinkedHashMap<>();
    sockets.forEach(
        (socket, name) -> {
          if (!Files.isSymbolicLink(socket)) {
            real.putIfAbsent(realPath(socket), name);
          }
        });
    sockets.forEach(
        (socket, name) ->
            places.put(Address.ofSocket(socket), real.getOrDefault(realPath(socket), name)));
  }

  /// Where a path leads in the end; the path itself when it leads nowhere.
  static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  /// The sockets `folder/*/socket` that are there, with the name of their folder.
  private Map<Path, String> inFolders(String folder, String socket, String product) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> inside = Files.newDirectoryStream(home.resolve(folder))) {
      for (Path one : inside) {
        if (Files.exists(one.resolve(socket)) && found.size() < MANY) {
          found.add(one);
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return Map.of(); // not installed here
    }
    found.sort(null);
    Map<Path, String> sockets = new LinkedHashMap<>();
    for (Path one : found) {
      sockets.put(one.resolve(socket), product + " (" + one.getFileName() + ")");
    }
    return sockets;
  }

  private Optional<Path> path(String variable) {
    String value = env.getOrDefault(variable, "").strip();
    try {
      return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
