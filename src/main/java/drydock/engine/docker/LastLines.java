// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The last lines of an output that comes in pieces; older ones are forgotten, long ones cut.
final class LastLines {
  private static final int KEPT = 20;
  private static final int LONGEST = 2000;

  private final Deque<String> whole = new ArrayDeque<>();
  private final StringBuilder open = new StringBuilder();

  void add(String text) {
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      append(text, from, end < 0 ? text.length() : end);
      if (end < 0) {
        return;
      }
      finishLine();
      from = end + 1;
    }
  }

  private void append(String text, int from, int to) {
    open.append(text, from, Math.min(to, from + Math.max(0, LONGEST - open.length())));
  }

  private void finishLine() {
    if (!open.isEmpty() && open.charAt(open.length() - 1) == '\r') {
      open.setLength(open.length() - 1);
    }
    if (whole.size() == KEPT) {
      whole.removeFirst();
    }
    whole.addLast(open.toString());
    open.setLength(0);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(whole);
    if (!open.isEmpty()) {
      lines.add(open.toString());
    }
    return lines;
  }
}
