// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import drydock.dockerfile.Flag;
import drydock.dockerfile.Heredoc;
import drydock.dockerfile.ImagePath;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scope;
import drydock.dockerfile.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The key of a COPY or ADD: last names of its sources, destination, flags, and what the sources
/// hold. Neither variables nor the user count, beyond what they are expanded to.
record CopyKey(
    KeyBuilder key, Instruction.Transfer copy, Scope scope, StageConfig config, Sources sources) {

  void read(String file, BuildSetting setting) {
    flags(setting);
    Value to = copy.destination();
    String written = to == null ? "" : key.text(scope.expand(to.text()));
    String destination = config.path(written);
    Cause unknown = config.unknown();
    if (unknown != null && !written.startsWith("/")) {
      key.unknown(unknown);
    }
    key.add(new Part(Part.Kind.DESTINATION, "", destination, copy.firstLine()));
    List<String> paths = new ArrayList<>();
    for (Value source : copy.sources()) {
      if (heredoc(source) == null) {
        paths.add(key.text(scope.expand(source.text())));
      }
    }
    if (copy instanceof Instruction.Add) {
      paths.removeIf(this::isRemote);
    }
    take(paths);
    for (Heredoc heredoc : copy.heredocs()) {
      String body = heredoc.content(file);
      String text = heredoc.expands() ? key.text(scope.expandBody(body)) : body;
      key.add(new Part(Part.Kind.BODY, heredoc.name(), Digest.of(text), copy.firstLine()));
    }
  }

  private void flags(BuildSetting setting) {
    List<String> shown = new ArrayList<>();
    for (Flag flag : copy.flags()) {
      String value = flag.value() == null ? "" : key.text(scope.expand(flag.value()));
      switch (flag.name()) {
        case "chmod" -> key.count("chmod", octal(value));
        case "from", "exclude" -> {}
        case "link" -> {
          if (setting.merges() && !value.equals("false") && copy.flag("chmod") == null) {
            key.apart();
          }
        }
        default -> key.count(flag.name(), value);
      }
      shown.add("--" + flag.name() + (flag.value() == null ? "" : "=" + value));
    }
    key.tell(new Part(Part.Kind.FLAGS, "", String.join(" ", shown), copy.firstLine()));
    excluded().forEach(pattern -> key.count("exclude", pattern));
    String epoch = setting.buildArgs().get("SOURCE_DATE_EPOCH");
    key.count(epoch == null ? "" : epoch);
  }

  /// `0644` and `644` are one; letters are taken as they are.
  private static String octal(String mode) {
    return mode.matches("[0-7]{1,10}") ? Long.toOctalString(Long.parseLong(mode, 8)) : mode;
  }

  private List<String> excluded() {
    return copy.flagValues("exclude").stream().map(p -> scope.expand(p).text()).toList();
  }

  private @Nullable Heredoc heredoc(Value source) {
    return copy.heredocs().stream()
        .filter(h -> h.marker().equals(source.word()))
        .findFirst()
        .orElse(null);
  }

  private boolean isRemote(String source) {
    boolean web = source.startsWith("http://") || source.startsWith("https://");
    boolean git =
        source.startsWith("git://") || source.startsWith("git@") || source.startsWith("ssh://");
    if (web || git) {
      // with a checksum the answer is known, and nobody is asked
      if (copy.flag("checksum") == null) {
        sources.network(source);
      }
      key.count("remote", source);
    }
    return web || git;
  }

  private void take(List<String> paths) {
    boolean parents = copy.flags().stream().anyMatch(f -> f.name().equals("parents"));
    Flag from = copy instanceof Instruction.Copy c ? c.from() : null;
    for (String path : paths) {
      String last = ImagePath.resolve("/", path);
      key.count(parents ? last : last.substring(last.lastIndexOf('/') + 1));
    }
    if (paths.isEmpty()) {
      return;
    }
    if (from != null) {
      String written = Objects.requireNonNullElse(from.value(), "");
      sources.elsewhere(sources.ofCopy(written), written, paths, copy.firstLine());
    } else if (parents) {
      paths.forEach(this::withParents);
    } else {
      sources.context(paths, excluded(), null);
    }
  }

  /// `a/./b/c` keeps the folders behind the dot.
  private void withParents(String path) {
    int pivot = path.indexOf("/./");
    String start = pivot < 0 ? "" : path.substring(0, pivot);
    String pattern = ImagePath.resolve("/", pivot < 0 ? path : path.substring(pivot + 3));
    sources.context(List.of(start), excluded(), pattern.substring(1));
  }
}
