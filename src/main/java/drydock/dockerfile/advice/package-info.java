// SPDX-License-Identifier: Apache-2.0
/// Advice of our own about Dockerfiles that build, but could be better: what happens, why it
/// matters, the learner's own line written better, and the lesson that shows it. Where something
/// cannot be told for sure, advice is silent.
@NullMarked
package drydock.dockerfile.advice;

import org.jspecify.annotations.NullMarked;
