// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where an element of a picture comes from, so that anybody can ask the engine again.
///
/// @param command the `docker …` line that shows the same
/// @param request the HTTP request, "GET /images/{name}/json"
/// @param field the part of the answer that was drawn, and its value
/// @param at when the engine answered; null while nothing has been asked
public record Evidence(String command, String request, String field, @Nullable Instant at) {}
