// SPDX-License-Identifier: Apache-2.0
package drydock.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.files.Disk;
import drydock.settings.Settings.Appearance;
import drydock.settings.Settings.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {
  @TempDir Path temp;

  @Test
  void folders() {
    assertThat(SettingsFolder.of("Linux", "/home/a", Map.of()))
        .isEqualTo(Path.of("/home/a/.config/drydock"));
    assertThat(SettingsFolder.of("Linux", "/home/a", Map.of("XDG_CONFIG_HOME", "/cfg")))
        .isEqualTo(Path.of("/cfg/drydock"));
    assertThat(SettingsFolder.of("Linux", "/home/a", Map.of("XDG_CONFIG_HOME", "rel")))
        .isEqualTo(Path.of("/home/a/.config/drydock"));
    assertThat(SettingsFolder.of("Mac OS X", "/Users/a", Map.of("XDG_CONFIG_HOME", "/cfg")))
        .isEqualTo(Path.of("/Users/a/Library/Application Support/Drydock"));
    assertThat(SettingsFolder.of("Windows 11", "C:/Users/a", Map.of("APPDATA", "C:/Roam")))
        .isEqualTo(Path.of("C:/Roam/Drydock"));
    assertThat(SettingsFolder.of("Windows 11", "C:/Users/a", Map.of()))
        .isEqualTo(Path.of("C:/Users/a/AppData/Roaming/Drydock"));
  }

  @Test
  void whatIsSavedComesBack() throws IOException {
    Settings settings =
        Settings.DEFAULT
            .withAppearance(Appearance.DARK)
            .withWindow(new Window(1000, 700, true))
            .withDividers(Map.of("main", List.of(0.25, 0.6)))
            .withCollapsed(Set.of("lesson", "log"))
            .withFontSize(18)
            .withZoom(150)
            .withCalm(true)
            .withLesson("first/1")
            .withWorkspaces(temp)
            .withEngine("unix:///home/you/.colima/default/docker.sock")
            .withClosedHints(Set.of("several-engines"))
            .withNotes(new Settings.Notes(-1200, 40, 600, 700, 150));
    new SettingsStore(temp.resolve("deep/er")).save(settings);
    assertThat(new SettingsStore(temp.resolve("deep/er")).load()).isEqualTo(settings);
    assertThat(new SettingsStore(temp.resolve("none")).load()).isEqualTo(Settings.DEFAULT);
  }

  @ParameterizedTest
  @EnumSource(Appearance.class)
  void everyAppearanceIsKept(Appearance appearance) throws IOException {
    new SettingsStore(temp).save(Settings.DEFAULT.withAppearance(appearance));
    assertThat(new SettingsStore(temp).load().appearance()).isEqualTo(appearance);
  }

  @Test
  void fieldsOfANewerVersionSurvive() throws IOException {
    Path file = temp.resolve("settings.json");
    Files.writeString(
        file, "{\"fontSize\": 15, \"newer\": {\"a\": [1]}, \"window\": \"wide\", \"lesson\": 7}");
    SettingsStore store = new SettingsStore(temp);
    Settings settings = store.load();
    assertThat(settings).isEqualTo(Settings.DEFAULT.withFontSize(15));
    store.save(settings.withFontSize(16));
    assertThat(Files.readString(file)).contains("\"newer\"");
    assertThat(new SettingsStore(temp).load().fontSize()).isEqualTo(16);
  }

  @Test
  void aBrokenFileIsKeptBesideIt() throws IOException {
    for (String broken : List.of("{\"fontSize\": 1", "[]", "", "\0\0")) {
      Files.writeString(temp.resolve("settings.json"), broken);
      SettingsStore store = new SettingsStore(temp);
      assertThat(store.load()).as(broken).isEqualTo(Settings.DEFAULT);
      assertThat(temp.resolve("settings.json.broken")).hasContent(broken);
      store.save(Settings.DEFAULT);
      assertThat(new SettingsStore(temp).load()).isEqualTo(Settings.DEFAULT);
    }
  }

  @Test
  void whoeverOnlyLooksLeavesTheFileWhereItIs() throws IOException {
    SettingsStore store = new SettingsStore(temp);
    assertThat(store.look()).isEqualTo(Settings.DEFAULT);
    Path file = temp.resolve("settings.json");
    for (String broken : List.of("{\"engine\": ", "[]", "{\"engine\": 7}")) {
      Files.writeString(file, broken);
      assertThat(store.look().engine()).as(broken).isNull();
      assertThat(file).hasContent(broken);
    }
    store.save(Settings.DEFAULT.withEngine("tcp://box:2376"));
    assertThat(store.look().engine()).isEqualTo("tcp://box:2376");
  }

  @Test
  void valuesAreBroughtIntoTheirBounds() throws IOException {
    Files.writeString(
        temp.resolve("settings.json"),
        "{\"fontSize\": 900, \"window\": {\"width\": -5, \"height\": 1e300}, \"dividers\": {\"a\":"
            + " [7, \"x\", -1]}, \"appearance\": \"pink\", \"notes\": {\"x\": \"NaN\", \"width\":"
            + " 1, \"percent\": 1000}}");
    Settings settings = new SettingsStore(temp).load();
    assertThat(settings.fontSize()).isEqualTo(Settings.MAX_FONT_SIZE);
    assertThat(settings.window()).isEqualTo(new Window(640, 16_000, false));
    assertThat(settings.dividers()).isEqualTo(Map.of("a", List.of(1.0, 0.0)));
    assertThat(settings.appearance()).isEqualTo(Settings.DEFAULT.appearance());
    assertThat(settings.notes()).isEqualTo(new Settings.Notes(0, 0, 320, 240, 300));
  }

  @Test
  void aFullDiskLeavesTheOldFileAndNothingElse() throws IOException {
    try (Disk disk = new Disk(1 << 18)) {
      Path folder = disk.folder("settings");
      SettingsStore store = new SettingsStore(folder);
      store.save(Settings.DEFAULT.withFontSize(20));
      disk.fill();
      assertThatThrownBy(() -> store.save(Settings.DEFAULT.withFontSize(21)))
          .isInstanceOf(IOException.class);
      assertThat(new SettingsStore(folder).load().fontSize()).isEqualTo(20);
      try (var entries = Files.list(folder)) {
        assertThat(entries.map(p -> p.getFileName().toString())).containsExactly("settings.json");
      }
      disk.makeRoom();
      store.save(Settings.DEFAULT.withFontSize(21));
      assertThat(new SettingsStore(folder).load().fontSize()).isEqualTo(21);
    }
  }
}
