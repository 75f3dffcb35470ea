// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.dockerfile.cache.Comparison;
import drydock.dockerfile.cache.Prediction;

/// Shows what is foretold of a build, and what came of it.
interface ForecastPrinter {
  void prediction(Prediction prediction);

  /// What the builder before BuildKit would have done.
  void classic(Prediction prediction);

  void comparison(Comparison comparison);

  /// Why there is no prediction, or what it lacks.
  void notice(String sentence);
}
