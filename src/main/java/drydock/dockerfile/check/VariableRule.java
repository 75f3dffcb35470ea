// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.dockerfile.Expansion;
import drydock.dockerfile.Pair;
import drydock.dockerfile.Scope;
import drydock.dockerfile.Scopes.Execution;
import drydock.dockerfile.Span;
import drydock.dockerfile.Stage;
import drydock.dockerfile.Suggestion;
import drydock.dockerfile.Variable;
import drydock.dockerfile.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Variables that nothing defines, where the builder (not a shell) replaces them.
///
/// When the environment of the base image is not known, only names are said that look like a slip of one that the file
/// itself defines.
final class VariableRule {
  /// Given to the builder, never seen by a file.
  private static final Set<String> OPTIONS =
      Set.of("BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE");

  /// Shorter names are too near to each other to guess.
  private static final int SHORTEST_SLIP = 4;

  private VariableRule() {}

  static void undefined(Subject subject, Report report) {
    for (Stage stage : subject.stages()) {
      for (Execution execution : subject.scopes().executions(stage)) {
        Set<String> declared = new HashSet<>();
        for (ReplacedText text : ReplacedText.of(execution.instruction(), subject.file().text())) {
          Pair pair = text.pair();
          String declares = pair == null ? "" : pair.name().text();
          if (subject.context().buildArgs().containsKey(declares)) {
            continue; // a default that does not count is not looked at
          }
          check(stage, execution, text, declared, report);
          declared.add(declares);
        }
      }
    }
  }

  private static void check(
      Stage stage, Execution execution, ReplacedText text, Set<String> declared, Report report) {
    if (text.text().indexOf('$') < 0) {
      return;
    }
    Scope scope = execution.scope();
    Expansion expansion = text.isBody() ? scope.expandBody(text.text()) : scope.expand(text.text());
    for (String name : expansion.unset().stream().sorted().toList()) {
      if (declared.contains(name) || OPTIONS.contains(name) || scope.find(name) != null) {
        continue;
      }
      String suggestion = suggestion(name, scope);
      boolean certain =
          scope.isComplete() || (suggestion != null && name.length() >= SHORTEST_SLIP);
      if (certain) {
        Word word = text.word();
        Span span = word.span();
        report.add(
            Rule.UNDEFINED_VAR,
            stage,
            execution,
            span,
            "Usage of undefined variable '$" + name + "'" + Names.didYouMean("$", suggestion),
            Names.rename(word, name, suggestion));
      }
    }
  }

  private static @Nullable String suggestion(String name, Scope scope) {
    List<String> names =
        scope.variables().stream()
            .filter(variable -> variable.state() != Variable.State.UNSET)
            .filter(variable -> scope.isComplete() || variable.declaredBy() != null)
            .map(Variable::name)
            .toList();
    return Suggestion.nearest(name, names);
  }
}
