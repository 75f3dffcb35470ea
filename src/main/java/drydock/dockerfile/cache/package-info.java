// SPDX-License-Identifier: Apache-2.0

/// What a builder's cache will make of the next build: the key of each step as data, the steps that
/// an engine has built before, and from both a prediction with its causes. Pure; what it must know
/// of folders and engines it is given.
@NullMarked
package drydock.dockerfile.cache;

import org.jspecify.annotations.NullMarked;
