// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

public enum Severity {
  /// The pack is not opened.
  ERROR,
  /// It is opened; authors should look at it.
  WARNING
}
