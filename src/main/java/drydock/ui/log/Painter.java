// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/// Says how each kind of row looks.
final class Painter {
  /// More would never be seen, and text layout is not free.
  static final int LONGEST_SHOWN = 1000;

  /// Columns left and right of a line that its text does not get.
  static final int MARGIN = 7;

  private static final int BODY_INDENT = 4;
  private static final String OPEN = "▾ ";
  private static final String CLOSED = "▸ ";
  private static final String NO_FOLD = "  ";

  private final Inks inks;
  private final LogModel model;

  Painter(Inks inks, LogModel model) {
    this.inks = inks;
    this.model = model;
  }

  Look look(Row row, boolean grouped) {
    return switch (row) {
      case Row.Header h -> header(h);
      case Row.Line l -> new Look(grouped ? BODY_INDENT : 1, searched(pieces(l.styled()), l), null);
      case Row.Part p ->
          new Look(
              BODY_INDENT,
              searched(
                  List.of(mark(p.timing()), Look.Piece.of(p.title(), inks.paint(Ink.MUTED))), p),
              right(p.timing()));
      case Row.Progress p -> progress(p, grouped);
      case Row.Note n -> {
        Paint paint = inks.paint(n.warning() ? Ink.WARNING : Ink.MUTED);
        String mark = n.warning() ? "! " : "i ";
        yield new Look(
            grouped ? BODY_INDENT : 2,
            searched(List.of(Look.Piece.sign(mark, paint), Look.Piece.of(n.sentence(), paint)), n),
            null);
      }
      case Row.Verdict v -> verdict(v);
    };
  }

  private Look header(Row.Header h) {
    String fold = h.foldable() ? h.folded() ? CLOSED : OPEN : NO_FOLD;
    StepState state = h.timing().state();
    boolean quiet = state == StepState.WAITING || state == StepState.NOT_RUN;
    return new Look(
        0,
        searched(
            List.of(
                Look.Piece.sign(fold, inks.paint(Ink.MUTED)),
                mark(h.timing()),
                Look.Piece.of(h.title(), inks.paint(quiet ? Ink.MUTED : Ink.HEADING))),
            h),
        right(h.timing()));
  }

  private Look.Piece mark(Timing timing) {
    StepState state = timing.state();
    return Look.Piece.sign(state.mark() + " ", inks.paint(state.ink()));
  }

  private Look.Piece right(Timing timing) {
    return Look.Piece.of(timing.words(model.now()), inks.paint(timing.state().ink()));
  }

  private Look progress(Row.Progress p, boolean grouped) {
    Paint muted = inks.paint(Ink.MUTED);
    List<Look.Piece> pieces = new ArrayList<>();
    if (!p.item().isEmpty()) {
      pieces.add(Look.Piece.of(p.item() + "  ", inks.paint(Ink.TEXT)));
    }
    int full = Amounts.full(p);
    if (full >= 0) {
      Ink ink = p.done() ? Ink.RAN : Ink.RUNNING;
      pieces.add(Look.Piece.of(Amounts.bar(full), inks.paint(ink)));
      pieces.add(Look.Piece.of(Amounts.barRest(full) + "  ", muted));
    }
    pieces.add(Look.Piece.of(Amounts.progress(p), muted));
    return new Look(grouped ? BODY_INDENT : 1, pieces, null);
  }

  private Look verdict(Row.Verdict v) {
    String mark =
        switch (v.kind()) {
          case GOOD -> StepState.RAN.mark() + " ";
          case BAD -> StepState.FAILED.mark() + " ";
          case NEUTRAL -> StepState.CANCELLED.mark() + " ";
          case DETAIL -> "  ";
        };
    Paint paint =
        inks.paint(
            switch (v.kind()) {
              case GOOD -> Ink.RAN;
              case BAD -> Ink.FAILED;
              case NEUTRAL -> Ink.MUTED;
              case DETAIL -> Ink.TEXT;
            });
    int weight = v.kind() == Row.Verdict.Kind.DETAIL ? 0 : Style.BOLD;
    return new Look(
        2,
        searched(
            List.of(
                Look.Piece.sign(mark, paint), new Look.Piece(v.sentence(), paint, null, weight)),
            v),
        null);
  }

  private List<Look.Piece> pieces(StyledText styled) {
    Paint plain = inks.paint(Ink.TEXT);
    String text = styled.text();
    int shown = Math.min(text.length(), LONGEST_SHOWN);
    List<Look.Piece> pieces = new ArrayList<>();
    int at = 0;
    for (StyledText.Run run : styled.runs()) {
      if (run.from() >= shown) {
        break;
      }
      if (run.from() > at) {
        pieces.add(Look.Piece.of(text.substring(at, run.from()), plain));
      }
      at = Math.min(run.to(), shown);
      pieces.add(piece(text.substring(run.from(), at), run.style(), plain));
    }
    if (at < shown) {
      pieces.add(Look.Piece.of(text.substring(at, shown), plain));
    }
    if (shown < text.length()) {
      pieces.add(
          Look.Piece.of(
              " " + Messages.get("log.line.cut", text.length() - shown), inks.paint(Ink.MUTED)));
    }
    return pieces;
  }

  private Look.Piece piece(String text, Style style, Paint plain) {
    Paint fore = orElse(inks.paint(style.foreground()), plain);
    Paint back = inks.paint(style.background());
    if (style.has(Style.INVERSE)) {
      Paint swapped = fore;
      fore = orElse(back, inks.paint(Ink.MATCH_TEXT));
      back = swapped;
    }
    if (style.has(Style.DIM) && fore instanceof Color colour) {
      fore = colour.deriveColor(0, 1, 1, 0.6);
    }
    return new Look.Piece(text, fore, back, style.attributes());
  }

  private static Paint orElse(@Nullable Paint paint, Paint other) {
    return paint == null ? other : paint;
  }

  /// Cuts pieces where the query is, and gives those places another ground.
  private List<Look.Piece> searched(List<Look.Piece> pieces, Row row) {
    Finder finder = model.rows().finder();
    if (!finder.matches(row)) {
      return pieces;
    }
    Paint ink = inks.paint(Ink.MATCH_TEXT);
    Paint ground = inks.paint(model.search().isCurrent(row) ? Ink.WARNING : Ink.MATCH);
    StringBuilder all = new StringBuilder();
    pieces.forEach(p -> all.append(p.text()));
    String text = all.toString();
    List<Look.Piece> cut = new ArrayList<>();
    int start = 0;
    int match = finder.find(text, 0);
    for (Look.Piece piece : pieces) {
      int end = start + piece.text().length();
      int at = start;
      while (match >= 0 && match < end) {
        int to = Math.min(end, match + finder.query().length());
        if (match > at) {
          cut.add(part(text.substring(at, match), piece));
        }
        cut.add(
            new Look.Piece(
                text.substring(Math.max(at, match), to), ink, ground, piece.attributes()));
        at = to;
        if (match + finder.query().length() > end) {
          break;
        }
        match = finder.find(text, match + finder.query().length());
      }
      if (at < end) {
        cut.add(part(text.substring(at, end), piece));
      }
      start = end;
    }
    return cut;
  }

  private static Look.Piece part(String text, Look.Piece of) {
    return new Look.Piece(text, of.fill(), of.back(), of.attributes());
  }
}
