// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import java.util.function.Supplier;

/// The editor's lines, linked to the steps of log and picture.
record LinkedLines(Supplier<StepLinks> links) implements Desk.Lines {
  @Override
  public void selected(int line) {
    links.get().lineSelected(line);
  }

  @Override
  public void pointed(int line) {
    links.get().linePointed(line);
  }
}
