// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineObject;

/// What a look at a thing showed.
sealed interface Sight {
  Thing thing();

  record Found(Thing thing, EngineObject object) implements Sight {}

  /// The engine has no such thing.
  record Absent(Thing thing) implements Sight {}

  /// The engine could not tell: it is damaged, busy with it, or too slow.
  record Unclear(Thing thing) implements Sight {}
}
