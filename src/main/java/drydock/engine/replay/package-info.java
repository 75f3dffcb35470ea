// SPDX-License-Identifier: Apache-2.0
/// Recordings: what an engine did and answered in a stretch of time, written to a file, read again
/// without trusting it, and played through the same port. No toolkit and no threads: a replay moves
/// when it is told to.
@NullMarked
package drydock.engine.replay;

import org.jspecify.annotations.NullMarked;
