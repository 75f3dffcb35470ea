// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import drydock.dockerfile.Flag;
import drydock.dockerfile.Form;
import drydock.dockerfile.Heredoc;
import drydock.dockerfile.ImagePath;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Mount;
import drydock.dockerfile.Scope;
import drydock.dockerfile.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The key of a RUN: the process with all that it is started with, used or not. Proxy settings
/// count only when an ARG declares them.
record RunKey(
    KeyBuilder key, Instruction.Run run, Scope scope, StageConfig config, Sources sources) {

  void read(String file, BuildSetting setting) {
    Cause unknown = config.unknown();
    if (unknown != null) {
      key.unknown(unknown);
    }
    arguments(file).forEach(key::count);
    for (StageConfig.Setting variable : config.environment()) {
      String value = variable.value();
      if (value == null) {
        key.unknown(new Cause.ValueUnknown(variable.name()));
      }
      String digest = Digest.of(value == null ? "" : value);
      key.count(variable.name(), digest);
      key.tell(new Part(variable.kind(), variable.name(), digest, variable.line()));
    }
    key.add(config.user());
    key.add(config.directory());
    key.add(new Part(Part.Kind.PLATFORM, "", setting.platform(), 0));
    flags();
    run.mounts().forEach(this::mount);
  }

  private List<String> arguments(String file) {
    switch (run.command()) {
      case Form.Exec exec -> {
        return exec.words().stream().map(Value::text).toList();
      }
      case Form.Shell shell -> {
        key.tell(config.shell());
        return config.inShell(command(shell.command().text(), file));
      }
    }
  }

  /// A here-document alone is the command, or a file that is started; with other words the shell
  /// gets all of it.
  private String command(String written, String file) {
    List<Heredoc> bodies = run.heredocs();
    for (Heredoc body : bodies) {
      key.tell(
          new Part(Part.Kind.BODY, body.name(), Digest.of(body.body().of(file)), run.firstLine()));
    }
    if (bodies.size() == 1 && bodies.getFirst().marker().text().equals(written)) {
      String text = bodies.getFirst().content(file);
      if (text.startsWith("#!")) {
        key.count("/dev/pipes", bodies.getFirst().name());
      }
      return text;
    }
    StringBuilder all = new StringBuilder(written);
    for (Heredoc body : bodies) {
      all.append('\n').append(body.body().of(file)).append(body.name());
    }
    return all.toString();
  }

  private void flags() {
    List<String> shown = new ArrayList<>();
    for (Flag flag : run.flags()) {
      shown.add(flag.text());
      boolean usual =
          flag.name().equals("mount")
              || (flag.name().equals("network") && "default".equals(flag.value()))
              || (flag.name().equals("security") && "sandbox".equals(flag.value()));
      if (!usual) {
        key.count(flag.text());
      }
    }
    key.tell(new Part(Part.Kind.FLAGS, "", String.join(" ", shown), run.firstLine()));
  }

  private void mount(Mount mount) {
    String type = value(mount, mount.type());
    String from = mount.from();
    String source = value(mount, orEmpty(mount.value("source", "src")));
    String target = value(mount, orEmpty(mount.value("target", "dst", "destination")));
    key.count("mount", type, ImagePath.resolve(config.directory().value(), target));
    switch (type) {
      case "bind" -> {
        key.count(isReadWrite(mount) ? "rw" : "ro");
        if (from == null) {
          sources.context(List.of(source), List.of(), null);
        } else {
          sources.mounted(sources.ofMount(from), from, source, run.firstLine());
        }
      }
      case "cache" -> {
        cache(mount, target);
        if (from != null) {
          sources.mounted(sources.ofMount(from), from, source, run.firstLine());
        }
      }
      case "tmpfs" -> key.count(orEmpty(mount.value("size")));
      case "secret", "ssh" -> mount.fields().forEach(f -> key.count(value(mount, f.text())));
      default -> key.unknown(new Cause.NotModelled("--mount=type=" + type));
    }
  }

  /// Neither what the folder holds counts, nor its name, unless that is the usual one.
  private void cache(Mount mount, String target) {
    String id = mount.value("id");
    String sharing = mount.value("sharing");
    boolean usual =
        (id == null || value(mount, id).equals(target))
            && (sharing == null || sharing.equals("shared"));
    key.count(usual ? "usual" : "named");
    for (String name : List.of("uid", "gid", "mode")) {
      key.count(orEmpty(mount.value(name)));
    }
    key.count(isReadOnly(mount) ? "ro" : "rw");
  }

  private static boolean isReadWrite(Mount mount) {
    return mount.fields().stream()
        .anyMatch(
            f ->
                (List.of("rw", "readwrite").contains(f.key()) && !"false".equals(f.value()))
                    || (List.of("ro", "readonly").contains(f.key()) && "false".equals(f.value())));
  }

  private static boolean isReadOnly(Mount mount) {
    return mount.fields().stream()
        .anyMatch(f -> List.of("ro", "readonly").contains(f.key()) && !"false".equals(f.value()));
  }

  private String value(Mount mount, String text) {
    return mount.broken() == null ? key.text(scope.expand(text)) : text;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
