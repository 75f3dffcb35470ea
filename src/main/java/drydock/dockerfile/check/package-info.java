// SPDX-License-Identifier: Apache-2.0
/// What is to be said about a Dockerfile: BuildKit's own build checks, what it refuses, and mistakes of pasting, each with
/// an explanation for learners.
@NullMarked
package drydock.dockerfile.check;

import org.jspecify.annotations.NullMarked;
