// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Form;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Span;
import drydock.dockerfile.Value;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.shell.Argument;
import drydock.dockerfile.shell.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Servers that nobody outside of their container can reach.
final class LocalhostAdvice {
  private static final String ALL = "0.0.0.0";
  private static final Set<String> SERVERS =
      Set.of(
          "flask",
          "uvicorn",
          "gunicorn",
          "hypercorn",
          "daphne",
          "php",
          "rails",
          "puma",
          "hugo",
          "jekyll",
          "mkdocs",
          "ng",
          "vite",
          "next",
          "http-server",
          "streamlit",
          "fastapi",
          "waitress-serve");
  private static final Set<String> OPTIONS =
      Set.of(
          "--host",
          "--bind",
          "-b",
          "-h",
          "--hostname",
          "-H",
          "--address",
          "-a",
          "--dev-addr",
          "--listen");

  private record Part(String text, Span span) {}

  private LocalhostAdvice() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      Step cmd = stage.last(Instruction.Cmd.class);
      Step entrypoint = stage.last(Instruction.Entrypoint.class);
      if (entrypoint == null && cmd != null && cmd.own()) {
        look(cmd, parts(cmd), tips);
      } else if (entrypoint != null && cmd == null && entrypoint.own()) {
        look(entrypoint, parts(entrypoint), tips);
      }
    }
  }

  private static List<Part> parts(Step step) {
    if (Step.form(step.instruction()) instanceof Form.Exec(List<Value> words)
        && step.script() == null) {
      return words.stream().map(v -> new Part(v.text(), v.word().span())).toList();
    }
    Script script = step.script();
    if (script == null
        || !step.isText()
        || !script.complete()
        || script.commands().size() != 1
        || !script.commands().getFirst().words().stream().allMatch(Argument::known)) {
      return List.of();
    }
    return script.commands().getFirst().words().stream()
        .map(a -> new Part(a.text(), a.span()))
        .dropWhile(p -> p.text().equals("exec"))
        .toList();
  }

  private static void look(Step step, List<Part> parts, Tips tips) {
    if (parts.isEmpty()) {
      return;
    }
    List<String> words = parts.stream().map(Part::text).toList();
    String program = Paths.name(words.getFirst());
    boolean python = program.startsWith("python");
    if (!python && !SERVERS.contains(program)) {
      return;
    }
    String shown = python && words.size() > 2 && words.get(1).equals("-m") ? words.get(2) : program;
    if (words.contains("runserver")) {
      shown = "runserver";
    }
    for (int i = 1; i < parts.size(); i++) {
      String text = words.get(i);
      boolean option =
          OPTIONS.contains(words.get(i - 1))
              || words.get(i - 1).equals("-S")
              || words.get(i - 1).equals("runserver");
      boolean joined =
          OPTIONS.stream().anyMatch(o -> o.startsWith("--") && text.startsWith(o + "="));
      String address = joined ? text.substring(text.indexOf('=') + 1) : text;
      if ((option || joined) && isLocal(address)) {
        String changed = text.replaceFirst("127\\.0\\.0\\.1|localhost", ALL);
        tips.fix(
            Topic.LISTENS_ON_LOCALHOST,
            step.instruction(),
            parts.get(i).span(),
            Fix.replace(parts.get(i).span(), quoted(step, changed)),
            shown);
        return;
      }
    }
    byDefault(step, parts, words, shown, tips);
  }

  private static boolean isLocal(String address) {
    return address.equals("127.0.0.1")
        || address.equals("localhost")
        || address.startsWith("127.0.0.1:")
        || address.startsWith("localhost:");
  }

  private static String quoted(Step step, String word) {
    return Step.form(step.instruction()) instanceof Form.Exec ? "\"" + word + "\"" : word;
  }

  /// Servers that listen on 127.0.0.1 unless they are told otherwise.
  private static void byDefault(
      Step step, List<Part> parts, List<String> words, String server, Tips tips) {
    List<String> added = new ArrayList<>();
    Part last = parts.getLast();
    switch (server) {
      case "flask" -> {
        if (words.contains("run") && step.scope().find("FLASK_RUN_HOST") == null) {
          added.add("--host=" + ALL);
        }
      }
      case "uvicorn" -> {
        boolean app = words.stream().anyMatch(w -> w.indexOf(':') > 0);
        if (app
            && step.scope().find("UVICORN_HOST") == null
            && !words.contains("--uds")
            && !words.contains("--fd")) {
          added.add("--host=" + ALL);
        }
      }
      case "mkdocs" -> {
        if (words.contains("serve")) {
          added.add("--dev-addr=" + ALL + ":8000");
        }
      }
      case "hugo" -> {
        if (words.contains("server") || words.contains("serve")) {
          added.add("--bind=" + ALL);
        }
      }
      case "jekyll" -> {
        if (words.contains("serve") || words.contains("server")) {
          added.add("--host=" + ALL);
        }
      }
      case "runserver" -> {
        if (words.getLast().equals("runserver")) {
          added.add(ALL + ":8000");
        } else if (words.getLast().matches("\\d{2,5}")
            && words.get(words.size() - 2).equals("runserver")) {
          tell(
              step,
              last,
              Fix.replace(last.span(), quoted(step, ALL + ":" + words.getLast())),
              server,
              tips);
        }
      }
      default -> {} // these listen on all addresses, or it is not known
    }
    boolean told =
        words.stream()
            .anyMatch(
                w ->
                    OPTIONS.contains(w.split("=", 2)[0])
                        || w.startsWith("-h")
                        || w.startsWith("-b"));
    if (!added.isEmpty() && !told) {
      boolean exec = Step.form(step.instruction()) instanceof Form.Exec;
      String text = exec ? ", \"" + added.getFirst() + "\"" : " " + added.getFirst();
      tell(step, last, new Fix(List.of(Edits.behind(last.span(), text))), server, tips);
    }
  }

  private static void tell(Step step, Part part, Fix fix, String server, Tips tips) {
    tips.fix(Topic.LISTENS_ON_LOCALHOST, step.instruction(), part.span(), fix, server);
  }
}
