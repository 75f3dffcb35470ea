// SPDX-License-Identifier: Apache-2.0
package drydock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.cli.Answers;
import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Scene;
import drydock.engine.RawDocker;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// Goes over every element of a picture that names its evidence, sends the engine the same request without Drydock in
/// between, and holds what was drawn against the answer.
final class Proof {
  private final Map<String, String> answers = new HashMap<>();

  /// @return how many elements were proved, by the first word of their ids
  Map<String, Integer> of(Scene scene) {
    Map<String, Integer> proved = new TreeMap<>();
    for (Element element : scene.elements()) {
      Evidence evidence = element.about().evidence();
      if (evidence != null && !evidence.method().isEmpty()) {
        String answer = answers.computeIfAbsent(evidence.request(), _ -> ask(evidence));
        assertThat(
                evidence.method().equals("GET")
                    ? Answers.say(answer, evidence.field())
                    : answer.contains(evidence.field().split(" = ", 2)[1]))
            .as("%s says %s, the engine %s", element.id(), evidence, answer)
            .isTrue();
        proved.merge(element.id().split(":", 2)[0], 1, Integer::sum);
      }
    }
    return proved;
  }

  private static String ask(Evidence evidence) {
    return evidence.method().equals("GET")
        ? RawDocker.get(evidence.path()).text()
        : Inside.post(evidence.path(), evidence.body()).said();
  }
}
