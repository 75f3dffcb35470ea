// SPDX-License-Identifier: Apache-2.0
package drydock.ui.editor;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.assist.Assist;
import drydock.dockerfile.assist.Completion;
import drydock.ui.kit.Background;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Help with the text of one file as it is at the moment. JavaFX thread only.
final class Help {
  private final OpenFile file;
  private final Reading reading;
  private final Supplier<HelpSource> source;
  private final Background background;

  Help(OpenFile file, Reading reading, Supplier<HelpSource> source, Background background) {
    this.file = file;
    this.reading = reading;
    this.source = source;
    this.background = background;
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

  /// Help with the text as it is now, and with what is known now.
  Assist current() {
    return source.get().help(file.name()).apply(dockerfile());
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
