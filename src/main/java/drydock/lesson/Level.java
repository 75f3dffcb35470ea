// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

/// Whom a lesson is for.
public enum Level {
  BEGINNER,
  INTERMEDIATE,
  ADVANCED
}
