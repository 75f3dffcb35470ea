// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Instruction;
import drydock.dockerfile.check.Fix;
import drydock.dockerfile.shell.Argument;
import drydock.dockerfile.shell.Command;
import drydock.dockerfile.shell.Command.Joint;
import drydock.dockerfile.shell.Script;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Programs that are started where they cannot go on: in RUN, or in the background of a container.
final class ProcessAdvice {
  /// How well-known servers are started in the foreground.
  private static final Map<String, List<String>> FOREGROUND =
      Map.ofEntries(
          Map.entry("nginx", List.of("nginx", "-g", "daemon off;")),
          Map.entry("apache2", List.of("apachectl", "-D", "FOREGROUND")),
          Map.entry("httpd", List.of("httpd", "-D", "FOREGROUND")),
          Map.entry("ssh", List.of("/usr/sbin/sshd", "-D")),
          Map.entry("sshd", List.of("/usr/sbin/sshd", "-D")),
          Map.entry("cron", List.of("cron", "-f")),
          Map.entry("mysql", List.of("mysqld")),
          Map.entry("mariadb", List.of("mariadbd")),
          Map.entry("redis-server", List.of("redis-server")),
          Map.entry("redis", List.of("redis-server")),
          Map.entry("rsyslog", List.of("rsyslogd", "-n")));

  private static final Set<String> MANAGERS = Set.of("npm", "yarn", "pnpm");

  private ProcessAdvice() {}

  static void look(View view, Tips tips) {
    for (StageView stage : view.stages()) {
      for (Step step : stage.runs()) {
        Script script = Objects.requireNonNull(step.script());
        if (!script.commands().isEmpty() && script.complete()) {
          inRun(stage, step, script.commands().getLast(), tips);
        }
      }
      for (Step step : stage.steps()) {
        boolean starts =
            step.instruction() instanceof Instruction.Cmd
                || step.instruction() instanceof Instruction.Entrypoint;
        if (step.own() && starts) {
          inBackground(view, step, tips);
        }
      }
    }
  }

  private static void inRun(StageView stage, Step step, Command last, Tips tips) {
    List<String> words = last.words().stream().map(Argument::text).toList();
    String service = service(words);
    if (last.depth() > 0 || last.before() == Joint.OR || last.before() == Joint.PIPE) {
      return;
    }
    if (!service.isEmpty() || (last.after() == Joint.BACKGROUND && !words.isEmpty())) {
      String better = "CMD " + Edits.json(service.isEmpty() ? words : foreground(service));
      tips.write(Topic.PROCESS_LOST, step.instruction(), last.span(), better);
      return;
    }
    if (isServer(last)) {
      boolean alone =
          Objects.requireNonNull(step.script()).commands().size() == 1
              && Edits.isSimple(step)
              && last.outputs().isEmpty()
              && last.assignments().isEmpty()
              && last.words().stream().allMatch(Argument::known);
      boolean first = stage.last(Instruction.Cmd.class) == null;
      String shown = String.join(" ", words);
      tips.offer(
          Topic.SERVER_IN_RUN,
          step.instruction(),
          last.span(),
          alone && first && stage.next(step) == null,
          Fix.replace(step.instruction().span(), "CMD " + Edits.json(words)),
          shown);
    }
  }

  /// The service that a command starts in the background; empty when it starts none.
  private static String service(List<String> words) {
    if (words.size() < 2) {
      return "";
    }
    String program = Paths.name(words.getFirst());
    boolean starts = words.contains("start") || words.contains("restart");
    if (program.equals("service") && starts && words.size() == 3) {
      return words.get(1);
    }
    if (program.equals("systemctl") && starts && words.size() == 3) {
      return words.get(2).replace(".service", "");
    }
    if (words.getFirst().startsWith("/etc/init.d/") && starts) {
      return program;
    }
    return (program.equals("apachectl") || program.equals("apache2ctl"))
            && starts
            && words.size() == 2
        ? "apache2"
        : "";
  }

  private static List<String> foreground(String service) {
    return FOREGROUND.getOrDefault(service, List.of(service));
  }

  /// Only what nobody starts for anything else.
  private static boolean isServer(Command command) {
    List<String> words = command.words().stream().map(Argument::text).toList();
    String program = command.program();
    String rest = String.join(" ", command.arguments().stream().map(Argument::text).toList());
    if (words.isEmpty()
        || program.isEmpty()
        || !command.words().getFirst().text().endsWith(program)) {
      return false;
    }
    return switch (program) {
      case "npm", "yarn", "pnpm" ->
          MANAGERS.contains(program) && (rest.equals("start") || rest.equals("run start"));
      case "flask" -> rest.startsWith("run") || rest.contains(" run");
      case "uvicorn", "gunicorn" -> rest.contains(":");
      case "node" -> rest.equals("server.js") || rest.equals("app.js");
      case "nginx" -> rest.contains("daemon off");
      case "rails" -> rest.startsWith("server") || rest.equals("s");
      case "php" -> rest.startsWith("-S ");
      default ->
          program.startsWith("python")
              && (rest.contains("manage.py runserver")
                  || rest.contains("-m http.server")
                  || rest.contains("-m flask run"));
    };
  }

  private static void inBackground(View view, Step step, Tips tips) {
    Script script = step.script();
    List<String> words = step.words();
    boolean behind =
        script != null
            && script.complete()
            && !script.commands().isEmpty()
            && script.commands().getLast().after() == Joint.BACKGROUND
            && script.commands().getLast().depth() == 0;
    if (behind && script != null) {
      List<Argument> last = script.commands().getLast().words();
      words = last.stream().map(Argument::text).toList();
    }
    String service = service(words);
    boolean nginx =
        words.size() == 1
            && Paths.name(words.getFirst()).equals("nginx")
            && !view.file().text().contains("daemon off")
            && !view.file().text().contains(".conf");
    if (words.isEmpty() || !(behind || nginx || !service.isEmpty())) {
      return;
    }
    List<String> right =
        nginx ? foreground("nginx") : service.isEmpty() ? words : foreground(service);
    String shown = service.isEmpty() ? Paths.name(words.getFirst()) : service;
    tips.offer(
        Topic.STARTS_IN_BACKGROUND,
        step.instruction(),
        step.instruction().arguments().span(),
        nginx,
        Fix.replace(step.instruction().arguments().span(), Edits.json(right)),
        shown);
  }
}
