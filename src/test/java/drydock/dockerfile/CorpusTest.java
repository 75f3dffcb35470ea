// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// What we say the builder says is what it says. `CorpusEngineTest` holds the same files against a real one.
class CorpusTest {
  @Test
  void theFirstProblemIsTheBuildersSentence() throws IOException {
    List<Corpus.Sample> samples = Corpus.samples();
    assertThat(samples).hasSizeGreaterThan(250);
    SoftAssertions all = new SoftAssertions();
    for (Corpus.Sample sample : samples) {
      all.assertThat(answer(sample.text())).as(sample.text()).isEqualTo(sample.sentence());
    }
    all.assertAll();
  }

  @Test
  void everyProblemHasAPlaceAndAnExplanation() throws IOException {
    List<Problem.Code> seen = new ArrayList<>();
    for (Corpus.Sample sample : Corpus.samples()) {
      for (Problem problem : problems(Dockerfile.parse(sample.text()))) {
        seen.add(problem.code());
        assertThat(problem.explanation()).isNotBlank();
        assertThat(problem.span().end()).isLessThanOrEqualTo(sample.text().length());
        assertThat(problem.span().length() > 0 || sample.text().isBlank())
            .as(sample.text() + problem)
            .isTrue();
      }
    }
    List<Problem.Code> unseen = new ArrayList<>(List.of(Problem.Code.values()));
    unseen.removeAll(seen);
    assertThat(unseen).containsExactly(Problem.Code.LINE_TOO_LONG);
  }

  private static String answer(String text) {
    List<Problem> problems = problems(Dockerfile.parse(text));
    return problems.isEmpty() ? "accepted" : problems.getFirst().sentence();
  }

  private static List<Problem> problems(Dockerfile file) {
    List<Problem> problems = new ArrayList<>(file.problems());
    problems.addAll(BuildProblems.of(file, Map.of(), null));
    return problems;
  }
}
