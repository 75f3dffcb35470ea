// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import drydock.engine.HealthCheck;
import drydock.engine.Limits;
import drydock.engine.NamespaceModes;
import drydock.engine.RestartPolicy;
import drydock.messages.Messages;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// [Move]s as `docker` command lines.
final class MoveCommands {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./{}-]+");

  private MoveCommands() {}

  static String of(Move move) {
    return switch (move) {
      case Move.Write m -> Messages.get("lesson.move.write", m.path());
      case Move.Delete m -> Messages.get("lesson.move.delete", m.path());
      case Move.Build m -> line("build", m.noCache() ? "--no-cache" : "", "-t", m.tag(), ".");
      case Move.Run m -> run(m.container());
      case Move.Act m -> act(m);
      case Move.Kill m ->
          m.signal().equals("KILL")
              ? line("kill", m.container())
              : line("kill", "--signal", m.signal(), m.container());
      case Move.Exec m -> line("exec", m.container()) + words(m.words());
      case Move.Connect m ->
          "docker network connect"
              + words(m.aliases().stream().map(a -> "--alias=" + a).toList())
              + words(List.of(m.network(), m.container()));
      case Move.Disconnect m -> line("network", "disconnect", m.network(), m.container());
      case Move.Limit m ->
          "docker update" + words(limits(m.limits())) + words(List.of(m.container()));
      case Move.MakeNetwork m ->
          line("network", "create", m.network().internal() ? "--internal" : "", m.network().name());
      case Move.RemoveNetwork m -> line("network", "rm", m.network());
      case Move.MakeVolume m -> line("volume", "create", m.volume().name());
      case Move.RemoveVolume m -> line("volume", "rm", m.volume());
      case Move.Tag m -> line("tag", m.image(), m.tag());
      case Move.RemoveImage m -> line("rmi", m.image());
      case Move.Wait m -> Messages.get("lesson.move.wait", m.seconds());
    };
  }

  private static String act(Move.Act move) {
    return switch (move.verb()) {
      case START -> line("start", move.container());
      case STOP -> line("stop", move.container());
      case RESTART -> line("restart", move.container());
      case PAUSE -> line("pause", move.container());
      case UNPAUSE -> line("unpause", move.container());
      case REMOVE -> line("rm", "-f", move.container());
    };
  }

  private static String run(StagedContainer c) {
    List<String> words = new ArrayList<>();
    switch (c.state()) {
      case RUNNING -> words.addAll(List.of("run", "-d"));
      case CREATED -> words.add("create");
      case EXITED -> words.add("run");
    }
    option(words, "--name", c.name());
    modes(words, c.modes());
    c.aliases().forEach(a -> option(words, "--network-alias", a));
    c.env().forEach((name, value) -> option(words, "-e", name + "=" + value));
    c.ports().forEach((inner, outer) -> option(words, "-p", port(inner, outer)));
    words.addAll(limits(c.limits()));
    c.mounts().forEach(m -> words.addAll(mount(m)));
    option(words, "-u", c.user());
    option(words, "-w", c.workingDir());
    restart(words, c.restartPolicy());
    if (c.healthCheck() != null) {
      health(words, c.healthCheck());
    }
    List<String> command = new ArrayList<>(c.command());
    if (!c.entrypoint().isEmpty()) {
      option(words, "--entrypoint", c.entrypoint().getFirst());
      // as the engine puts them together
      command.addAll(0, c.entrypoint().subList(1, c.entrypoint().size()));
    }
    words.add(c.image());
    words.addAll(command);
    return "docker" + words(words);
  }

  private static void modes(List<String> words, NamespaceModes modes) {
    option(words, "--network", modes.network());
    option(words, "--pid", modes.pid());
    option(words, "--ipc", modes.ipc());
    option(words, "--uts", modes.uts());
  }

  private static String port(String inner, String outer) {
    String plain = inner.endsWith("/tcp") ? inner.substring(0, inner.length() - 4) : inner;
    return "127.0.0.1:" + outer + ":" + plain;
  }

  private static List<String> mount(StagedMount mount) {
    return switch (mount) {
      case StagedMount.OfVolume m ->
          List.of("-v", m.volume() + ":" + m.target() + (m.readOnly() ? ":ro" : ""));
      case StagedMount.OfMemory m -> List.of("--tmpfs", m.target());
      case StagedMount.OfFolder m ->
          List.of("-v", "./" + m.path() + ":" + m.target() + (m.readOnly() ? ":ro" : ""));
    };
  }

  private static void restart(List<String> words, RestartPolicy policy) {
    String name = policy.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    switch (policy.kind()) {
      case NO -> {}
      case ALWAYS, UNLESS_STOPPED -> option(words, "--restart", name);
      case ON_FAILURE ->
          option(
              words,
              "--restart",
              name + (policy.maximumRetries() > 0 ? ":" + policy.maximumRetries() : ""));
    }
  }

  private static void health(List<String> words, HealthCheck check) {
    List<String> test = check.test();
    if (test.equals(List.of("NONE"))) {
      words.add("--no-healthcheck");
      return;
    }
    option(words, "--health-cmd", String.join(" ", test.subList(1, test.size())));
    seconds(words, "--health-interval", check.interval());
    seconds(words, "--health-timeout", check.timeout());
    seconds(words, "--health-start-period", check.startPeriod());
    if (check.retries() > 0) {
      option(words, "--health-retries", String.valueOf(check.retries()));
    }
  }

  private static void seconds(List<String> words, String option, Duration duration) {
    if (duration.isPositive()) {
      option(words, option, duration.toSeconds() + "s");
    }
  }

  private static List<String> limits(Limits limits) {
    List<String> words = new ArrayList<>();
    if (limits.memoryBytes() > 0) {
      option(words, "--memory", bytes(limits.memoryBytes()));
    }
    if (limits.memorySwapBytes() != 0) {
      option(
          words,
          "--memory-swap",
          limits.memorySwapBytes() < 0 ? "-1" : bytes(limits.memorySwapBytes()));
    }
    if (limits.nanoCpus() > 0) {
      option(
          words,
          "--cpus",
          BigDecimal.valueOf(limits.nanoCpus(), 9).stripTrailingZeros().toPlainString());
    }
    if (limits.cpuShares() > 0) {
      option(words, "--cpu-shares", String.valueOf(limits.cpuShares()));
    }
    if (limits.pids() > 0) {
      option(words, "--pids-limit", String.valueOf(limits.pids()));
    }
    return words;
  }

  private static String bytes(long bytes) {
    long mebi = 1024L * 1024;
    return bytes % mebi == 0 ? bytes / mebi + "m" : bytes + "b";
  }

  private static void option(List<String> words, String name, String value) {
    if (!value.isEmpty()) {
      words.add(name);
      words.add(value);
    }
  }

  private static String line(String... words) {
    return "docker" + words(List.of(words).stream().filter(w -> !w.isEmpty()).toList());
  }

  private static String words(List<String> words) {
    return words.stream().map(w -> " " + quoted(w)).collect(Collectors.joining());
  }

  /// As it has to stand in double quotes, which Unix shells, PowerShell and cmd all have; in single ones where a Unix
  /// shell would read something into it.
  private static String quoted(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    boolean special = word.chars().anyMatch(c -> "\"\\$`!".indexOf(c) >= 0);
    return special ? "'" + word.replace("'", "'\\''") + "'" : '"' + word + '"';
  }
}
