// SPDX-License-Identifier: Apache-2.0

/// Looks closer than the engine's state does, when a picture asks: namespaces, processes, what a
/// container uses. Pure readers over the engine port; who calls them decides when and how often.
@NullMarked
package drydock.observe;

import org.jspecify.annotations.NullMarked;
