// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Duration;
import java.util.List;

/// How the engine finds out whether a container is healthy. Of a duration of zero the engine takes its usual one.
///
/// @param test "CMD" or "CMD-SHELL" and the command, or "NONE" for none although the image has one
/// @param retries failures in a row until it is unhealthy; 0 for the usual
public record HealthCheck(
    List<String> test, Duration interval, Duration timeout, Duration startPeriod, int retries) {
  public HealthCheck {
    test = List.copyOf(test);
  }
}
