// SPDX-License-Identifier: Apache-2.0

/// The picture of namespaces: what feeds it while it is looked at, and its own controls.
@NullMarked
package drydock.ui.namespaces;

import org.jspecify.annotations.NullMarked;
