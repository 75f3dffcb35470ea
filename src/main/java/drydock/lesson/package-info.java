// SPDX-License-Identifier: Apache-2.0

/// Lesson packs, their steps and goals, the learner's folder and progress. Goals are pure functions of a
/// [drydock.lesson.Situation]. Packs are untrusted: every reader here is strict and bounded.
@NullMarked
package drydock.lesson;

import org.jspecify.annotations.NullMarked;
