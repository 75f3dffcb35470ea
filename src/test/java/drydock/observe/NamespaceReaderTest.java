// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.engine.Container;
import drydock.engine.Containers;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.ExecResult;
import drydock.engine.ProcessTable;
import drydock.engine.Samples;
import drydock.engine.StandIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Engines whose `ps` tells less, or nothing.
class NamespaceReaderTest {
  private final List<String> asked = new ArrayList<>();
  private ProcessTable table = new ProcessTable(List.of(), List.of());
  private String links = "";
  private EngineProblem refusal = new EngineProblem.Failed("top", 500, "ps: unknown option");
  private boolean refusesAll;
  private boolean refusesTime;
  private boolean refusesNamespaces;

  private final StandIn.Engine engine =
      new StandIn.Engine() {
        @Override
        public Containers containers() {
          return new StandIn.OfContainers() {
            @Override
            public ProcessTable top(String id, String psArguments) {
              asked.add(psArguments);
              if (refusesAll
                  || (refusesNamespaces && psArguments.contains("pidns"))
                  || (refusesTime && psArguments.contains("timens"))) {
                throw new EngineException(refusal);
              }
              return table;
            }

            @Override
            public ExecResult execute(String id, List<String> command, Duration most) {
              asked.add("execute");
              return new ExecResult(0, links, "", true);
            }
          };
        }
      };

  @Test
  void anOlderPsIsAskedWithoutTime() {
    refusesTime = true;
    table =
        new ProcessTable(
            List.of("PID", "PPID", "PIDNS", "COMMAND"),
            List.of(List.of("4711", "1", "4026532535", "sleep 9")));
    Namespaces seen = read(true);
    assertThat(asked).hasSize(2);
    assertThat(asked.getFirst()).contains("timens");
    assertThat(asked.getLast()).doesNotContain("timens").contains("cgroupns");
    assertThat(seen.inodes()).containsOnlyKeys(Namespace.PID);
    assertThat(seen.processes().getFirst().inside()).isEqualTo(OptionalInt.of(1));
  }

  @Test
  void wherePsCannotTellAProcessInsideDoes() {
    refusesAll = true;
    links = "net:[4026532604]\npid:[4026532535]\npid_for_children:[4026532535]\nodd:[1]\n";
    Namespaces seen = read(true);
    assertThat(seen.method()).isEqualTo(Namespaces.Method.EXEC);
    assertThat(seen.inodes()).containsOnlyKeys(Namespace.NET, Namespace.PID);
  }

  @Test
  void aSimplePsStillTellsTheProcesses() {
    refusesNamespaces = true;
    table =
        new ProcessTable(
            List.of("PID", "PPID", "COMMAND"), List.of(List.of("4711", "1", "sleep 9")));
    links = "net:[4026532604]";
    Namespaces ours = read(true);
    assertThat(ours.method()).isEqualTo(Namespaces.Method.EXEC);
    assertThat(ours.processes())
        .containsExactly(new Namespaces.Task(4711, 1, OptionalInt.of(1), "sleep 9"));
    assertThat(asked).contains(NamespaceReader.PLAIN_PS);
    Namespaces foreign = read(false);
    assertThat(foreign.method()).isEqualTo(Namespaces.Method.NOT_OURS);
    assertThat(foreign.inodes()).isEmpty();
    assertThat(foreign.processes()).hasSize(1);
  }

  @Test
  void nothingIsRunInAContainerThatIsNotOurs() {
    refusesAll = true;
    assertThat(read(false).method()).isEqualTo(Namespaces.Method.NOT_OURS);
    assertThat(asked).doesNotContain("execute");
  }

  @Test
  void oneWithoutAShellCannotTell() {
    refusesAll = true;
    assertThat(read(true).method()).isEqualTo(Namespaces.Method.NO_SHELL);
  }

  @Test
  void aTableThatMakesNoSenseIsNotBelieved() {
    table = new ProcessTable(List.of("USER", "TIME"), List.of(List.of("root", "0:00")));
    links = "uts:[4026532533]";
    assertThat(read(true).method()).isEqualTo(Namespaces.Method.EXEC);
    table = new ProcessTable(List.of("PID", "PPID", "X"), List.of(List.of("?", "1", "x")));
    assertThat(read(true).method()).isEqualTo(Namespaces.Method.EXEC);
  }

  @Test
  void anEngineThatIsGoneIsToldOf() {
    refusesAll = true;
    refusal = new EngineProblem.ConnectionLost("top", "broken pipe");
    assertThatThrownBy(() -> read(true)).isInstanceOf(EngineException.class);
    refusal = new EngineProblem.NotFound("container", "c");
    assertThat(read(true).method()).isEqualTo(Namespaces.Method.NOT_RUNNING);
  }

  @Test
  void processesAreFoundInsideByTreeCommandAndAge() {
    List<Namespaces.Task> outside =
        List.of(
            process(100, 1, "init"),
            process(105, 100, "worker"),
            process(106, 100, "worker"),
            process(107, 106, "job"),
            process(200, 3, "sh"));
    List<InsideProcess> inside =
        InsideProcess.read("1 0 init\n7 1 worker\n8 1 worker\n9 8 job\n20 0 sh\nnonsense\n5 x y\n");
    assertThat(InsideProcess.pair(outside, inside, 100, true))
        .extracting(p -> p.inside().orElse(-1))
        .containsExactly(1, 7, 8, 9, 20);
    assertThat(InsideProcess.pair(outside, List.of(), 100, true))
        .extracting(p -> p.inside().orElse(-1))
        .containsExactly(1, -1, -1, -1, -1);
  }

  private static Namespaces.Task process(int pid, int parent, String command) {
    return new Namespaces.Task(pid, parent, OptionalInt.empty(), command);
  }

  private Namespaces read(boolean ours) {
    Container container =
        Samples.container(
            "c", "web", "busybox", "i", Container.Status.RUNNING, 0, Instant.EPOCH, ours);
    return new NamespaceReader(Clock.systemUTC()).read(engine, container, false);
  }
}
