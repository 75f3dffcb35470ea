// SPDX-License-Identifier: Apache-2.0

import java.nio.file.Files;
import java.nio.file.Path;

/// Writes `target/drydock` and `target/drydock.bat`. Run by the build on the JDK that it chose, which the launchers fall
/// back on when neither JAVA_HOME nor the PATH offers one that is new enough.
public final class Launchers {
  public static void main(String[] args) throws Exception {
    Path target = Path.of(args[0]);
    for (String name : new String[] {"drydock", "drydock.bat"}) {
      String text = Files.readString(Path.of("src/build/launcher", name))
          .replace("@JAR@", args[1])
          .replace("@MAIN@", args[2])
          .replace("@JDK@", System.getProperty("java.home"));
      if (name.endsWith(".bat")) {
        text = text.replace("\r\n", "\n").replace("\n", "\r\n");
      }
      Path launcher = target.resolve(name);
      Files.writeString(launcher, text);
      launcher.toFile().setExecutable(true);
    }
  }
}
