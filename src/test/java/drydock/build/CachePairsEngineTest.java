// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.dockerfile.cache.CauseWords;
import drydock.dockerfile.cache.Comparison;
import drydock.dockerfile.cache.Prediction;
import drydock.dockerfile.cache.Truth;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineTest;
import drydock.engine.docker.EngineFinder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pairs of builds with one edit between them: what BuildKit does with each step, and that it was
/// foretold.
@EngineTest
class CachePairsEngineTest {
  private static final String FROM = "FROM base";

  private static ContainerEngine engine;
  private static CacheTrial base;
  @TempDir private static Path place;

  @TempDir Path folder;
  @TempDir Path caches;

  @BeforeAll
  static void find() throws IOException {
    engine = Objects.requireNonNull(EngineFinder.ofThisSystem().find().engine());
    base = new CacheTrial(engine, Files.createDirectory(place.resolve("base")), place);
    base.makeBase("base");
  }

  @AfterAll
  static void close() {
    base.close();
    engine.close();
  }

  interface Change {
    void make(CacheTrial trial) throws IOException;
  }

  /// @param truth of the steps behind FROM: C cached, R ran, ? for what only the builder can find
  ///   out and found cached
  /// @param classic what the classic builder did with each line behind FROM
  record Pair(String name, String truth, String classic, Change before, Change edit) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Change dockerfile(String... lines) {
    return t -> t.dockerfile(lines);
  }

  private static Change replace(String old, String fresh) {
    return t -> t.replace(old, fresh);
  }

  /// LABEL, COPY of one file, RUN.
  private static Change single() {
    return dockerfile(FROM, "LABEL l=1", "COPY app.txt /app/", "RUN cat /app/app.txt");
  }

  private static Change all() {
    return t -> {
      t.dockerfile(FROM, "COPY . /app/", "RUN cat /app/app.txt");
      t.write("other.txt", "other");
    };
  }

  private static Change arg(String name, String value) {
    return t -> t.buildArgs.put(name, value);
  }

  private static Change both(Change one, Change other) {
    return t -> {
      one.make(t);
      other.make(t);
    };
  }

  static Stream<Pair> pairs() {
    return Stream.of(
        new Pair("nothing", "CC", "CCC", single(), t -> {}),
        new Pair(
            "touch",
            "CC",
            "CCC",
            single(),
            t ->
                Files.setLastModifiedTime(
                    t.folder.resolve("app.txt"), FileTime.from(Instant.now().minusSeconds(5000)))),
        new Pair("unrelated file", "CC", "CCC", single(), t -> t.write("new.txt", "x")),
        new Pair("chmod, COPY .", "RR", "RR", all(), t -> t.mode("other.txt", "rwxr-xr-x")),
        new Pair("content, COPY .", "RR", "RR", all(), t -> t.write("other.txt", "OTHER")),
        new Pair("new file, COPY .", "RR", "RR", all(), t -> t.write("new.txt", "x")),
        new Pair("LABEL changed", "CC", "RRR", single(), replace("l=1", "l=2")),
        new Pair(
            "CMD changed",
            "CC",
            "RRR",
            dockerfile(FROM, "CMD a", "COPY app.txt /app/", "RUN cat /app/app.txt"),
            replace("CMD a", "CMD b")),
        new Pair(
            "EXPOSE changed",
            "CC",
            "RRR",
            dockerfile(FROM, "EXPOSE 80", "COPY app.txt /app/", "RUN cat /app/app.txt"),
            replace("80", "81")),
        new Pair(
            "ENV changed above",
            "CR",
            "RRR",
            dockerfile(FROM, "ENV A=1", "COPY app.txt /app/", "RUN cat /app/app.txt"),
            replace("A=1", "A=2")),
        new Pair("ENV added above", "CR", "RRR", single(), replace("LABEL l=1", "ENV A=1")),
        new Pair(
            "USER changed above",
            "CR",
            "RRR",
            dockerfile(FROM, "USER root", "COPY app.txt /app/", "RUN cat /app/app.txt"),
            replace("USER root", "USER 0")),
        new Pair(
            "WORKDIR changed above absolute COPY",
            "RRR",
            "RRR",
            dockerfile(FROM, "WORKDIR /a", "COPY app.txt /app/", "RUN cat /app/app.txt"),
            replace("/a\n", "/b\n")),
        new Pair(
            "ARG value changed, unused",
            "CR",
            "CCR",
            both(
                dockerfile(FROM, "ARG V", "COPY app.txt /app/", "RUN cat /app/app.txt"),
                arg("V", "1")),
            arg("V", "2")),
        new Pair(
            "ARG default edited, override the same",
            "CC",
            "RRR",
            both(
                dockerfile(FROM, "ARG V=1", "COPY app.txt /app/", "RUN cat /app/app.txt"),
                arg("V", "x")),
            replace("V=1", "V=2")),
        new Pair(
            "bare ARG added, not passed", "CC", "RRR", single(), replace("LABEL l=1", "ARG V")),
        new Pair(
            "proxy changed, undeclared",
            "CC",
            "CCC",
            both(single(), arg("HTTP_PROXY", "http://a")),
            arg("HTTP_PROXY", "http://b")),
        new Pair(
            "proxy changed, declared",
            "CR",
            "CCR",
            both(
                dockerfile(FROM, "ARG HTTP_PROXY", "COPY app.txt /app/", "RUN cat /app/app.txt"),
                arg("HTTP_PROXY", "http://a")),
            arg("HTTP_PROXY", "http://b")),
        new Pair(
            "file renamed",
            "RR",
            "RR",
            all(),
            t -> Files.move(t.folder.resolve("other.txt"), t.folder.resolve("renamed.txt"))),
        new Pair(
            "file moved, same last name",
            "CC",
            "RR",
            t -> {
              t.dockerfile(FROM, "COPY a/d /app/", "RUN cat /app/app.txt");
              t.write("a/d/app.txt", t.nonce);
            },
            t -> {
              Files.move(t.folder.resolve("a"), t.folder.resolve("b"));
              t.replace("a/d", "b/d");
            }),
        new Pair("RUN whitespace", "CR", "CCR", single(), replace("RUN cat ", "RUN cat  ")),
        new Pair("RUN line reflow", "CR", "CCR", single(), replace("RUN cat ", "RUN cat \\\n  ")),
        new Pair(
            "comment inside continued RUN",
            "CC",
            "CC",
            dockerfile(FROM, "COPY app.txt /app/", "RUN cat \\", "  /app/app.txt"),
            replace("\\\n", "\\\n# what it is\n")),
        new Pair(
            "shell form to equal exec form",
            "CC",
            "CCC",
            single(),
            replace("RUN cat /app/app.txt", "RUN [\"/bin/sh\", \"-c\", \"cat /app/app.txt\"]")),
        new Pair(
            "two ENV lines swapped",
            "CR",
            "RRRR",
            dockerfile(FROM, "ENV A=1", "ENV B=2", "COPY app.txt /app/", "RUN cat /app/app.txt"),
            replace("ENV A=1\nENV B=2", "ENV B=2\nENV A=1")),
        new Pair(
            "builder stage ran again, artifact the same",
            "CR??",
            "CR??",
            t ->
                t.dockerfile(
                    FROM + " AS b",
                    "COPY app.txt /app/",
                    "RUN echo 1; cat /app/app.txt > /out",
                    FROM,
                    "COPY --from=b /out /",
                    "RUN cat /out"),
            replace("echo 1", "echo 2")),
        new Pair(
            "owner in the context changed", "CC", "CCC", single(), CachePairsEngineTest::giveAway),
        new Pair(
            "comment in the Dockerfile", "CC", "CCC", single(), replace("COPY", "# why\nCOPY")),
        new Pair(
            "content changed back",
            "CC",
            "CCC",
            both(
                single(),
                t -> {
                  t.build();
                  t.write("app.txt", "changed " + t.nonce);
                }),
            t -> t.write("app.txt", "content " + t.nonce)));
  }

