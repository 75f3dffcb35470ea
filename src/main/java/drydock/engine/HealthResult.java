// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;

/// What one run of a health check came to.
///
/// @param end when it was over, by the engine's clock
/// @param exitCode 0 for healthy; -1 when it took too long
/// @param output the begin of what it wrote
public record HealthResult(Instant end, int exitCode, String output) {}
