// SPDX-License-Identifier: Apache-2.0

/// Drydock: learn containers by watching your own Docker engine.
@NullMarked
package drydock;

import org.jspecify.annotations.NullMarked;