  /// Only who runs as root can; for others the edit is none.
  private static void giveAway(CacheTrial trial) throws IOException {
    try {
      Files.setAttribute(trial.folder.resolve("app.txt"), "unix:uid", 1234);
    } catch (FileSystemException | UnsupportedOperationException e) {
      trial.write("unrelated.txt", e.toString());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void aPairIsForetold(Pair pair) throws IOException {
    try (CacheTrial trial = new CacheTrial(base, folder, caches)) {
      trial.write("app.txt", "content " + trial.nonce);
      pair.before.make(trial);
      Comparison first = trial.build();
      assertThat(first.wrong()).as(told(first)).isEmpty();
      pair.edit.make(trial);
      assertThat(classic(trial.forecast().classic())).isEqualTo(pair.classic);
      Comparison second = trial.build();
      assertThat(truths(second)).as(told(second)).isEqualTo(pair.truth);
      assertThat(second.wrong()).as(told(second)).isEmpty();
    }
  }

  private static String truths(Comparison comparison) {
    return behindFrom(comparison)
        .map(
            row ->
                row.result() == Comparison.Result.OPEN && row.truth() == Truth.REUSED
                    ? "?"
                    : row.truth() == Truth.REUSED ? "C" : "R")
        .collect(Collectors.joining());
  }

  private static String classic(Prediction prediction) {
    return prediction.steps().stream()
        .filter(step -> !step.step().instruction().equals("FROM"))
        .map(
            step ->
                switch (step.verdict()) {
                  case REUSED -> "C";
                  case RUNS -> "R";
                  case UNKNOWN -> "?";
                })
        .collect(Collectors.joining());
  }

  private static Stream<Comparison.Row> behindFrom(Comparison comparison) {
    return comparison.steps().stream()
        .filter(row -> !row.prediction().step().instruction().equals("FROM"));
  }

  static String told(Comparison comparison) {
    List<String> lines =
        comparison.steps().stream()
            .map(
                row ->
                    "%s %s %s, because %s: %s"
                        .formatted(
                            row.prediction().step().key(),
                            row.prediction().step().text(),
                            row.prediction().verdict(),
                            row.prediction().causes().stream()
                                .map(CauseWords::of)
                                .collect(Collectors.joining("; ")),
                            row.truth()))
            .toList();
    return String.join("\n", lines);
  }
}
