// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Names what differs between a step and what it was at the last build.
final class Differences {
  private static final int MOST_FILES = 5;
  private static final int LONGEST = 200;

  private final LastBuild.Step before;
  private final LastBuild.Step now;
  private final List<Cause> causes = new ArrayList<>();

  private Differences(LastBuild.Step before, StepKey now) {
    this.before = before;
    this.now = LastBuild.step(now, false);
  }

  /// The weightiest first; none when nothing differs that was kept.
  static List<Cause> between(LastBuild.Step before, StepKey now) {
    Differences differences = new Differences(before, now);
    if (!before.operation().equals(now.operation())) {
      differences.find();
    }
    return differences.causes;
  }

  private void find() {
    if (!before.text().isEmpty() && !before.text().equals(now.text())) {
      causes.add(new Cause.TextChanged(shortened(before.text())));
      return;
    }
    bodies();
    files();
    variables();
    for (Cause.Setting setting : Cause.Setting.values()) {
      setting(setting);
    }
    Part image = now.part(Part.Kind.IMAGE);
    if (image != null && !same(before.part(Part.Kind.IMAGE), image)) {
      causes.add(new Cause.BaseChanged(image.name()));
    }
    if (causes.isEmpty() && !(before.whole() && now.whole())) {
      causes.add(new Cause.MoreFiles(1));
    }
  }

  private static boolean same(@Nullable Part one, @Nullable Part other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return one.name().equals(other.name()) && one.value().equals(other.value());
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private void bodies() {
    Map<String, Part> was = named(before, Set.of(Part.Kind.BODY));
    for (Part body : named(now, Set.of(Part.Kind.BODY)).values()) {
      if (!same(was.get(body.name()), body)) {
        causes.add(new Cause.BodyChanged(body.name()));
      }
    }
  }

  private void files() {
    Map<String, Part> was = named(before, Set.of(Part.Kind.FILE));
    Map<String, Part> is = named(now, Set.of(Part.Kind.FILE));
    Set<String> paths = new TreeSet<>(was.keySet());
    paths.addAll(is.keySet());
    int more = 0;
    for (String path : paths) {
      Cause.FileChange change = change(was.get(path), is.get(path));
      if (change != null && causes.size() < MOST_FILES) {
        causes.add(new Cause.FileChanged(path, change));
      } else if (change != null) {
        more++;
      }
    }
    if (more > 0) {
      causes.add(new Cause.MoreFiles(more));
    }
  }

  private Cause.@Nullable FileChange change(@Nullable Part was, @Nullable Part is) {
    if (was == null || is == null) {
      if (!before.whole() || !now.whole()) {
        return null; // of a folder with very many files only some were kept
      }
      return was == null ? Cause.FileChange.ADDED : Cause.FileChange.REMOVED;
    }
    if (was.value().equals(is.value())) {
      return null;
    }
    String[] old = was.value().split(" ", 3);
    String[] fresh = is.value().split(" ", 3);
    if (!old[0].equals("file") || !fresh[0].equals("file")) {
      return Cause.FileChange.KIND;
    }
    return old[old.length - 1].equals(fresh[fresh.length - 1])
        ? Cause.FileChange.MODE
        : Cause.FileChange.CONTENT;
  }

  private void variables() {
    Set<Part.Kind> kinds = Set.of(Part.Kind.ENV, Part.Kind.ARG, Part.Kind.BASE_VARIABLE);
    Map<String, Part> was = named(before, kinds);
    Map<String, Part> is = named(now, kinds);
    int found = causes.size();
    for (Part variable : is.values()) {
      Part old = was.get(variable.name());
      if (old == null) {
        causes.add(variable(variable, Cause.VariableChange.ADDED));
      } else if (!old.value().equals(variable.value())) {
        causes.add(variable(variable, Cause.VariableChange.VALUE));
      }
    }
    for (Part variable : was.values()) {
      if (!is.containsKey(variable.name())) {
        causes.add(
            variable(
                new Part(variable.kind(), variable.name(), "", 0), Cause.VariableChange.REMOVED));
      }
    }
    if (causes.size() == found && !List.copyOf(was.keySet()).equals(List.copyOf(is.keySet()))) {
      causes.add(new Cause.VariableChanged("", null, null, Cause.VariableChange.ORDER));
    }
  }

  private static Cause variable(Part part, Cause.VariableChange change) {
    String instruction = part.kind() == Part.Kind.BASE_VARIABLE ? null : part.kind().name();
    return new Cause.VariableChanged(
        part.name(), instruction, part.line() == 0 ? null : part.line(), change);
  }

  private void setting(Cause.Setting setting) {
    Part.Kind kind =
        switch (setting) {
          case USER -> Part.Kind.USER;
          case WORKING_DIRECTORY -> Part.Kind.DIRECTORY;
          case SHELL -> Part.Kind.SHELL;
          case FLAGS -> Part.Kind.FLAGS;
          case DESTINATION -> Part.Kind.DESTINATION;
          case PLATFORM -> Part.Kind.PLATFORM;
          case NETWORK -> Part.Kind.NETWORK;
        };
    Part is = now.part(kind);
    if (!same(before.part(kind), is)) {
      causes.add(new Cause.SettingChanged(setting, is == null ? "" : is.value()));
    }
  }

  private static Map<String, Part> named(LastBuild.Step step, Set<Part.Kind> kinds) {
    Map<String, Part> named = new LinkedHashMap<>();
    for (Part part : step.parts()) {
      if (kinds.contains(part.kind())) {
        named.put(part.name(), part);
      }
    }
    return named;
  }
}
