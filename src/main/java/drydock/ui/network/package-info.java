// SPDX-License-Identifier: Apache-2.0

/// The picture of networks: what is read while it is looked at, who is asked whom they reach, and
/// the ways to connect and disconnect.
@NullMarked
package drydock.ui.network;

import org.jspecify.annotations.NullMarked;
