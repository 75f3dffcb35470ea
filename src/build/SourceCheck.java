// SPDX-License-Identifier: Apache-2.0

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.ImportOrderer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the compiler does not check of a source file: its format (google-java-format), its length, its licence line.
/// Run by the build on the project's JDK: `check` fails with a list, `fix` rewrites what can be rewritten.
public final class SourceCheck {
  private static final int MAX_LINES = 400;
  private static final String LICENCE = "// SPDX-License-Identifier: Apache-2.0";

  public static void main(String[] args) throws Exception {
    boolean fix = args[0].equals("fix");
    var formatter =
        new Formatter(JavaFormatterOptions.builder().formatJavadoc(false).build());
    List<String> problems = new ArrayList<>();
    List<Path> files;
    try (var walk = Files.walk(Path.of("src"))) {
      files = walk.filter(p -> p.toString().endsWith(".java") && !p.startsWith("src/build")).sorted().toList();
    }
    int longest = 0;
    for (Path file : files) {
      String source = Files.readString(file);
      if (!source.startsWith(LICENCE)) {
        problems.add(file + ": the first line must be \"" + LICENCE + "\"");
      }
      String formatted = source;
      try {
        formatted = formatter.formatSource(
            RemoveUnusedImports.removeUnusedImports(ImportOrderer.reorderImports(source, JavaFormatterOptions.Style.GOOGLE)));
      } catch (Exception e) {
        problems.add(file + ": " + e.getMessage());
      }
      if (!formatted.equals(source)) {
        if (fix) {
          Files.writeString(file, formatted);
        } else {
          problems.add(file + ": not in google-java-format; \"mvn -Pformat generate-sources\" mends it");
        }
      }
      int lines = (int) formatted.lines().count();
      longest = Math.max(longest, lines);
      if (lines > MAX_LINES) {
        problems.add(file + ": " + lines + " lines, at most " + MAX_LINES + ": split it");
      }
    }
    problems.forEach(System.err::println);
    System.out.println("source check: " + files.size() + " files, longest " + longest + " lines, problems: " + problems.size());
    System.exit(problems.isEmpty() ? 0 : 1);
  }
}
