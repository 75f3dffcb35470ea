// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A volume as `GET /volumes/{name}` shows it.
///
/// @param mountpoint the folder on the engine's machine
public record Volume(
    String name,
    String driver,
    String mountpoint,
    String scope,
    @Nullable Instant created,
    Map<String, String> labels)
    implements EngineObject {
  public Volume {
    labels = Map.copyOf(labels);
  }

  @Override
  public String id() {
    return name;
  }

  @Override
  public boolean ours() {
    return Ownership.isOurs(labels, Ownership.Kind.VOLUME);
  }
}
