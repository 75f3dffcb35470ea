// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Each value is what `RUN echo` of a 28.5 builder had, too.
class ScopesTest {
  @Test
  void theLastLineThatGivesAValueCounts() {
    assertThat(last("ENV V=env\nARG V=arg")).containsEntry("V", "arg");
    assertThat(last("ARG V=arg\nENV V=env")).containsEntry("V", "env");
    assertThat(last("ENV V=env\nARG V")).containsEntry("V", "env");
    assertThat(last("ENV V=env\nARG V", "V", "given")).containsEntry("V", "given");
    assertThat(last("ARG V=arg\nENV V=env", "V", "given")).containsEntry("V", "env");
    assertThat(last("ARG V", "V", "given")).containsEntry("V", "given");
    assertThat(last("ENV A=b", "V", "undeclared")).doesNotContainKey("V");
  }

  @Test
  void oneInstructionSeesWhatWasBeforeIt() {
    assertThat(last("ENV abc=hello\nENV abc=bye def=$abc"))
        .containsEntry("abc", "bye")
        .containsEntry("def", "hello");
    assertThat(last("ARG A=1 B=$A")).containsEntry("B", "1");
    assertThat(last("ENV A the $HOME rest")).containsEntry("A", "the  rest");
  }

  @Test
  void argumentsAboveFromAreForFromAndForABareArg() {
    Dockerfile file =
        Dockerfile.parse("ARG V=1 W=2\nFROM scratch\nENV A=$V\nARG V\nARG W=x\nENV B=$V$W");
    Scopes scopes = Scopes.of(file, Map.of());
    assertThat(scopes.before(file.stages().getFirst().from()).expand("$V").text()).isEqualTo("1");
    assertThat(values(scopes.after(file.stages().getFirst())))
        .containsEntry("A", "")
        .containsEntry("B", "1x");
  }

  @Test
  void aStageHasTheVariablesOfTheStageItStartsFrom() {
    Dockerfile file =
        Dockerfile.parse(
            "FROM scratch AS a\nARG V=1\nENV E=2\nONBUILD ENV O=$E\nFROM a\nENV X=$V$E$O\n"
                + "FROM scratch\nENV X=$V");
    Scopes scopes = Scopes.of(file, Map.of());
    assertThat(values(scopes.after(file.stages().get(1)))).containsEntry("X", "122");
    assertThat(values(scopes.after(file.stages().get(2)))).containsEntry("X", "");
    assertThat(scopes.executions(file.stages().get(1)))
        .extracting(e -> e.instruction().text(), e -> e.onbuild() != null)
        .containsExactly(tuple("ENV O=$E", true), tuple("ENV X=$V$E$O", false));
  }

  @Test
  void theBaseImagesEnvironmentCountsWhenItIsKnown() {
    Dockerfile file = Dockerfile.parse("FROM img:1\nENV P=$PATH:/x");
    Stage stage = file.stages().getFirst();
    Variable unknown = Scopes.of(file, Map.of()).after(stage).find("P");
    assertThat(unknown).isNotNull().extracting(Variable::state).isEqualTo(Variable.State.UNKNOWN);
    Scopes known = Scopes.of(file, Map.of(), image -> Map.of("PATH", "/bin of " + image));
    assertThat(values(known.after(stage))).containsEntry("P", "/bin of img:1:/x");
    assertThat(known.after(stage).isComplete()).isTrue();
  }

  @Test
  void aValueThatDoublesForEverIsUnknown() {
    assertThat(doubled(10)).extracting(Variable::value).isEqualTo("a".repeat(1 << 10));
    assertThat(doubled(40)).extracting(Variable::state).isEqualTo(Variable.State.UNKNOWN);
  }

  private static @Nullable Variable doubled(int times) {
    Dockerfile file = Dockerfile.parse("FROM scratch\nENV A=a\n" + "ENV A=$A$A\n".repeat(times));
    return Scopes.of(file, Map.of()).after(file.stages().getFirst()).find("A");
  }

