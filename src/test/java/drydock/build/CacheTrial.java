// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.dockerfile.cache.Comparison;
import drydock.engine.BuildOutcome;
import drydock.engine.ContainerEngine;
import drydock.engine.Ownership;
import drydock.engine.RawDocker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A folder that is edited, foretold and really built, over and over.
final class CacheTrial implements AutoCloseable {
  /// Holds something that no other run has, so that runs do not find each other's steps.
  final String nonce = UUID.randomUUID().toString().substring(0, 8);

  final Path folder;
  final Map<String, String> buildArgs = new HashMap<>();

  /// A base image that no other run has, once it is made.
  final String base;

  private final ContainerEngine engine;
  private final Predictor predictor;
  private final Set<String> images = new LinkedHashSet<>();

  CacheTrial(ContainerEngine engine, Path folder, Path caches) {
    this.base = "drydock-test-cache-base:" + nonce;
    this.engine = engine;
    this.folder = folder;
    this.predictor = new Predictor(caches, Clock.systemUTC());
  }

  /// On the base image of another trial.
  CacheTrial(CacheTrial other, Path folder, Path caches) {
    this.base = other.base;
    this.engine = other.engine;
    this.folder = folder;
    this.predictor = new Predictor(caches, Clock.systemUTC());
  }

  /// Makes the base image, or another one of the same name.
  void makeBase(String content) throws IOException {
    Path place = Files.createTempDirectory(folder.getParent(), "base");
    Files.writeString(
        place.resolve("Dockerfile"),
        "FROM busybox:1.37\nRUN echo %s %s > /base\n".formatted(content, nonce));
    BuildRun run = BuildRun.finished(engine, BuildOptions.of(place, base, Ownership.PLAIN));
    if (!(run.outcome() instanceof BuildOutcome.Success success)) {
      throw new AssertionError(run.outcome().toString());
    }
    images.add(success.imageId());
  }

  BuildOptions options(boolean noCache) {
    return new BuildOptions(
        folder,
        "Dockerfile",
        List.of("drydock-test-cache:" + nonce),
        null,
        buildArgs,
        noCache,
        Ownership.PLAIN);
  }

  Forecast forecast() {
    return predictor.predict(options(false), engine);
  }

  /// Foretells, builds, and compares. The build must succeed.
  Comparison build() throws IOException {
    return build(false);
  }

  Comparison build(boolean noCache) throws IOException {
    BuildOptions options = options(noCache);
    Forecast forecast = predictor.predict(options, engine);
    BuildRun run = BuildRun.finished(engine, options);
    switch (run.outcome()) {
      case BuildOutcome.Success success -> images.add(success.imageId());
      // Docker 28.5 with the containerd store may miss a layer then; the steps have all been done
      case BuildOutcome.Failed failed when "internal/exporting to image".equals(failed.step()) -> {}
      case BuildOutcome.Failed _, BuildOutcome.Cancelled _, BuildOutcome.Broken _ ->
          throw new AssertionError(run.outcome() + "\n" + read("Dockerfile"));
    }
    return forecast.record(run.state());
  }

  /// Writes it with "base" replaced by the name of the base image.
  void dockerfile(String... lines) {
    String text = String.join("\n", lines) + "\n";
    write("Dockerfile", text.replace("FROM base", "FROM " + base));
  }

  String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  void write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  void replace(String old, String fresh) {
    String text = read("Dockerfile");
    if (!text.contains(old)) {
      throw new AssertionError(old + " is not in\n" + text);
    }
    write("Dockerfile", text.replace(old, fresh));
  }

  void mode(String name, String permissions) throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve(name), PosixFilePermissions.fromString(permissions));
  }

  @Override
  public void close() {
    RawDocker.delete("/images/drydock-test-cache:" + nonce);
    RawDocker.delete("/images/drydock-test-cache-base:" + nonce);
    for (String image : images) {
      RawDocker.delete("/images/" + image);
    }
  }
}
