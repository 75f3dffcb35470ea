// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.Map;

/// What an engine keeps, and an [EngineState] shows.
public sealed interface EngineObject permits Container, ImageSummary, Network, Volume {
  /// What names it for as long as it exists: its id, of a volume the name.
  String id();

  Map<String, String> labels();

  /// Whether Drydock made it.
  boolean ours();
}
