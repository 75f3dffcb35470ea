// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Span;
import drydock.dockerfile.check.Finding;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// A finding, and where it stands now: it moves with the text around it. JavaFX thread only.
public final class PlacedFinding {
  private final OpenFile file;
  private Finding finding;
  private int start;
  private int end;

  PlacedFinding(OpenFile file, Finding finding) {
    this.file = file;
    this.finding = finding;
    this.start = finding.span().start();
    this.end = finding.span().end();
  }

  /// What is said. Its spans and lines are those of the text that was checked.
  public Finding finding() {
    return finding;
  }

  /// Name of the file in the workspace.
  public String file() {
    return file.name();
  }

  /// Counted from 1.
  public int line() {
    return file.document().offsetToPosition(start, Bias.Forward).getMajor() + 1;
  }

  /// The place in the text as it is now.
  Span span() {
    return new Span(start, end);
  }

  OpenFile openFile() {
    return file;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /// Takes over the words of another that says the same of the same place: lines that they name may
  /// be others now, and what they say to do may have moved.
  boolean adopt(PlacedFinding other) {
    boolean same =
        start == other.start
            && end == other.end
            && finding.code().equals(other.finding.code())
            && finding.severity() == other.finding.severity()
            && (finding.fix() == null) == (other.finding.fix() == null);
    if (same) {
      finding = other.finding;
    }
    return same;
  }

  /// Follows an edit that was just made. False when it changed the text that the finding is about:
  /// a word that grows is another word, too.
  boolean follows(int position, int removed, int inserted) {
    int from = start;
    int to = end;
    if (position + removed <= start) {
      start += inserted - removed;
      end += inserted - removed;
    }
    if (to < position || position + removed < from) {
      return true;
    }
    if (from == to) {
      return false;
    }
    return (position == to && isBlank(end)) || (position + removed == from && isBlank(start - 1));
  }

  /// Also where there is no character: before the first and behind the last.
  private boolean isBlank(int offset) {
    return offset < 0
        || offset >= file.document().getLength()
        || Character.isWhitespace(file.document().getText(offset, offset + 1).charAt(0));
  }
}
