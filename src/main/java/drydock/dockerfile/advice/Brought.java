// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Expansion;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Value;
import drydock.dockerfile.shell.Argument;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Script;
import java.util.ArrayList;
import java.util.List;

/// A file or folder that an instruction surely brings into the image.
///
/// @param path where it is then
/// @param name of a single file as it was called; empty for a folder with whatever is in it
record Brought(String path, String name) {
  /// By a copy or a download; nothing that cannot be told.
  static List<Brought> by(Step step) {
    List<Brought> brought = new ArrayList<>();
    if (step.instruction() instanceof Instruction.Transfer transfer) {
      copied(step, transfer, brought);
    }
    Script script = step.script();
    if (script != null && step.instruction() instanceof Instruction.Run) {
      downloaded(step, script, brought);
    }
    return brought;
  }

  private static void copied(Step step, Instruction.Transfer transfer, List<Brought> brought) {
    Value written = transfer.destination();
    if (written == null) {
      return;
    }
    Expansion destination = step.scope().expand(written.text());
    if (!destination.known() || destination.error() != null) {
      return;
    }
    String folder = Paths.resolve(step.setting().workdir(), destination.text());
    boolean isFolder =
        destination.text().endsWith("/")
            || destination.text().endsWith(".")
            || transfer.sources().size() > 1;
    for (Value source : transfer.sources()) {
      String text = source.text();
      String name = Paths.name(text);
      if (text.contains("$") || name.contains("*") || name.contains("<<")) {
        continue;
      }
      boolean whole = text.endsWith("/") || name.equals(".") || name.isEmpty();
      if (whole) {
        brought.add(new Brought(folder, ""));
      } else {
        brought.add(new Brought(isFolder ? Paths.resolve(folder, name) : folder, name));
      }
    }
  }

  private static void downloaded(Step step, Script script, List<Brought> brought) {
    String folder = step.setting().workdir();
    for (Command command : script.commands()) {
      if (command.startsWith("cd") && command.depth() == 0 && command.operands().size() == 1) {
        folder = Paths.resolve(folder, command.operands().getFirst().text());
      }
      String file = target(command);
      if (!file.isEmpty() && !file.equals("-") && !file.startsWith("/dev/")) {
        brought.add(new Brought(Paths.resolve(folder, file), Paths.name(file)));
      }
    }
  }

  /// The file that curl or wget writes; empty when it cannot be told.
  private static String target(Command command) {
    boolean curl = command.program().equals("curl");
    if (!curl && !command.program().equals("wget")) {
      return "";
    }
    List<Argument> arguments = command.arguments();
    char letter = curl ? 'o' : 'O';
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      boolean last = text.startsWith("-") && !text.startsWith("--") && text.endsWith("" + letter);
      boolean word = text.equals("--output") || text.equals("--output-document");
      if ((last || word) && i + 1 < arguments.size()) {
        return arguments.get(i + 1).known() ? arguments.get(i + 1).text() : "";
      }
    }
    boolean named = !curl || command.hasLetter('O') || command.has("--remote-name");
    List<Argument> urls = arguments.stream().filter(a -> a.text().contains("://")).toList();
    boolean elsewhere = command.has("-P", "--directory-prefix", "--output-dir");
    return named && urls.size() == 1 && urls.getFirst().known() && !elsewhere
        ? Paths.name(urls.getFirst().text().split("[?#]", 2)[0])
        : "";
  }

  /// Whether removing a path removes this.
  ///
  /// @param removed possibly with a `*` in its last part
  boolean isRemovedBy(String removed) {
    int star = removed.indexOf('*');
    if (star < 0) {
      return path.equals(removed) || (!name.isEmpty() && Paths.isBelow(path, removed));
    }
    String folder = removed.substring(0, removed.lastIndexOf('/', star) + 1);
    String before = removed.substring(0, star);
    String after = removed.substring(star + 1);
    if (name.isEmpty() || after.indexOf('*') >= 0 || after.indexOf('/') >= 0) {
      return false;
    }
    boolean direct = path.indexOf('/', folder.length()) < 0;
    return path.length() >= before.length() + after.length()
        && path.startsWith(before)
        && (after.isEmpty() || (direct && path.endsWith(after)));
  }

  /// Whether a removed path lies in this folder.
  boolean holds(String removed) {
    return name.isEmpty() && Paths.isBelow(removed, path);
  }
}
