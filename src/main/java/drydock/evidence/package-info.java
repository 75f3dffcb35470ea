// SPDX-License-Identifier: Apache-2.0
/// Lines for a terminal that ask an engine again what a picture was drawn from.
@NullMarked
package drydock.evidence;

import org.jspecify.annotations.NullMarked;