  @Test
  void triggersTimesStagesAreNotFollowedForEver() {
    Dockerfile file =
        Dockerfile.parse(
            "FROM scratch AS a\n" + "ONBUILD RUN x\n".repeat(500) + "FROM a\n".repeat(500));
    Scopes scopes = Scopes.of(file, Map.of());
    assertThat(scopes.executions(file.stages().get(1))).hasSize(500);
    assertThat(scopes.executions(file.stages().getLast())).isEmpty();
    assertThat(scopes.after(file.stages().getLast()).isComplete()).isFalse();
  }

  @Test
  void aVariableKnowsItsLine() {
    Dockerfile file = Dockerfile.parse("ARG TARGETARCH\nFROM a\nARG TARGETARCH U\nENV E=1\nRUN x");
    Scope scope = Scopes.of(file, Map.of()).before(file.instructions().getLast());
    assertThat(scope.variables())
        .filteredOn(v -> !v.name().equals("PATH"))
        .extracting(
            Variable::name,
            Variable::state,
            Variable::kind,
            v -> v.declaredBy() == null ? 0 : v.declaredBy().firstLine())
        .containsExactly(
            tuple("TARGETARCH", Variable.State.UNKNOWN, Variable.Kind.ARG, 3),
            tuple("U", Variable.State.UNSET, Variable.Kind.ARG, 3),
            tuple("E", Variable.State.SET, Variable.Kind.ENV, 4));
  }

  @Test
  void whatStagesAndCopiesStartFrom() {
    Dockerfile file =
        Dockerfile.parse("ARG B=x\nFROM img AS One\nFROM one\nFROM ONE\nFROM $B\nFROM scratch");
    Scopes scopes = Scopes.of(file, Map.of());
    List<Stage> stages = file.stages();
    assertThat(scopes.base(stages.get(0))).isEqualTo(new Base.Image("img", true));
    assertThat(scopes.base(stages.get(1))).isEqualTo(new Base.OfStage(stages.getFirst()));
    assertThat(scopes.base(stages.get(2))).isEqualTo(new Base.Image("ONE", true));
    assertThat(scopes.base(stages.get(3))).isEqualTo(new Base.Image("x", true));
    assertThat(scopes.base(stages.get(4))).isEqualTo(new Base.Scratch());
    assertThat(scopes.copySource("oNe")).isEqualTo(new Base.OfStage(stages.getFirst()));
    assertThat(scopes.copySource("3")).isEqualTo(new Base.OfStage(stages.get(3)));
    assertThat(scopes.copySource("9")).isEqualTo(new Base.Invalid());
    assertThat(scopes.copySource("img:2")).isEqualTo(new Base.Image("img:2", true));
    assertThat(scopes.mountSource("0")).isEqualTo(new Base.Image("0", true));
  }

  @Test
  void proxySettingsNeedNoDeclaration() {
    Dockerfile file = Dockerfile.parse("FROM scratch");
    Map<String, String> given = Map.of("http_proxy", "p", "HTTPS_PROXY", "q", "X", "y");
    assertThat(Scopes.of(file, given).proxies())
        .containsOnly(Map.entry("http_proxy", "p"), Map.entry("HTTPS_PROXY", "q"));
  }

  @Test
  void aThousandVariablesAreAllFound() {
    StringBuilder text = new StringBuilder("FROM scratch\n");
    for (int i = 0; i < 1_000; i++) {
      text.append("ENV V").append(i % 700).append('=').append(i).append('\n');
    }
    Dockerfile file = Dockerfile.parse(text.toString());
    Map<String, String> values = values(Scopes.of(file, Map.of()).after(file.stages().getFirst()));
    assertThat(values).hasSize(701).containsEntry("V0", "700").containsEntry("V699", "699");
    assertThat(List.copyOf(values.keySet()).subList(0, 3)).containsExactly("PATH", "V0", "V1");
  }

  private static Map<String, String> last(String lines, String... buildArgs) {
    Dockerfile file = Dockerfile.parse("FROM scratch\n" + lines);
    Map<String, String> given =
        buildArgs.length == 0 ? Map.of() : Map.of(buildArgs[0], buildArgs[1]);
    return values(Scopes.of(file, given).after(file.stages().getFirst()));
  }

  private static Map<String, String> values(Scope scope) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Variable variable : scope.variables()) {
      if (variable.value() != null) {
        values.put(variable.name(), variable.value());
      }
    }
    return values;
  }
}
