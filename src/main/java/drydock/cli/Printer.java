// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.engine.BuildEvent;

/// Shows a build's events as they come.
interface Printer {
  void print(BuildEvent event);
}
