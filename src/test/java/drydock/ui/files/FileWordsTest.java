// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.archive.Change;
import drydock.archive.Entry;
import drydock.archive.Kind;
import drydock.archive.Order;
import drydock.engine.PathChange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names, rights and contents out of images that nobody knows.
class FileWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "config.yaml|config.yaml",
        "..|file",
        "../../etc/passwd|_.._etc_passwd",
        ".bashrc|bashrc",
        "a:b*c?.txt|a_b_c_.txt",
        "con|_con",
        "NUL.txt|_NUL.txt",
        "com1|_com1",
        "trailing. . |trailing",
        "\"\u202etxt.exe\"|_txt.exe"
      })
  void suggestedNamesAreSafeEverywhere(String name, String safe) {
    assertThat(SafeName.of(name)).isEqualTo(safe);
  }

  @Test
  void aLongNameKeepsItsEnd() {
    assertThat(SafeName.of("x".repeat(400) + ".tar.gz")).endsWith(".tar.gz").hasSize(120);
  }

  @ParameterizedTest
  @CsvSource({
    "FILE, 755, -rwxr-xr-x 0:7",
    "FOLDER, 1777, drwxrwxrwt 0:7",
    "FILE, 4755, -rwsr-xr-x 0:7",
    "FILE, 2644, -rw-r-Sr-- 0:7",
    "SYMLINK, 777, lrwxrwxrwx 0:7",
    "FIFO, 0, p--------- 0:7"
  })
  void rightsReadAsLsPrintsThem(Kind kind, String octal, String text) {
    Entry entry = new Entry("/a", kind, 1, Integer.parseInt(octal, 8), 0, 7, Instant.EPOCH, "");
    assertThat(Rights.of(entry)).isEqualTo(text);
  }

  @Test
  void aLetterThatIsCutInTwoIsNoReasonToCallItBinary() {
    byte[] bytes = "aä".getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(bytes, 2);
    assertThat(Content.of(cut, true)).isEqualTo(new Content.Text("a", true));
    assertThat(Content.of(cut, false)).isInstanceOf(Content.Other.class);
    assertThat(Content.of(new byte[] {'a', 0}, false)).isInstanceOf(Content.Other.class);
  }

  @Test
  void whoeverSendsTooMuchIsStopped() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Enough enough = new Enough(out, 5);
    enough.write(new byte[3], 0, 3);
    assertThat(enough.reached()).isFalse();
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> enough.write(new byte[3], 0, 3))
        .isInstanceOf(IOException.class);
    assertThat(enough.reached()).isTrue();
    assertThat(out.size()).isEqualTo(5);
  }

  @Test
  void foldersThatTheEngineDidNotTellAreMadeUp() {
    ChangesListing listing =
        new ChangesListing(
            List.of(
                new PathChange("/a/b/c", PathChange.Kind.ADDED),
                new PathChange("/a", PathChange.Kind.MODIFIED),
                new PathChange("/etc/motd", PathChange.Kind.MODIFIED),
                new PathChange("/gone", PathChange.Kind.DELETED)));
    assertThat(listing.size()).isEqualTo(6);
    assertThat(listing.top(Order.NAME))
        .extracting(FileItem::name)
        .containsExactly("a", "etc", "gone");
    FileListing removed = listing.only(Wanted.REMOVED.filter(""));
    assertThat(removed.top(Order.NAME))
        .extracting(FileItem::change)
        .containsExactly(Change.REMOVED);
    FileListing some = listing.only(Wanted.LAYER.filter("MOTD"));
    assertThat(some.size()).isEqualTo(2);
  }
}
