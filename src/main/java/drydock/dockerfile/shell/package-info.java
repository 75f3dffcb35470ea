// SPDX-License-Identifier: Apache-2.0
/// The commands of a shell script, as far as they can be told without running it: for RUN, and for
/// CMD and its like in shell form. Where a script goes beyond that, it says so instead of guessing.
@NullMarked
package drydock.dockerfile.shell;

import org.jspecify.annotations.NullMarked;
