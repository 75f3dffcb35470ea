// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Chars;
import drydock.dockerfile.Expansion;
import drydock.dockerfile.IgnoreRules;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Scopes.Execution;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Files to copy that `.dockerignore` leaves out. With a rule that takes something back in, BuildKit does not try to tell.
final class CopyRule {
  private static final Pattern REMOTE =
      Pattern.compile("^[a-z][a-z0-9+.-]*://.*|^git@.*|^github\\.com/.*");

  private CopyRule() {}

  static void ignoredSource(Subject subject, Report report) {
    IgnoreRules ignored = subject.context().ignored();
    if (ignored.isEmpty() || ignored.hasExceptions()) {
      return;
    }
    for (Stage stage : subject.stages()) {
      for (Execution execution : subject.scopes().executions(stage)) {
        if (execution.instruction() instanceof Instruction.Transfer transfer
            && transfer.flag("from") == null) {
          sources(transfer, stage, execution, ignored, report);
        }
      }
    }
  }

  private static void sources(
      Instruction.Transfer transfer,
      Stage stage,
      Execution execution,
      IgnoreRules ignored,
      Report report) {
    Set<Span> markers =
        transfer.heredocs().stream().map(h -> h.marker().span()).collect(Collectors.toSet());
    for (Value source : transfer.sources()) {
      Expansion path = execution.scope().expand(source.text());
      if (markers.contains(source.word().span())
          || !path.known()
          || path.error() != null
          || REMOTE.matcher(path.text()).matches()) {
        continue;
      }
      String clean = clean(path.text());
      if (ignored.ignores(clean)) {
        report.add(
            Rule.COPY_IGNORED_FILE,
            stage,
            execution,
            source.word().span(),
            "Attempting to %s file %s that is excluded by .dockerignore"
                .formatted(
                    transfer instanceof Instruction.Add ? "Add" : "Copy", Chars.quote(clean)),
            null);
      }
    }
  }

  /// Without `.` and `..` in it, as Go's `filepath.Clean`.
  private static String clean(String path) {
    try {
      String clean = Path.of(path).normalize().toString().replace('\\', '/');
      return clean.isEmpty() ? "." : clean;
    } catch (InvalidPathException e) {
      return path; // no path of this system can be among the files
    }
  }
}
