// SPDX-License-Identifier: Apache-2.0

/// The picture of limits: the measurements that feed it while it is looked at, and the ways to
/// change a limit.
@NullMarked
package drydock.ui.limits;

import org.jspecify.annotations.NullMarked;
