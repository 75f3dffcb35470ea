// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.cache.Cause.FileChange;
import drydock.dockerfile.cache.Cause.Setting;
import drydock.dockerfile.cache.Cause.VariableChange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rules and causes, with a context in memory; what a real builder does is in
/// `CachePairsEngineTest`.
class PredictionTest {
  private static final String APP = "FROM base\nENV A=1\nCOPY app.txt /\nRUN cat /app.txt\n";

  private final Bench bench = new Bench().file("app.txt", "1").file("d/x.txt", "x");

  private List<Cause> causes(String dockerfile, String step) {
    return Bench.step(bench.predict(dockerfile), step).causes();
  }

  private void expect(String dockerfile, String letters) {
    assertThat(Bench.letters(bench.predict(dockerfile))).isEqualTo(letters);
  }

  @Test
  void nothingWasBuiltAtFirst() {
    expect(APP, "RR");
    assertThat(causes(APP, "stage-0/1")).containsExactly(new Cause.ImagePresent("base"));
    assertThat(causes(APP, "stage-0/2")).containsExactly(new Cause.NeverBuilt());
    assertThat(causes(APP, "stage-0/3")).containsExactly(new Cause.EarlierRuns("stage-0/2"));
  }

  @Test
  void theSameAgainIsReused() {
    bench.build(APP);
    expect(APP, "CC");
    assertThat(causes(APP, "stage-0/3")).containsExactly(new Cause.Unchanged());
  }

  @Test
  void aVariableIsPartOfRunAlone() {
    bench.build(APP);
    String edited = APP.replace("A=1", "A=2");
    expect(edited, "CR");
    assertThat(causes(edited, "stage-0/3"))
        .containsExactly(new Cause.VariableChanged("A", "ENV", 2, VariableChange.VALUE));
    assertThat(causes(APP.replace("ENV A=1", "ENV A=1 B=2"), "stage-0/3"))
        .containsExactly(new Cause.VariableChanged("B", "ENV", 2, VariableChange.ADDED));
    assertThat(causes(APP.replace("ENV A=1\n", ""), "stage-0/3"))
        .containsExactly(new Cause.VariableChanged("A", "ENV", null, VariableChange.REMOVED));
  }

  @Test
  void orderOfVariablesCounts() {
    String two = "FROM base\nENV A=1\nENV B=2\nRUN x\n";
    bench.build(two);
    assertThat(causes("FROM base\nENV B=2\nENV A=1\nRUN x\n", "stage-0/2"))
        .containsExactly(new Cause.VariableChanged("", null, null, VariableChange.ORDER));
    // set once more, a variable goes to the end
    expect("FROM base\nENV A=0 B=2\nENV A=1\nRUN x\n", "R");
  }

  @Test
  void anArgThatHidAnEnvEndsWithItsStage() {
    String parent = "FROM base AS a\nENV A=1\nARG A=2\nFROM a\nRUN x $A\n";
    bench.build(parent);
    expect(parent.replace("A=2", "A=3"), "C");
    expect("FROM base AS a\nENV A=1\nARG A=2\nRUN x $A\n", "R");
  }

  @Test
  void filesAreNamed() {
    String all = "FROM base\nCOPY . /\n";
    bench.file("run.sh", "s", 0644).file("old", "o").link("l", "app.txt").build(all);
    bench
        .file("app.txt", "2")
        .file("run.sh", "s", 0755)
        .file("new", "n")
        .remove("old")
        .link("l", "run.sh");
    assertThat(causes(all, "stage-0/2"))
        .containsExactly(
            new Cause.FileChanged("app.txt", FileChange.CONTENT),
            new Cause.FileChanged("l", FileChange.KIND),
            new Cause.FileChanged("new", FileChange.ADDED),
            new Cause.FileChanged("old", FileChange.REMOVED),
            new Cause.FileChanged("run.sh", FileChange.MODE));
  }

