// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.settings.Settings;
import drydock.settings.SettingsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
  @TempDir Path folder;
  private final Held background = new Held();
  private final List<String> problems = new ArrayList<>();

  private Memory memory() {
    return new Memory(new SettingsStore(folder), Settings.DEFAULT, background, problems::add);
  }

  private Settings written() throws IOException {
    return new SettingsStore(folder).load();
  }

  @Test
  void changesAreWrittenTogether() throws IOException {
    Memory memory = memory();
    memory.change(s -> s.withFontSize(20));
    memory.change(s -> s.withFontSize(21));
    memory.change(s -> s.withLesson("pack/lesson"));
    assertThat(background.held()).as("not while changes come").isZero();
    background.passTime();
    assertThat(background.held()).isEqualTo(1);
    background.next();
    assertThat(written()).isEqualTo(memory.settings());
    assertThat(written().fontSize()).isEqualTo(21);
  }

  @Test
  void whatDidNotChangeIsNotWritten() {
    memory().change(s -> s.withFontSize(s.fontSize()));
    background.passTime();
    assertThat(background.held()).isZero();
  }

  @Test
  void flushWritesAtOnceAndOnce() throws IOException {
    Memory memory = memory();
    memory.change(s -> s.withFontSize(22));
    memory.flush();
    assertThat(written().fontSize()).isEqualTo(22);
    background.passTime();
    assertThat(background.held()).as("nothing is left to write").isZero();
  }

  @Test
  void flushAfterCalmWritesNothingAgain() throws IOException {
    Memory memory = memory();
    memory.change(s -> s.withFontSize(22));
    background.passTime();
    background.next();
    Files.delete(folder.resolve("settings.json"));
    memory.flush();
    assertThat(folder.resolve("settings.json")).doesNotExist();
  }

  @Test
  void flushDoesNotLoseAWriteUnderWay() throws IOException {
    Memory memory = memory();
    memory.change(s -> s.withFontSize(22));
    background.passTime(); // handed to the background, which the end of the app may cut short
    memory.flush();
    assertThat(written().fontSize()).isEqualTo(22);
  }

  @Test
  void saysWhyItCannotWrite() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    Memory memory =
        new Memory(
            new SettingsStore(folder.resolve("file")), Settings.DEFAULT, background, problems::add);
    memory.change(s -> s.withFontSize(22));
    memory.flush();
    assertThat(problems).containsExactly("there is a file of that name already");
  }
}
