// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.dockerfile.cache.CauseWords;
import drydock.dockerfile.cache.Comparison;
import drydock.dockerfile.cache.Prediction;
import drydock.dockerfile.cache.StepPrediction;
import drydock.dockerfile.cache.Verdict;
import drydock.messages.Messages;
import java.io.PrintWriter;
import java.util.List;

/// A line for each step, with the causes under it.
final class ForecastText implements ForecastPrinter {
  private static final int LONGEST = 60;

  private final PrintWriter out;

  ForecastText(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void prediction(Prediction prediction) {
    out.println(Messages.get("build.predict.title"));
    List<String> lines =
        Columns.aligned(
            prediction.steps().stream()
                .map(s -> List.of(place(s), text(s), CauseWords.of(s.verdict())))
                .toList());
    for (int i = 0; i < lines.size(); i++) {
      out.println(lines.get(i));
      prediction
          .steps()
          .get(i)
          .causes()
          .forEach(
              c -> out.println(Messages.get("build.predict.cause", CauseWords.of(c, prediction))));
    }
    out.println();
    out.flush();
  }

  @Override
  public void classic(Prediction prediction) {
    List<StepPrediction> running =
        prediction.steps().stream().filter(s -> s.verdict() == Verdict.RUNS).toList();
    List<StepPrediction> open =
        prediction.steps().stream().filter(s -> s.verdict() == Verdict.UNKNOWN).toList();
    out.println(Messages.get("build.predict.classic", running.size(), prediction.steps().size()));
    list(running, prediction);
    if (!open.isEmpty()) {
      out.println(Messages.get("build.predict.classicOpen", open.size()));
      list(open, prediction);
    }
    out.println();
    out.flush();
  }

  private void list(List<StepPrediction> steps, Prediction within) {
    Columns.aligned(
            steps.stream()
                .map(s -> List.of(place(s), text(s), CauseWords.of(s.cause(), within)))
                .toList())
        .forEach(out::println);
  }

  @Override
  public void comparison(Comparison comparison) {
    out.println();
    out.println(Messages.get("build.predict.after"));
    Columns.aligned(
            comparison.steps().stream()
                .map(
                    row ->
                        List.of(
                            place(row.prediction()),
                            text(row.prediction()),
                            CauseWords.of(row.prediction().verdict()),
                            CauseWords.of(row.truth()),
                            CauseWords.of(row.result())))
                .toList())
        .forEach(out::println);
    out.println(
        Messages.get(
            "build.predict.score",
            comparison.count(Comparison.Result.RIGHT),
            comparison.foretold()));
    out.flush();
  }

  @Override
  public void notice(String sentence) {
    out.println(Messages.get("build.cli.notice", sentence));
    out.flush();
  }

  private static String place(StepPrediction step) {
    return Messages.get("build.predict.line", step.step().firstLine());
  }

  private static String text(StepPrediction step) {
    String text = step.step().text().strip().replaceAll("\\s+", " ");
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}
