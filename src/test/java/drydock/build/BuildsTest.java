// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.EngineProblem;
import drydock.engine.Ownership;
import drydock.engine.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsTest {
  private final FakeEngine fake = new FakeEngine();
  @TempDir Path folder;

  @Test
  void imagesThatAreMissingArePulledOneAfterTheOtherBeforeTheBuild() throws IOException {
    fake.images.add("here:1");
    dockerfile("# syntax=front/end:1\nFROM gone:1 AS a\nFROM here:1\nCOPY --from=other:2 / /\n");
    BuildRun run = BuildRun.finished(fake.engine(), options());
    assertThat(fake.calls).containsExactly("pull front/end:1", "pull other:2", "build Dockerfile");
    assertThat(run.events(BuildEvent.Pulling.class)).hasSize(2);
    assertThat(run.outcome()).isEqualTo(new BuildOutcome.Success("sha256:1"));
  }

  @Test
  void aPullThatFailsEndsTheBuild() throws IOException {
    fake.pullProblem = new EngineProblem.PullFailed("gone:1", "no such host");
    dockerfile("FROM gone:1\nRUN true\n");
    BuildRun run = BuildRun.finished(fake.engine(), options());
    assertThat(run.outcome()).isEqualTo(new BuildOutcome.Broken(fake.pullProblem));
    assertThat(fake.calls).containsExactly("pull gone:1");
  }

  @Test
  void closingDuringAPullCancels() throws IOException {
    fake.holds = true;
    dockerfile("FROM gone:1\nRUN true\n");
    BuildRun run = new BuildRun();
    Subscription build = new Builds().start(fake.engine(), options(), run);
    build.close();
    assertThat(run.awaitEnd().outcome()).isEqualTo(new BuildOutcome.Cancelled());
    assertThat(fake.calls).containsExactly("pull gone:1");
  }

  @Test
  void closingDuringTheBuildCancels() throws IOException {
    fake.holds = true;
    dockerfile("FROM scratch\nCOPY . /\n");
    BuildRun run = new BuildRun();
    Subscription build = new Builds().start(fake.engine(), options(), run);
    build.close();
    assertThat(run.awaitEnd().outcome()).isEqualTo(new BuildOutcome.Cancelled());
  }

  @Test
  void aFolderWithoutDockerfileNeverReachesTheEngine() {
    BuildRun run = BuildRun.finished(fake.engine(), options());
    assertThat(FakeEngine.broken(run).problem()).isInstanceOf(EngineProblem.BadContext.class);
    assertThat(fake.calls).isEmpty();
  }

  private void dockerfile(String text) throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), text);
  }

  private BuildOptions options() {
    return BuildOptions.of(folder, "x:1", Ownership.PLAIN);
  }
}