  @Test
  void manyFilesAreCounted() {
    String all = "FROM base\nCOPY . /\n";
    bench.build(all);
    for (int i = 0; i < 20; i++) {
      bench.file("f" + i, "x");
    }
    assertThat(causes(all, "stage-0/2")).hasSize(6).endsWith(new Cause.MoreFiles(15));
  }

  @Test
  void settingsAreNamed() {
    String run = "FROM base\nRUN x\n";
    bench.build(run);
    assertThat(causes("FROM base\nUSER 7\nRUN x\n", "stage-0/2"))
        .containsExactly(new Cause.SettingChanged(Setting.USER, "7"));
    assertThat(causes("FROM base\nSHELL [\"/bin/ash\", \"-c\"]\nRUN x\n", "stage-0/2"))
        .containsExactly(new Cause.SettingChanged(Setting.SHELL, "/bin/ash -c"));
    assertThat(causes("FROM base\nWORKDIR /w\nRUN x\n", "stage-0/3"))
        .containsExactly(
            new Cause.SettingChanged(Setting.WORKING_DIRECTORY, "/w"),
            new Cause.EarlierRuns("stage-0/2"));
    assertThat(causes("FROM base\nRUN y\n", "stage-0/2"))
        .containsExactly(new Cause.TextChanged("RUN x"));
  }

  @Test
  void labelsAndTheirLikeDoNotCount() {
    bench.build(APP);
    expect(
        APP.replace("ENV A=1", "ENV A=1\nLABEL l=1\nCMD x\nEXPOSE 1\nARG V\nSTOPSIGNAL 9"), "CC");
  }

  @Test
  void onlyTheLastNameOfASourceCounts() {
    bench.build("FROM base\nCOPY d /to/\n");
    bench.remove("d").file("e/d/x.txt", "x");
    expect("FROM base\nCOPY e/d /to/\n", "C");
    bench.file("e/f/x.txt", "x");
    expect("FROM base\nCOPY e/f /to/\n", "R");
    bench.remove("e/d").file("e/d/y.txt", "x");
    expect("FROM base\nCOPY e/d /to/\n", "R");
  }

  @Test
  void contentsThatCameBackAreFound() {
    bench.build(APP);
    bench.file("app.txt", "2").build(APP);
    bench.file("app.txt", "1");
    expect(APP, "CC");
    assertThat(causes(APP, "stage-0/2")).containsExactly(new Cause.BuiltEarlier());
  }

  @Test
  void anotherBaseImageIsSaid() {
    bench.build(APP);
    bench.images.put("base", Bench.image("base-2", "PATH=/bin"));
    expect(APP, "RR");
    assertThat(causes(APP, "stage-0/1")).containsExactly(new Cause.BaseChanged("base"));
    assertThat(causes(APP, "stage-0/2")).containsExactly(new Cause.BaseChanged("base"));
    bench.images.put("other", Bench.image("base-3", "PATH=/bin"));
    assertThat(causes(APP.replace("base", "other"), "stage-0/2"))
        .containsExactly(new Cause.OtherBase("base", "other"));
    // only its settings are others
    bench.images.put(
        "base", new BaseImage.Known("new", List.of("base-1"), List.of("PATH=/bin"), "", ""));
    expect(APP, "CC");
    bench.images.put("base", Bench.image("base-1", "PATH=/bin", "NEW=1"));
    expect(APP, "CR");
    assertThat(causes(APP, "stage-0/3"))
        .containsExactly(new Cause.VariableChanged("NEW", null, null, VariableChange.ADDED));
  }

  @Test
  void aMissingImageLeavesOpenWhatWasBuiltOnOthers() {
    bench.build(APP);
    bench.images.clear();
    String longer = APP + "RUN never\n";
    assertThat(Bench.step(bench.predict(longer), "stage-0/1").verdict()).isEqualTo(Verdict.RUNS);
    expect(longer, "???");
    assertThat(causes(longer, "stage-0/2")).containsExactly(new Cause.ImageMissing("base"));
  }

