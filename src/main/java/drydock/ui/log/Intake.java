// SPDX-License-Identifier: Apache-2.0
package drydock.ui.log;

import drydock.engine.BuildEvent;
import drydock.engine.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Where events and output come in, on any thread: escape sequences are decoded here, off the JavaFX thread, and every row
/// gets its number. One at a time, so that numbers ascend in the order in which things are handed on.
final class Intake {
  static final int IDS_PER_EVENT = 8;

  private final Consumer<Arrival> sink;
  private final LongSupplier clock;
  private final Gate gate;
  private final Map<Source, Stream> streams = new HashMap<>();
  private long nextId;
  private int outputs;

  private record Source(String group, Output.Channel channel) {}

  private static final class Stream {
    final LineDecoder decoder = new LineDecoder();

    /// Of the row that shows the line being written; null when none does.
    @Nullable Long openId;
  }

  /// @param gate counts the lines that are handed on; whoever brings output passes it first
  Intake(Consumer<Arrival> sink, LongSupplier clock, Gate gate) {
    this.sink = sink;
    this.clock = clock;
    this.gate = gate;
  }

  synchronized void beginBuild(String tag) {
    streams.clear();
    sink.accept(new Arrival.BuildBegan(tag, clock.getAsLong()));
  }

  /// Gives the number of a container's output: when the next one has begun, this one is not wanted any more.
  synchronized int beginOutput() {
    streams.clear();
    sink.accept(new Arrival.OutputBegan());
    return ++outputs;
  }

  synchronized void output(int number, Output output) {
    if (number == outputs) {
      lines(Transcript.OUTPUT, output);
    }
  }

  synchronized void endOutput(int number, String sentence, boolean good) {
    if (number == outputs) {
      sink.accept(new Arrival.OutputEnded(nextId++, sentence, good));
    }
  }

  synchronized void event(BuildEvent event) {
    if (event instanceof BuildEvent.StepOutput(String step, Output output)) {
      lines(step, output);
    } else {
      sink.accept(new Arrival.Happened(nextId, event, clock.getAsLong()));
      nextId += IDS_PER_EVENT;
    }
  }

  private void lines(String group, Output output) {
    Stream stream = streams.computeIfAbsent(new Source(group, output.channel()), _ -> new Stream());
    List<Row.Line> lines = new ArrayList<>();
    for (StyledText text : stream.decoder.feed(output.text())) {
      lines.add(line(stream, text));
      stream.openId = null;
    }
    if (stream.openId != null || stream.decoder.hasOpenLine()) {
      lines.add(line(stream, stream.decoder.openLine()));
      stream.openId = lines.getLast().id();
    }
    if (!lines.isEmpty()) {
      long weight = Gate.weight(lines);
      gate.add(weight);
      sink.accept(new Arrival.Lines(group, lines, weight));
    }
  }

  private Row.Line line(Stream stream, StyledText text) {
    return new Row.Line(stream.openId == null ? nextId++ : stream.openId, text);
  }
}
