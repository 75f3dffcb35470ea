// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.assist.Assist;
import drydock.dockerfile.assist.Completion;
import drydock.ui.kit.Background;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Help with the text of one file as it is at the moment. JavaFX thread only.
final class Help {
  private final OpenFile file;
  private final Reading reading;
  private final Supplier<HelpSource> source;
  private final Background background;
  private @Nullable Assist gathered;
  private long gatheredOf = -1;

  Help(OpenFile file, Reading reading, Supplier<HelpSource> source, Background background) {
    this.file = file;
    this.reading = reading;
    this.source = source;
    this.background = background;
    reading.latest().addListener(_ -> gather());
    gather();
  }

  OpenFile file() {
    return file;
  }

  /// The file as it is now; read at once when the last reading is outdated.
  Dockerfile dockerfile() {
    return reading.isCurrent()
        ? reading.latest().get().dockerfile()
        : Dockerfile.parse(file.text());
  }

  /// Help with the text as it is now; with what is known beside it as soon as that was gathered.
  Assist current() {
    Assist last = gathered;
    return last != null && gatheredOf == file.revision()
        ? last
        : HelpSource.NONE.help(file.name()).apply(dockerfile());
  }

  /// Gathers what is known beside the file again, in the background: it may look at the disk.
  void gather() {
    Reading.Read read = reading.latest().get();
    Function<Dockerfile, Assist> help = source.get().help(file.name());
    background.call(
        () -> help.apply(read.dockerfile()),
        assist -> {
          gathered = assist;
          gatheredOf = read.revision();
        },
        e -> {
          throw new IllegalStateException("a Dockerfile that cannot be helped with", e);
        });
  }

  /// What could stand at an offset, found in the background: it may look at folders. Nothing is
  /// told when the text is another one by then.
  void complete(int offset, Consumer<Completion> found) {
    String text = file.text();
    long asked = file.revision();
    Function<Dockerfile, Assist> help = source.get().help(file.name());
    background.call(
        () -> help.apply(Dockerfile.parse(text)).completion(offset),
        completion -> {
          if (file.revision() == asked) {
            found.accept(completion);
          }
        },
        e -> {
          throw new IllegalStateException("a Dockerfile that cannot be completed", e);
        });
  }
}
