// SPDX-License-Identifier: Apache-2.0

/// The engine as Drydock sees it: the port [drydock.engine.ContainerEngine], immutable records of what it answers, and
/// the [drydock.engine.EngineState] folded from them. A leaf: no toolkit, no threads, no client library.
@NullMarked
package drydock.engine;

import org.jspecify.annotations.NullMarked;
