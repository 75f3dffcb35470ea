// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.ExecResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out whom a container reaches, by its addresses and by its name, with one shell in the
/// container that runs `ping` for each. It runs something in the container, so only when a person
/// asks, and only in containers of ours.
public final class ReachReader {
  /// Whom one container is asked about at a time.
  public static final int MOST_TARGETS = 16;

  private static final Duration MOST = Duration.ofSeconds(30);

  /// What may be asked for: nothing that `ping` takes for an option.
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:-]{0,252}");

  private static final String NO_PING = "no ping";

  /// Eight at a time. Of each a line: exit code, host, and how the first line of ping begins. A
  /// resolver may take long to say that it does not know a name; three seconds are waited for it.
  /// Behind "=" are ports, which are asked where ping was answered: exit code, host/port.
  private static final String SCRIPT =
      """
      t=; timeout 2 true 2>/dev/null && t='timeout 3'
      ping -c 1 -w 1 127.0.0.1 >/dev/null 2>&1 || { echo 'no ping'; exit 0; }
      n=0
      z=; [ -n "$t" ] && nc --help 2>&1 | grep -q . && z=yes
      set -f
      for a in "$@"; do
        h=${a%%=*}
        { r=$($t ping -c 1 -w 1 "$h" 2>/dev/null); c=$?; set -- $r; echo "$c $h $1 $2 $3"
          [ "$h" != "$a" ] && [ $c = 0 ] && [ $z ] && for p in $(echo "${a#*=}" | tr , ' '); do
            timeout 2 nc -w 1 "$h" "$p" </dev/null >/dev/null 2>&1; [ $? != 1 ]; echo "$? $h/$p"
          done; } &
        n=$((n+1)); [ $((n % 8)) -ne 0 ] || wait
      done
      wait
      """;

  private static final Pattern LINE = Pattern.compile("(\\d{1,3}) (\\S+)(.*)");
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([0-9A-Fa-f.:]+)\\)");

  private final Clock clock;

  public ReachReader(Clock clock) {
    this.clock = clock;
  }

  /// The command that asks the same.
  public static List<String> command(String host) {
    return List.of("ping", "-c", "1", "-w", "1", host);
  }

  /// Blocks for as long as it takes, half a minute at most.
  ///
  /// @param from a container of ours
  /// @param targets the first [#MOST_TARGETS] of them are asked for
  /// @throws EngineException when the engine cannot be asked at all, or `from` is not ours
  public List<Reach> read(ContainerEngine engine, Container from, List<ReachTarget> targets) {
    List<ReachTarget> asked = targets.stream().limit(MOST_TARGETS).toList();
    if (!from.running()) {
      return asked.stream().map(to -> none(from, to, Reach.Answer.ENDED)).toList();
    }
    List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "sh"));
    Map<String, List<Integer>> ports = new HashMap<>();
    asked.forEach(to -> to.addresses().forEach(address -> ports.put(address, to.ports())));
    asked.stream()
        .flatMap(to -> Stream.concat(to.addresses().stream(), Stream.of(to.name())))
        .distinct()
        .filter(host -> HOST.matcher(host).matches())
        .map(host -> word(host, ports.getOrDefault(host, List.of())))
        .forEach(command::add);
    try {
      ExecResult result = engine.containers().execute(from.id(), command, MOST);
      return answers(from, asked, result);
    } catch (EngineException e) {
      Reach.Answer why = why(e);
      return asked.stream().map(to -> none(from, to, why)).toList();
    }
  }

  private static String word(String host, List<Integer> ports) {
    return ports.isEmpty()
        ? host
        : host + "=" + ports.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /// The command that asks a port: `nc` fails with 1 when nobody accepts there, and is ended when
  /// somebody does and waits.
  public static List<String> portCommand(String host, int port) {
    return List.of(
        "sh", "-c", "timeout 2 nc -w 1 " + host + " " + port + " </dev/null; [ $? != 1 ]");
  }

  private static Reach.Answer why(EngineException e) {
    if (e.problem() instanceof EngineProblem.NotFound
        || e.problem() instanceof EngineProblem.Conflict) {
      return Reach.Answer.ENDED;
    }
    if (e.problem() instanceof EngineProblem.TimedOut) {
      return Reach.Answer.TOO_LATE;
    }
    if (e.problem() instanceof EngineProblem.Failed) {
      return Reach.Answer.NO_SHELL;
    }
    throw e;
  }

  private List<Reach> answers(Container from, List<ReachTarget> targets, ExecResult result) {
    Reach.Answer obstacle =
        result.stdout().startsWith(NO_PING)
            ? Reach.Answer.NO_PING
            : result.exitCode() >= 126 ? Reach.Answer.NO_SHELL : Reach.Answer.TOO_LATE;
    Map<String, Echo> echoes = echoes(result.stdout());
    return targets.stream().map(to -> reach(from, to, echoes, obstacle)).toList();
  }

  private Reach reach(
      Container from, ReachTarget to, Map<String, Echo> echoes, Reach.Answer obstacle) {
    Echo name = echoes.get(to.name());
    List<String> asked = to.addresses().stream().filter(echoes::containsKey).toList();
    Reach.Naming naming = naming(to, name);
    String named = name == null ? "" : name.address();
    if (asked.isEmpty()) {
      Reach.Answer why = to.addresses().isEmpty() ? Reach.Answer.NO_ADDRESS : obstacle;
      return new Reach(from.id(), to.container(), why, "", naming, named, clock.instant());
    }
    String answered =
        asked.stream()
            .filter(address -> echoes.getOrDefault(address, Echo.NONE).answered())
            .findFirst()
            .orElse("");
    return new Reach(
        from.id(),
        to.container(),
        answered.isEmpty() ? Reach.Answer.SILENT : Reach.Answer.ANSWERED,
        answered.isEmpty() ? asked.getFirst() : answered,
        naming,
        named,
        to.ports().stream()
            .filter(port -> echoes.containsKey(answered + "/" + port))
            .map(
                port ->
                    new Reach.Port(
                        port, echoes.getOrDefault(answered + "/" + port, Echo.NONE).answered()))
            .toList(),
        clock.instant());
  }

  private static Reach.Naming naming(ReachTarget to, @Nullable Echo name) {
    if (name == null) {
      return Reach.Naming.NOT_ASKED;
    }
    if (name.address().isEmpty()) {
      return Reach.Naming.UNKNOWN;
    }
    return to.addresses().contains(name.address()) ? Reach.Naming.KNOWN : Reach.Naming.ANOTHER;
  }

  /// What `ping` said of a host.
  ///
  /// @param address that it sent to; empty when it did not know the host
  private record Echo(boolean answered, String address) {
    static final Echo NONE = new Echo(false, "");
  }

  private static Map<String, Echo> echoes(String text) {
    Map<String, Echo> echoes = new HashMap<>();
    for (String line : text.split("\n", -1)) {
      Matcher matcher = LINE.matcher(line.strip());
      if (matcher.matches()) {
        Matcher address = IN_BRACKETS.matcher(matcher.group(3));
        echoes.put(
            matcher.group(2),
            new Echo(matcher.group(1).equals("0"), address.find() ? address.group(1) : ""));
      }
    }
    return echoes;
  }

  private Reach none(Container from, ReachTarget to, Reach.Answer why) {
    Instant now = clock.instant();
    return new Reach(from.id(), to.container(), why, "", Reach.Naming.NOT_ASKED, "", now);
  }
}