  @Test
  void artifactsDecide() {
    String two =
        "FROM base AS b\nRUN make 1\nFROM base\nCOPY --from=b /out /\nRUN use\nRUN again\n";
    bench.build(two);
    String edited = two.replace("make 1", "make 2").replace("RUN again", "RUN other");
    expect(edited, "R??R");
    assertThat(causes(edited, "stage-1/2")).containsExactly(new Cause.ArtifactDecides("b"));
    assertThat(causes(edited, "stage-1/3")).containsExactly(new Cause.EarlierUnknown("stage-1/2"));
    // they came out the same: what was built on the one is found on the other
    bench.build(edited, "stage-1/2", "stage-1/3");
    expect(edited, "CCCC");
    bench.build(two);
    expect(two.replace("RUN again", "RUN other"), "CCCC");
    expect(edited.replace("RUN other", "RUN again"), "CCCC");
  }

  @Test
  void artifactsThatNobodyTookBeforeRun() {
    bench.build("FROM base AS b\nRUN make\nFROM base\nRUN x\n");
    expect("FROM base AS b\nRUN make 2\nFROM base\nCOPY --from=b /out /\nRUN x\n", "RRR");
  }

  @Test
  void mountsCountByWhatTheyHold() {
    String bind = "FROM base\nRUN --mount=source=d,target=/m make\n";
    bench.build(bind);
    bench.file("app.txt", "other");
    expect(bind, "C");
    bench.file("d/x.txt", "other");
    expect(bind, "R");
    assertThat(causes(bind, "stage-0/2"))
        .containsExactly(new Cause.FileChanged("d/x.txt", FileChange.CONTENT));
    String cache = "FROM base\nRUN --mount=type=cache,target=/c,id=one make\n";
    bench.build(cache);
    expect(cache.replace("one", "two"), "C");
    expect(cache.replace("/c", "/d"), "R");
  }

  @Test
  void aStageMountedOnItselfCountsByWhatItHolds() {
    String self = "FROM base AS b\nRUN make\nFROM b\nRUN --mount=from=b,target=/m use\nRUN x\n";
    bench.build(self);
    expect(self.replace("make", "make 2"), "R??");
    expect(self.replace("make", "make 2").replace("FROM b\n", "FROM b\nRUN y\n"), "RRRR");
  }

  @Test
  void proxiesCountOnlyWhenDeclared() {
    bench.buildArgs.put("HTTP_PROXY", "a");
    String run = "FROM base\nRUN x\n";
    String declared = "FROM base\nARG HTTP_PROXY\nRUN x\n";
    bench.build(run);
    bench.build(declared);
    bench.buildArgs.put("HTTP_PROXY", "b");
    expect(run, "C");
    expect(declared, "R");
  }

  @Test
  void heredocsCountByTheirText() {
    String run = "FROM base\nRUN <<EOF\none\nEOF\n";
    bench.build(run);
    expect(run.replace("EOF", "END"), "C");
    expect(run.replace("one", "two"), "R");
    assertThat(causes(run.replace("one", "two"), "stage-0/2"))
        .containsExactly(new Cause.BodyChanged("EOF"));
    String copy = "FROM base\nARG V=1\nCOPY <<EOF /f\n$V\nEOF\n";
    bench.build(copy);
    expect(copy.replace("V=1", "V=2"), "R");
    expect(copy.replace("ARG V=1", "ARG V=2\nARG V=1"), "C");
  }

  @Test
  void linkedCopiesStandAlone() {
    bench.merges = true;
    String linked = "FROM base\nRUN one\nCOPY --link app.txt /\nRUN x\n";
    bench.build(linked);
    expect(linked.replace("one", "two"), "RCR");
    bench.merges = false;
    bench.build(linked);
    expect(linked.replace("one", "two"), "RRR");
  }

  @Test
  void theNetworkIsAskedEachTime() {
    String add = "FROM base\nADD https://example.com/f /\nRUN x\n";
    expect(add, "RR");
    bench.build(add);
    expect(add, "??");
    assertThat(causes(add, "stage-0/2"))
        .containsExactly(new Cause.AsksNetwork("https://example.com/f"));
    String known = add.replace("ADD ", "ADD --checksum=sha256:00 ");
    bench.build(known);
    expect(known, "CC");
  }

