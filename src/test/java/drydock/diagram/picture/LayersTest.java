// SPDX-License-Identifier: Apache-2.0
package drydock.diagram.picture;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Role;
import drydock.diagram.Scene;
import drydock.engine.EngineInfo.ImageStore;
import drydock.engine.HistoryEntry;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "COPY . . # buildkit ; 12 ; COPY . . ; YES",
        "RUN /bin/sh -c make -j # buildkit ; 0 ; RUN make -j ; YES",
        "RUN |1 V=1 /bin/sh -c make # buildkit ; 5 ; RUN make ; YES",
        "ENV A=/bin/sh -c x ; 0 ; ENV A=/bin/sh -c x ; NO",
        "/bin/sh -c #(nop)  CMD [\"sh\"] ; 0 ; CMD [\"sh\"] ; NO",
        "/bin/sh -c apt-get update ; 9 ; RUN apt-get update ; YES",
        "|2 A=1 B=2 /bin/sh -c make ; 9 ; RUN make ; YES",
        "RUN make # buildkit ; 9 ; RUN make ; YES",
        "WORKDIR /app ; 0 ; WORKDIR /app ; PERHAPS",
        "WORKDIR /app ; 4096 ; WORKDIR /app ; YES",
        "BusyBox 1.37.0 (glibc), Debian 13 ; 4 ; BusyBox 1.37.0 (glibc), Debian 13 ; YES"
      })
  void instructionsReadAsTheyWereWritten(
      String createdBy, long size, String text, Instruction.Layer layer) {
    Instruction instruction = Instruction.of(Images.row(createdBy, size));
    assertThat(instruction.text()).isEqualTo(text);
    assertThat(instruction.layer()).isEqualTo(layer);
  }

  @Test
  void longHashesAreShortened() {
    String hash = "0123456789abcdef".repeat(4);
    assertThat(
            Instruction.of(Images.row("/bin/sh -c #(nop) ADD file:" + hash + " in / ", 7)).text())
        .isEqualTo("ADD file:0123456789ab… in /");
  }

  @Test
  void aLayerWithoutWordsIsCalledAfterItsImage() {
    LayersFacts facts = Images.wordlessBase();
    Scene scene = LayersPicture.of(facts, 484);
    assertThat(name(scene, "layer:0")).startsWith("busybox:1.37, ");
    assertThat(name(scene, "layer:1")).startsWith("layer 2, ");
  }

  private static String name(Scene scene, String id) {
    return scene.element(id).orElseThrow().about().name();
  }

  @Test
  void rowsAreMatchedToLayersByCount() {
    List<HistoryEntry> history =
        List.of(
            Images.row("base", 5),
            Images.row("WORKDIR /app", 0),
            Images.row("ENV A=1", 0),
            Images.row("RUN true", 0));
    LayerStack with = LayerStack.of(history, 3);
    assertThat(with.certain()).isTrue();
    assertThat(with.rows()).extracting(LayerStack.Row::layer).containsExactly(0, 1, null, 2);
    LayerStack without = LayerStack.of(history, 2);
    assertThat(without.certain()).isTrue();
    assertThat(without.rows()).extracting(LayerStack.Row::layer).containsExactly(0, null, null, 1);
    assertThat(LayerStack.of(history, 4).certain()).isFalse();
    assertThat(LayerStack.of(history, 1).certain()).isFalse();
  }

  @Test
  void sharedLayersNameTheirOrigin() {
    Sharing sharing =
        Sharing.of(
            Images.image("sha256:k", 5, "kiosk:dev"),
            Images.kioskLayers(ImageStore.GRAPH_DRIVER).images());
    assertThat(sharing.runs())
        .extracting(Sharing.Run::role)
        .containsExactly(Role.BASE, Role.BASE, Role.ADDED);
    assertThat(sharing.of(0).words())
        .isEqualTo("from debian:13-slim; also in blog:7, notes:1 and 2 more");
    assertThat(sharing.of(1).words())
        .isEqualTo("from python:3.13-slim; also in blog:7, notes:1 and 1 more");
    assertThat(sharing.of(4).words()).isEqualTo("only in this image");
  }

  @Test
  void sameLayerOnAnotherFoundationIsNotShared() {
    var mine = Images.image("sha256:x", 2, "mine:1");
    var other =
        new drydock.engine.ImageSummary(
            "sha256:y",
            List.of("other:1"),
            List.of(),
            Samples.AT,
            0,
            java.util.Map.of(),
            List.of("sha256:elsewhere", mine.layers().get(1)));
    assertThat(Sharing.of(mine, List.of(mine, other)).runs())
        .extracting(Sharing.Run::role)
        .containsExactly(Role.ADDED);
  }

  @Test
  void whatCannotBeToldIsHatchedAndSaysWhy() {
    Scene scene = LayersPicture.of(Images.mismatch(), 484);
    Element slab = scene.element("history:0").orElseThrow();
    assertThat(slab.role()).isEqualTo(Role.UNKNOWN);
    assertThat(slab.about().sentence()).contains("cannot tell");
    assertThat(scene.answer()).contains("hatched");
  }

  @Test
  void evidencePointsIntoTheAnswerOfTheEngine() {
    Scene scene = LayersPicture.of(Images.kioskLayers(ImageStore.CONTAINERD), 484);
    var evidence =
        Objects.requireNonNull(scene.element("layer:3").orElseThrow().about().evidence());
    // the sixth of ten rows, oldest first, is the fifth of the engine's
    assertThat(evidence.field()).isEqualTo("[4].Size = 12400");
    assertThat(scene.element("note:blocks")).as("containerd's sizes are explained").isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0 B",
        "999|999 B",
        "1000|1 kB",
        "12400|12.4 kB",
        "999999|1 MB",
        "4430000|4.4 MB",
        "161000000|161 MB",
        "-5|0 B",
        "9223372036854775807|9223 PB"
      })
  void sizesAreWrittenAsDockerDoes(long bytes, String text) {
    assertThat(Human.bytes(bytes)).isEqualTo(text);
  }
}
