// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.check.Finding;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Explains findings: what happens, the person's own lines written better, where to read more, and
/// what can be done.
final class FindingCards implements CardSource {
  private final Findings findings;
  private final Problems problems;
  private final Supplier<EditorLinks> links;

  FindingCards(Findings findings, Problems problems, Supplier<EditorLinks> links) {
    this.findings = findings;
    this.problems = problems;
    this.links = links;
  }

  @Override
  public List<Explained> at(int offset) {
    return explained(
        findings.touching(offset, offset).stream()
            .filter(f -> offset < f.end() || f.start() == f.end())
            .toList());
  }

  @Override
  public List<Explained> atCaret(int offset) {
    return explained(findings.at(offset));
  }

  @Override
  public List<Explained> onLine(int start, int end) {
    return explained(
        findings.touching(start, end).stream().filter(f -> f.start() >= start).toList());
  }

  private List<Explained> explained(List<PlacedFinding> found) {
    return found.stream().map(f -> new Explained(f.span(), card(f))).toList();
  }

  private CardContent card(PlacedFinding placed) {
    Finding finding = placed.finding();
    List<CardContent.Part> parts = new ArrayList<>();
    if (!finding.explanation().isEmpty()) {
      parts.add(new CardContent.Paragraph(finding.explanation()));
    }
    if (!finding.better().isBlank()) {
      parts.add(new CardContent.Code(Messages.get("editor.card.better"), finding.better()));
    }
    if (finding.fix() != null) {
      parts.add(
          new CardContent.Button(
              FixWords.of(finding.fix()),
              FindingActions.FIX_KEYS.getDisplayText(),
              () -> problems.fix(placed)));
    }
    EditorLinks to = links.get();
    if (!finding.lesson().isEmpty() && to.hasLesson().test(finding.lesson())) {
      parts.add(
          new CardContent.Link(
              Messages.get("editor.card.lesson"), () -> to.lesson().accept(finding.lesson())));
    }
    if (!finding.url().isEmpty()) {
      parts.add(
          new CardContent.Link(
              Messages.get("editor.card.page"), () -> to.page().accept(finding.url())));
    }
    return new CardContent(
        new CardContent.Badge(
            SeverityLook.tone(finding.severity()), SeverityLook.word(finding.severity())),
        finding.message(),
        parts);
  }
}
