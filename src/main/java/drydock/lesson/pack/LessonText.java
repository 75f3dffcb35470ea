// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import drydock.lesson.goal.Words;
import drydock.markup.Block;
import drydock.markup.Inline;
import drydock.markup.Markup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The body of `lesson.md`: what stands before the first `## Heading {#step-id}`, then one [StepText] a section. Fenced
/// blocks marked `hint`, `why`, `notes`, `predict`, `quiz`, `goal ID`, `mistake ID` and `solve ID` are taken out of the
/// text.
final class LessonText {
  private static final int MAX_HINTS = 9;
  private static final Set<String> MARKS =
      Set.of("hint", "why", "notes", "predict", "quiz", "goal", "mistake", "solve");

  final List<Block> intro = new ArrayList<>();
  final Map<String, StepText> steps = new LinkedHashMap<>();

  /// Paths of the pictures shown, with the line of the first use.
  final Map<String, Integer> pictures = new LinkedHashMap<>();

  private final Source source;
  private final int lineOffset;
  private final Traps traps;

  /// @param lineOffset how many lines of the file stand before `body`
  LessonText(String body, Source source, int lineOffset) {
    this.source = source;
    this.lineOffset = lineOffset;
    this.traps = new Traps(source);
    if (body.length() > Markup.MAX_LENGTH) {
      problem(Rule.FILE_LARGE, 1, Words.bytes(Markup.MAX_LENGTH));
    }
    traps.vars(body, lineOffset);
    traps.look(body, lineOffset);
    StepText step = null;
    for (Block block : Markup.parse(body)) {
      if (block instanceof Block.Heading heading && heading.level() <= 2) {
        step = begin(heading);
      } else if (step == null) {
        intro.add(block);
        gatherPictures(List.of(block), lineOffset);
      } else if (block instanceof Block.CodeBlock code && MARKS.contains(mark(code))) {
        marked(step, code);
      } else {
        step.text.add(block);
        gatherPictures(List.of(block), lineOffset);
      }
    }
  }

  private StepText begin(Block.Heading heading) {
    StepText step =
        new StepText(
            heading.id(), Inline.plain(heading.content()).strip(), heading.line() + lineOffset);
    if (heading.level() != 2 || heading.id().isEmpty() || step.title.isEmpty()) {
      problem(Rule.HEADING, heading.line(), "## Title {#step-id}");
    } else if (steps.putIfAbsent(step.id, step) != null) {
      problem(Rule.ID_TWICE, heading.line(), step.id);
    }
    return step;
  }

  private static String mark(Block.CodeBlock code) {
    return code.info().split("\\s+", 2)[0];
  }

  private void marked(StepText step, Block.CodeBlock code) {
    List<Block> inside = Markup.parse(code.text());
    traps.look(code.text(), lineOffset + code.line());
    gatherPictures(inside, lineOffset + code.line());
    switch (mark(code)) {
      case "hint" -> step.hints.add(inside);
      case "why" -> step.why.addAll(inside);
      case "notes" -> step.notes.addAll(inside);
      case "predict" -> question(step.prediction, inside, code.line());
      case "quiz" -> question(step.quiz, inside, code.line());
      case "mistake" -> named(step.mistakes, code, inside);
      case "solve" -> named(step.solution, code, inside);
      default -> goalTitle(step, code);
    }
    if (mark(code).equals("hint") && step.hints.size() == MAX_HINTS + 1) {
      problem(Rule.HINTS, code.line(), MAX_HINTS);
    }
  }

  private void named(Map<String, List<Block>> texts, Block.CodeBlock code, List<Block> inside) {
    String id = id(code);
    if (!Fields.ID.matcher(id).matches() || inside.isEmpty()) {
      problem(Rule.BLOCK_ID, code.line(), mark(code));
    } else if (texts.put(id, inside) != null) {
      problem(Rule.ID_TWICE, code.line(), id);
    }
  }

  private void goalTitle(StepText step, Block.CodeBlock code) {
    String id = id(code);
    String title = code.text().strip();
    if (!Fields.ID.matcher(id).matches() || title.isEmpty() || title.length() > 200) {
      problem(Rule.GOAL_TITLE, code.line());
    } else if (step.goalTitles.put(id, title) != null) {
      problem(Rule.ID_TWICE, code.line(), id);
    }
  }

  private static String id(Block.CodeBlock code) {
    return code.info().substring(mark(code).length()).strip();
  }

  /// A question, then a list of choices that each begin with their id as code. Without a list, a number is asked for.
  private void question(StepText.Question into, List<Block> inside, int line) {
    if (into.isThere() || inside.isEmpty()) {
      problem(Rule.PREDICT_FORM, line);
      return;
    }
    if (!(inside.getLast() instanceof Block.BulletList list) || inside.size() < 2) {
      into.question.addAll(inside);
      return;
    }
    into.question.addAll(inside.subList(0, inside.size() - 1));
    for (List<Block> item : list.items()) {
      if (item.size() == 1
          && item.getFirst() instanceof Block.Paragraph(List<Inline> words)
          && words.size() > 1
          && words.getFirst() instanceof Inline.Code(String id)) {
        into.choices.put(id, Inline.plain(words.subList(1, words.size())).strip());
      } else {
        problem(Rule.PREDICT_FORM, line);
      }
    }
  }

  private void gatherPictures(List<Block> blocks, int offset) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Image image -> pictures.putIfAbsent(image.path(), image.line() + offset);
        case Block.BulletList list -> list.items().forEach(i -> gatherPictures(i, offset));
        case Block.OrderedList list -> list.items().forEach(i -> gatherPictures(i, offset));
        case Block.Quote quote -> gatherPictures(quote.content(), offset);
        case Block.Heading _, Block.Paragraph _, Block.CodeBlock _, Block.Table _, Block.Rule _ -> {
          // no pictures in there
        }
      }
    }
  }

  private void problem(Rule rule, int line, Object... arguments) {
    source.problem(rule, line + lineOffset, 1, arguments);
  }
}
