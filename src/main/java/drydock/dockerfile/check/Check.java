// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

/// One rule at work.
@FunctionalInterface
interface Check {
  void check(Subject subject, Report report);
}
