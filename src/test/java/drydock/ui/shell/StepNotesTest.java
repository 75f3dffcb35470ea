// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildState;
import drydock.engine.BuildStep;
import drydock.ui.editor.LineNote;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepNotesTest {
  private static BuildState after(List<BuildEvent> events) {
    BuildState state = BuildState.begin("kiosk:dev", Instant.EPOCH);
    for (BuildEvent event : events) {
      state = state.apply(event);
    }
    return state;
  }

  @Test
  void eachStepSaysWhatBecameOfIt() {
    assertThat(StepNotes.notes(after(Script.broken()), null))
        .hasSize(3)
        .containsEntry(1, new LineNote(LineNote.Role.REUSED, "reused"))
        .containsEntry(2, new LineNote(LineNote.Role.RAN, "0.1 s"))
        .containsEntry(3, new LineNote(LineNote.Role.FAILED, "failed"));
    List<BuildEvent> good = Script.good("sha256:1");
    assertThat(StepNotes.notes(after(good.subList(0, good.size() - 2)), null))
        .containsEntry(3, new LineNote(LineNote.Role.RUNNING, "running"));
    assertThat(StepNotes.notes(after(good.subList(0, 3)), null)).as("nothing began yet").isEmpty();
  }

  @Test
  void aFailureStandsAtItsLine() {
    assertThat(StepNotes.errors(after(Script.broken())))
        .hasSize(1)
        .hasEntrySatisfying(3, said -> assertThat(said).contains("grepp").contains("127"));
    assertThat(StepNotes.errors(after(Script.good("sha256:1")))).isEmpty();
    BuildOutcome syntax =
        new BuildOutcome.Failed(
            null, null, new BuildStep.Lines(2, 2), null, "unknown instruction: COPPY", List.of());
    assertThat(StepNotes.errors(after(List.of(new BuildEvent.Finished(syntax)))))
        .containsEntry(2, "unknown instruction: COPPY");
    BuildOutcome cancelled = new BuildOutcome.Cancelled();
    assertThat(StepNotes.errors(after(List.of(new BuildEvent.Finished(cancelled))))).isEmpty();
  }

  @Test
  void aLineBelongsToItsStep() {
    BuildState build = after(Script.good("sha256:1"));
    assertThat(StepNotes.stepAt(build, 2)).contains("stage-0/2");
    assertThat(StepNotes.stepAt(build, 4)).as("CMD is no step").isEmpty();
  }
}
