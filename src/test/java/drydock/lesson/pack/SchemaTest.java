// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The schemas say the same as the readers.
class SchemaTest {
  /// What a step's goal, button or line of a solution has besides.
  private static final List<Set<String>> BESIDES =
      List.of(Set.of(), Set.of("id", "mode", "after"), Set.of("id", "how"), Set.of("id"));

  /// Of `lesson.md`.
  private static final Set<Set<String>> FRONT_MATTER =
      Set.of(Set.of("id", "title", "minutes", "level", "needs"), Set.of("id", "title"));

  @TempDir Path temp;

  @Test
  void theReadersAndTheSchemasKnowTheSameFields() {
    Set<Set<String>> read = new LinkedHashSet<>();
    PackReader.read(EverythingTest.FOLDER, new Problems(read::add));
    read.removeAll(FRONT_MATTER);
    Set<Set<String>> published = new LinkedHashSet<>(Schemas.PACK.fields());
    published.addAll(Schemas.STEPS.fields());
    Set<Set<String>> met = new HashSet<>();
    for (Set<String> known : read) {
      Set<String> same =
          BESIDES.stream()
              .filter(known::containsAll)
              .map(besides -> without(known, besides))
              .filter(published::contains)
              .findFirst()
              .orElse(null);
      assertThat(same).as("the schemas have no mapping with the fields " + known).isNotNull();
      met.add(same);
    }
    published.removeAll(met);
    assertThat(published).as("mappings of the schemas that no reader knows").isEmpty();
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  @Test
  void soundPacksAreValid() throws IOException {
    for (Path folder : List.of(EverythingTest.FOLDER, Path.of("lessons/containers-from-zero"))) {
      int files = 0;
      for (Schemas schema : List.of(Schemas.PACK, Schemas.STEPS)) {
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path file : all.filter(f -> f.endsWith(schema.yaml)).toList()) {
            assertThat(schema.errors(file)).as(file.toString()).isEmpty();
            files++;
          }
        }
      }
      assertThat(files).isGreaterThanOrEqualTo(2);
    }
  }

  /// The goal of the sample pack's step, or its manifest, made wrong in one way.
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          kind: image, image: 5~field-text
          kind: image~field-missing
          kind: imagee, image: "a:1"~goal-kind
          kind: image, image: "a:1", colour: red~field-unknown
          kind: image, image: "a:1", mode: sometimes~field-one-of
          kind: image-setting, image: "a:1"~goal-setting
          kind: image-setting, image: "a:1", user: a, workdir: /b~goal-setting
          kind: image-size, image: "a:1", bytes: 0~field-integer
          kind: image-file, image: "a:1", path: relative~field-pattern
          kind: image-file, image: "a:1", path: /a, lacks: true, says: b~field-choice
          kind: container, container: a~goal-demands
          kind: container, state: running~field-choice
          kind: container, container: a, image: "a:1", state: running~field-choice
          kind: container, container: a, state: flying~field-one-of
          kind: container, container: a, memory: {}~field-range
          kind: shares, namespace: network, container: a~field-choice
          kind: shares, namespace: moon, container: a, with-machine: true~field-one-of
          kind: http, container: a~field-missing
          kind: http, container: a, port: eighty~field-pattern
          kind: http, container: a, port: "80", status: 99~field-integer
          kind: layers-added, image: "a:1", base: "b:1", count: {}~field-range
          kind: dockerfile-stages~field-choice
          kind: all, of: []~field-missing
          kind: all, of: 3~field-list
          kind: not~field-missing
          kind: not, goal: {kind: image, image: "a:1", id: x}~field-unknown
          kind: script, image: "a:1"~field-missing
          """)
  void bothRefuseAWrongGoal(String goal, String code) {
    String logic = SamplePack.LOGIC.replace("kind: image, image: \"one:dev\"", goal);
    SamplePack pack = new SamplePack(temp.resolve("p")).write("010-one/steps.yaml", logic);
    assertThat(pack.read().problems()).extracting(PackProblem::code).contains(code);
    assertThat(Schemas.STEPS.errors(logic)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          schema: 1~schema: 2~field-integer
          id: org.example.sample~id: sample~field-pattern
          version: 1.0.0~version: one~field-pattern
          title: Sample~titel: Sample~field-unknown
          locales: [en]~locales: []~locales
          locales: [en]~locales: [en, en]~locales
          locales: [en]~locales: [english]~field-pattern
          busybox:1.37~busybox:latest~field-pattern
          lessons: [010-one]~lessons: [../one]~lesson-folder
          lessons: [010-one]~lessons: []~lessons
          licence: Apache-2.0~cover: x.svg~field-pattern
          authors: [Nobody]~authors: Nobody~field-list
          authors: [Nobody]~requires: {features: [magic]}~field-one-of
          authors: [Nobody]~requires: {permissions: [{kind: privileged}]}~field-missing
          authors: [Nobody]~paths: [{id: A, title: B}]~field-pattern
          """)
  void bothRefuseAWrongManifest(String from, String to, String code) {
    String manifest = SamplePack.MANIFEST.replace(from, to);
    SamplePack pack = new SamplePack(temp.resolve("p")).write("pack.yaml", manifest);
    assertThat(pack.read().problems()).extracting(PackProblem::code).contains(code);
    assertThat(Schemas.PACK.errors(manifest)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          solve: [{fly: web}]~move-kind
          solve: [{write: a}]~field-missing
          solve: [{wait: 3600}]~field-integer
          solve: [{start: web, stop: web}]~field-unknown
          run: [{start: web}]~field-missing
          run: [{id: a, start: web, how: shout}]~field-one-of
          hints: [{tries: 0}]~field-integer
          mistakes: [{id: a, match: {kind: build-succeeded}}]~field-missing
          predict: {when: built}~field-choice
          quiz: {right: []}~field-missing
          picture: {kind: holiday}~field-one-of
          stage: {containers: [{image: "busybox:1.37"}]}~field-missing
          stage: {containers: [{name: a, image: "busybox:1.37", network: host}]}~field-pattern
          stage: {containers: [{name: a, image: "busybox:1.37", pid: host}]}~field-pattern
          stage: {containers: [{name: a, image: "busybox:1.37", privileged: true}]}~field-unknown
          stage: {containers: [{name: a, image: "busybox:1.37", mounts: [{target: /a}]}]}~field-choice
          stage: {images: [{tag: "a:1", dockerfile: x, folder: y}]}~field-choice
          """)
  void bothRefuseAWrongStep(String field, String code) {
    String logic =
        field.startsWith("picture")
            ? SamplePack.LOGIC.replace("picture: {kind: layers}", field)
            : SamplePack.LOGIC.replace("    picture", "    " + field + "\n    picture");
    SamplePack pack = new SamplePack(temp.resolve("p")).write("010-one/steps.yaml", logic);
    assertThat(pack.read().problems()).extracting(PackProblem::code).contains(code);
    assertThat(Schemas.STEPS.errors(logic)).isNotEmpty();
  }
}
