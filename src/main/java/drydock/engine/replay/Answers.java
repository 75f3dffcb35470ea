// SPDX-License-Identifier: Apache-2.0
package drydock.engine.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All answers of a recording by their questions.
final class Answers {
  private record Given(int index, Answer answer) {}

  private final Map<Question, List<Given>> given = new HashMap<>();

  Answers(List<Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) instanceof Entry.Answered answered) {
        given
            .computeIfAbsent(answered.question(), _ -> new ArrayList<>())
            .add(new Given(i, answered.answer()));
      }
    }
  }

  /// The last answer among the first `passed` entries. What an image is and how it came to be never
  /// changes, so of that a later answer does as well.
  Optional<Answer> last(Question question, int passed) {
    List<Given> all = given.getOrDefault(question, List.of());
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).index() < passed) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low > 0) {
      return Optional.of(all.get(low - 1).answer());
    }
    boolean timeless =
        switch (question) {
          case Question.OfImage _, Question.OfHistory _ -> true;
          case Question.OfProcesses _,
              Question.OfChanges _,
              Question.OfStats _,
              Question.OfCommand _,
              Question.OfDiskUsage _ ->
              false;
        };
    return timeless
        ? all.stream()
            .map(Given::answer)
            .filter(answer -> !(answer instanceof Answer.Refused))
            .findFirst()
        : Optional.empty();
  }

  boolean any(Question question) {
    return given.containsKey(question);
  }
}
