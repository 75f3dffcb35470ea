// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Evidence;
import drydock.diagram.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  /// What is no fact of an engine's: titles and explanations, sums of what stands beside with its
  /// own evidence, what the Dockerfile says by itself, this computer's own figures, and those of
  /// machines that are drawn and do not run; and what was not measured or not told yet.
  private static final Pattern NO_FACT =
      Pattern.compile(
          "(stage:|time$|before$|more|run:|bytes|note:|kind:|host$|shared:|pairs|why:|tick:|reach|from:|to:|total"
              + "|goal|as-vms|hardware|hypervisor|system|source-|start-how|vm-|vm:|context"
              + "|rest|memory:.*fresh|own:.*fresh|waste$|waste:more|link$|head$|.*/head$|uname:|now:id-pod).*");

  @Test
  void whatSaysAFactShowsWhereItComesFrom() {
    List<String> without = new ArrayList<>();
    Samples.scenes(484)
        .forEach(
            (name, scene) -> {
              for (Element element : scene.elements()) {
                if (element.about().evidence() == null
                    && element.role() != Role.UNKNOWN
                    && !NO_FACT.matcher(element.id()).matches()
                    && !(element.about().name() + element.about().sentence()).isEmpty()) {
                  without.add(name + " " + element.id() + ": " + element.about().name());
                }
              }
            });
    assertThat(without).isEmpty();
  }

  @Test
  void everyEvidenceIsWhole() {
    List<String> holes = new ArrayList<>();
    Samples.scenes(484)
        .forEach(
            (name, scene) -> {
              for (Element element : scene.elements()) {
                Evidence evidence = element.about().evidence();
                if (evidence != null && !whole(name, evidence)) {
                  holes.add(name + " " + element.id() + ": " + evidence);
                }
              }
            });
    assertThat(holes).isEmpty();
  }

  private static boolean whole(String name, Evidence evidence) {
    return evidence.command().startsWith("docker ")
        && !evidence.request().isEmpty()
        && !evidence.field().isEmpty()
        // a number that the kernel fixes is asked of nobody, and these builds say no time
        && (evidence.at() != null
            || evidence.method().isEmpty()
            || name.matches("build-(one-step|hostile)"));
  }
}
