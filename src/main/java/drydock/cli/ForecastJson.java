// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import drydock.dockerfile.cache.Cause;
import drydock.dockerfile.cache.CauseWords;
import drydock.dockerfile.cache.Comparison;
import drydock.dockerfile.cache.Prediction;
import drydock.dockerfile.cache.StepPrediction;
import java.io.PrintWriter;

/// One JSON object a line, as [JsonProgress] writes events: `Prediction` and `ClassicPrediction`
/// before the build, `Comparison` behind it.
final class ForecastJson implements ForecastPrinter {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

  private final PrintWriter out;

  ForecastJson(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void prediction(Prediction prediction) {
    prediction("Prediction", prediction);
  }

  @Override
  public void classic(Prediction prediction) {
    prediction("ClassicPrediction", prediction);
  }

  private void prediction(String event, Prediction prediction) {
    ObjectNode line = MAPPER.createObjectNode().put("event", event);
    ArrayNode steps = line.putArray("steps");
    prediction.steps().forEach(step -> write(step, prediction, steps.addObject()));
    print(line);
  }

  @Override
  public void comparison(Comparison comparison) {
    ObjectNode line = MAPPER.createObjectNode().put("event", "Comparison");
    ArrayNode steps = line.putArray("steps");
    Prediction foretold =
        new Prediction(comparison.steps().stream().map(Comparison.Row::prediction).toList());
    for (Comparison.Row row : comparison.steps()) {
      ObjectNode step = steps.addObject();
      write(row.prediction(), foretold, step);
      step.put("truth", row.truth().name()).put("result", row.result().name());
    }
    line.put("right", comparison.count(Comparison.Result.RIGHT));
    line.put("foretold", comparison.foretold());
    print(line);
  }

  @Override
  public void notice(String sentence) {
    print(MAPPER.createObjectNode().put("event", "Notice").put("sentence", sentence));
  }

  private static void write(StepPrediction prediction, Prediction within, ObjectNode node) {
    node.put("step", prediction.step().key())
        .put("line", prediction.step().firstLine())
        .put("text", prediction.step().text())
        .put("verdict", prediction.verdict().name());
    ArrayNode causes = node.putArray("causes");
    for (Cause cause : prediction.causes()) {
      ObjectNode told = causes.addObject().put("cause", cause.getClass().getSimpleName());
      told.setAll((ObjectNode) MAPPER.valueToTree(cause));
      told.put("sentence", CauseWords.of(cause, within));
    }
  }

  private void print(ObjectNode line) {
    try {
      out.println(MAPPER.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    out.flush();
  }
}