  @Test
  void withoutCacheAllRunsButAFolderOnTheBase() {
    String all = "FROM base\nWORKDIR /w\nCOPY app.txt /\nWORKDIR /v\nRUN x\n";
    bench.build(all);
    bench.noCache = true;
    expect(all, "CRRR");
    assertThat(causes(all, "stage-0/3")).contains(new Cause.CacheOff());
  }

  @Test
  void whatFailedIsNotRemembered() {
    bench.learn(APP, Map.of("stage-0/1", Truth.REUSED, "stage-0/2", Truth.RAN));
    expect(APP, "CR");
    assertThat(causes(APP, "stage-0/3")).containsExactly(new Cause.NotCompleted());
  }

  @Test
  void onlyTheTargetsStagesAreForetold() {
    String three = "FROM base AS a\nRUN a\nFROM base AS b\nRUN b\nFROM a\nRUN c\n";
    assertThat(bench.predict(three).steps().stream().map(s -> s.step().key()))
        .containsExactly("a/1", "a/2", "stage-2/1");
    bench.target = "b";
    assertThat(bench.predict(three).steps().stream().map(s -> s.step().key()))
        .containsExactly("b/1", "b/2");
  }

  @Test
  void whatCannotBeReadIsSaid() {
    bench.build(APP);
    bench.file("app.txt", "unreadable");
    expect(APP, "??");
    assertThat(causes(APP, "stage-0/2"))
        .containsExactly(new Cause.ContextUnknown("app.txt", "access is denied"));
    assertThat(causes("FROM base\nCOPY gone /\n", "stage-0/2"))
        .containsExactly(new Cause.SourceMissing("gone"));
  }

  @Test
  void wrongPredictionsAreCounted() {
    bench.build(APP);
    Comparison comparison =
        Comparison.of(
            bench.predict(APP + "RUN more\nRUN last\n"),
            Map.of(
                "stage-0/1", Truth.REUSED,
                "stage-0/2", Truth.RAN,
                "stage-0/3", Truth.REUSED,
                "stage-0/4", Truth.REUSED));
    assertThat(comparison.steps().stream().map(Comparison.Row::result))
        .containsExactly(
            Comparison.Result.RIGHT,
            Comparison.Result.RAN_INSTEAD,
            Comparison.Result.RIGHT,
            Comparison.Result.REUSED_INSTEAD,
            Comparison.Result.NOT_REACHED);
    assertThat(comparison.foretold()).isEqualTo(4);
    assertThat(comparison.wrong()).hasSize(2);
  }

  @Test
  void theClassicBuilderRunsAllBelowTheFirstMiss() {
    String file = "FROM base\nLABEL l=1\nCOPY app.txt /\nRUN x\nFROM base AS unused\nRUN y\n";
    bench.target = "stage-0";
    bench.buildClassic(file);
    assertThat(Bench.letters(bench.classic(file))).isEqualTo("CCC");
    Prediction edited = bench.classic(file.replace("l=1", "l=2"));
    assertThat(Bench.letters(edited)).isEqualTo("RRR");
    assertThat(Bench.step(edited, "stage-0/2").causes())
        .containsExactly(new Cause.TextChanged("LABEL l=1"));
    assertThat(Bench.step(edited, "stage-0/3").causes())
        .containsExactly(new Cause.EarlierRuns("stage-0/2"));
  }

  @Test
  void everyCauseIsASentence() {
    assertThat(CauseWords.of(new Cause.FileChanged("app.py", FileChange.CONTENT)))
        .isEqualTo("`app.py` changed: content");
    assertThat(CauseWords.of(new Cause.VariableChanged("A", "ENV", 3, VariableChange.VALUE)))
        .isEqualTo("`ENV A` in line 3 has another value, and is part of RUN's key");
    assertThat(CauseWords.of(new Cause.BaseChanged("base")))
        .isEqualTo("the base image base is another one now");
    assertThat(CauseWords.of(new Cause.MoreFiles(1))).isEqualTo("and 1 more path changed");
  }
}
