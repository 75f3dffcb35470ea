// SPDX-License-Identifier: Apache-2.0

/// Lesson packs as data, the steps that a learner is in, the learner's folder and progress. A leaf among `lesson`'s rooms
/// but for the goals.
@NullMarked
package drydock.lesson;

import org.jspecify.annotations.NullMarked;
