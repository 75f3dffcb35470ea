// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.replay.Recording;
import drydock.engine.replay.RecordingReader;
import drydock.engine.replay.RecordingWriter;
import drydock.engine.replay.UnreadableRecording;
import drydock.files.AtomicFile;
import drydock.files.Reasons;
import drydock.messages.Messages;
import drydock.moment.RecordedTimeline;
import drydock.moment.Timeline;
import drydock.ui.kit.Action;
import drydock.ui.kit.Background;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Saves what is known of the past as a file, and opens such a file. JavaFX thread only.
final class RecordingFiles {
  static final String PATTERN = "*.drydock-recording";

  private record Read(Recording recording, Timeline timeline) {}

  private final Past past;
  private final Background background;
  private final FileChoice files;
  private final Consumer<String> say;
  private final Consumer<String> problem;
  private final Action save;
  private final Action open;

  RecordingFiles(
      Past past,
      Background background,
      FileChoice files,
      Consumer<String> say,
      Consumer<String> problem) {
    this.past = past;
    this.background = background;
    this.files = files;
    this.say = say;
    this.problem = problem;
    save =
        action(
            "save-recording",
            "mdi2r-record-circle-outline",
            "Shortcut+Shift+Y",
            this::chooseTarget);
    open =
        action(
            "open-recording", "mdi2p-play-circle-outline", "Shortcut+Shift+P", this::chooseSource);
  }

  private static Action action(String id, String icon, String shortcut, Runnable handler) {
    return new Action(id, ActionTexts.name(id), ActionTexts.help(id), icon, shortcut, handler);
  }

  List<Action> actions() {
    return List.of(save, open);
  }

  private void chooseTarget() {
    files.save("engine.drydock-recording", PATTERN).ifPresent(this::save);
  }

  private void chooseSource() {
    files.open(PATTERN).ifPresent(this::open);
  }

  void save(Path file) {
    Optional<Recording> recording = past.recording();
    if (recording.isEmpty()) {
      problem.accept(Messages.get("shell.recording.nothing"));
      return;
    }
    background.call(
        () -> {
          AtomicFile.write(file, out -> RecordingWriter.write(recording.get(), out));
          return file;
        },
        saved -> say.accept(Messages.get("shell.recording.saved", saved)),
        failed(file));
  }

  void open(Path file) {
    background.call(
        () -> {
          Recording recording = RecordingReader.read(file);
          return new Read(recording, RecordedTimeline.of(recording));
        },
        read -> {
          past.open(read.recording(), read.timeline());
          if (!read.recording().notes().isEmpty()) {
            say.accept(String.join(" ", read.recording().notes()));
          }
        },
        e ->
            problem.accept(
                e instanceof UnreadableRecording reason
                    ? reason.getMessage()
                    : Messages.get("cli.recording.unreadable", file, Reasons.of(e))));
  }

  private Consumer<Exception> failed(Path file) {
    return e -> problem.accept(Messages.get("shell.notSaved", file, Reasons.of(e)));
  }
}
