// SPDX-License-Identifier: Apache-2.0
package drydock.moment;

import drydock.engine.BuildState;
import drydock.engine.EngineState;
import drydock.engine.Journal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How things were at one moment. Immutable; keeping one costs little more than what differs from
/// the one before.
///
/// @param at by this computer's clock
/// @param journal what had happened up to then
/// @param build the last build that had begun; null before the first
public record Moment(Instant at, EngineState state, Journal journal, @Nullable BuildState build) {}
