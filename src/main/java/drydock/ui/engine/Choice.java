// SPDX-License-Identifier: Apache-2.0
package drydock.ui.engine;

import drydock.doctor.Engines;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineInfo;
import drydock.messages.Messages;
import drydock.messages.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of the engines that can be chosen, or nobody's in particular.
///
/// @param uri null to let Docker decide
/// @param chosen what the person wants; another one may be in use while it does not answer
public record Choice(@Nullable String uri, String label, boolean chosen) {
  /// @param used the engine in use; null when there is none
  static List<Choice> of(
      List<EndpointAttempt> attempts, @Nullable EngineInfo used, @Nullable String preferred) {
    List<Choice> all = new ArrayList<>();
    all.add(new Choice(null, Messages.get("engine.choice.docker"), preferred == null));
    for (EngineInfo engine : Engines.answering(attempts)) {
      String uri = engine.endpoint().uri();
      boolean inUse = used != null && used.endpoint().uri().equals(uri);
      String label = Engines.label(engine);
      all.add(
          new Choice(
              uri,
              inUse ? Messages.get("engine.choice.used", label) : label,
              uri.equals(preferred)));
    }
    if (preferred != null && all.stream().noneMatch(Choice::chosen)) {
      all.add(new Choice(preferred, silent(attempts, preferred), true));
    }
    return all;
  }

  /// What became of a choice that does not answer: it stays to be seen, and to be taken back.
  private static String silent(List<EndpointAttempt> attempts, String preferred) {
    return attempts.stream()
        .filter(a -> a.endpoint().uri().equals(preferred))
        .findFirst()
        .map(a -> Messages.get("engine.choice.silent", preferred, Problems.words(a.result())))
        .orElse(preferred);
  }
}
