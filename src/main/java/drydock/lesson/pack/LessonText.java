// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.goal.Words;
import drydock.markup.Block;
import drydock.markup.Inline;
import drydock.markup.Markup;
import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The body of `lesson.md`: what stands before the first `## Heading {#step-id}`, then one [StepText] a section. Fenced
/// blocks marked `hint`, `why`, `notes`, `predict` and `goal ID` are taken out of the text.
final class LessonText {
  private static final int MAX_HINTS = 9;

  final List<Block> intro = new ArrayList<>();
  final Map<String, StepText> steps = new LinkedHashMap<>();

  /// Paths of the pictures shown, with the line of the first use.
  final Map<String, Integer> pictures = new LinkedHashMap<>();

  private final String file;
  private final int lineOffset;
  private final Problems problems;

  LessonText(String body, String file, int lineOffset, Problems problems) {
    this.file = file;
    this.lineOffset = lineOffset;
    this.problems = problems;
    if (body.length() > Markup.MAX_LENGTH) {
      problem(1, Messages.get("lesson.pack.file.large", Words.bytes(Markup.MAX_LENGTH)));
    }
    StepText step = null;
    for (Block block : Markup.parse(body)) {
      if (block instanceof Block.Heading heading && heading.level() <= 2) {
        step = begin(heading);
      } else if (step == null) {
        intro.add(block);
        gatherPictures(List.of(block));
      } else if (block instanceof Block.CodeBlock code && isMarked(code)) {
        marked(step, code);
      } else {
        step.text.add(block);
        gatherPictures(List.of(block));
      }
    }
  }

  private StepText begin(Block.Heading heading) {
    StepText step =
        new StepText(
            heading.id(), Inline.plain(heading.content()).strip(), heading.line() + lineOffset);
    if (heading.level() != 2 || heading.id().isEmpty() || step.title.isEmpty()) {
      problem(heading.line(), Messages.get("lesson.pack.heading", "## Title {#step-id}"));
    } else if (steps.putIfAbsent(step.id, step) != null) {
      problem(heading.line(), Messages.get("lesson.pack.id.twice", step.id));
    }
    return step;
  }

  private static boolean isMarked(Block.CodeBlock code) {
    String mark = mark(code);
    return List.of("hint", "why", "notes", "predict", "goal").contains(mark);
  }

  private static String mark(Block.CodeBlock code) {
    return code.info().split("\\s+", 2)[0];
  }

  private void marked(StepText step, Block.CodeBlock code) {
    List<Block> inside = Markup.parse(code.text());
    gatherPictures(inside);
    String mark = mark(code);
    switch (mark) {
      case "hint" -> step.hints.add(inside);
      case "why" -> step.why.addAll(inside);
      case "notes" -> step.notes.addAll(inside);
      case "predict" -> predict(step, inside, code.line());
      default -> goalTitle(step, code);
    }
    if (step.hints.size() > MAX_HINTS) {
      problem(code.line(), Messages.get("lesson.pack.hints", MAX_HINTS));
    }
  }

  private void goalTitle(StepText step, Block.CodeBlock code) {
    String id = code.info().substring("goal".length()).strip();
    String title = code.text().strip();
    if (!Fields.ID.matcher(id).matches() || title.isEmpty() || title.length() > 200) {
      problem(code.line(), Messages.get("lesson.pack.goal.title"));
    } else if (step.goalTitles.put(id, title) != null) {
      problem(code.line(), Messages.get("lesson.pack.id.twice", id));
    }
  }

  /// A question, then a list of choices that each begin with their id as code.
  private void predict(StepText step, List<Block> inside, int line) {
    if (!step.question.isEmpty()
        || inside.size() < 2
        || !(inside.getLast() instanceof Block.BulletList list)) {
      problem(line, Messages.get("lesson.pack.predict.form"));
      return;
    }
    step.question.addAll(inside.subList(0, inside.size() - 1));
    for (List<Block> item : list.items()) {
      if (item.size() == 1
          && item.getFirst() instanceof Block.Paragraph(List<Inline> words)
          && words.size() > 1
          && words.getFirst() instanceof Inline.Code(String id)) {
        step.choices.put(id, Inline.plain(words.subList(1, words.size())).strip());
      } else {
        problem(line, Messages.get("lesson.pack.predict.form"));
      }
    }
  }

  private void gatherPictures(List<Block> blocks) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Image image -> pictures.putIfAbsent(image.path(), image.line() + lineOffset);
        case Block.BulletList list -> list.items().forEach(this::gatherPictures);
        case Block.OrderedList list -> list.items().forEach(this::gatherPictures);
        case Block.Quote quote -> gatherPictures(quote.content());
        case Block.Heading _, Block.Paragraph _, Block.CodeBlock _, Block.Table _, Block.Rule _ -> {
          // no pictures in there
        }
      }
    }
  }

  private void problem(int line, String sentence) {
    problems.add(file, line + lineOffset, sentence);
  }
}
