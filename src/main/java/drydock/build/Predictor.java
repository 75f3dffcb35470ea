// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.dockerfile.Dockerfile;
import drydock.dockerfile.Instruction;
import drydock.dockerfile.Predefined;
import drydock.dockerfile.cache.BuildSetting;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Foretells what builds will do, from the folder as it is and from what was built before. Reads
/// files and asks the engine, so not for the UI's thread; may be used by several threads.
public final class Predictor {
  private final Path caches;
  private final Clock clock;
  private final FileDigests digests = new FileDigests();

  /// @param caches folder in which it is kept what engines have built
  public Predictor(Path caches, Clock clock) {
    this.caches = caches;
    this.clock = clock;
  }

  /// Looks at a build that may follow.
  ///
  /// @param engine that will build; null when there is none, and little can be known
  /// @throws EngineException with [drydock.engine.EngineProblem.BadContext], or when the engine
  ///   does not answer
  public Forecast predict(BuildOptions options, @Nullable ContainerEngine engine) {
    return predict(options, null, engine);
  }

  /// The same for a Dockerfile that is being written.
  ///
  /// @param text the Dockerfile as it is in an editor; null for what the folder has
  public Forecast predict(
      BuildOptions options, @Nullable String text, @Nullable ContainerEngine engine) {
    BuildContext context = BuildContext.open(options.folder(), options.dockerfile());
    Dockerfile file = Dockerfile.parse(text == null ? context.dockerfileText() : text);
    BuildSetting setting = setting(file, options, engine);
    return new Forecast(
        file,
        setting,
        new ContextIndex(context, digests),
        access("buildkit", options, engine),
        access("classic", options, engine),
        new PredictionLog(caches, clock),
        engine);
  }

  private CacheAccess access(String kind, BuildOptions options, @Nullable ContainerEngine engine) {
    return new CacheAccess(
        caches, kind, engine == null ? null : engine.info(), name(options), clock);
  }

  private static BuildSetting setting(
      Dockerfile file, BuildOptions options, @Nullable ContainerEngine engine) {
    EngineInfo info = engine == null ? null : engine.info();
    Map<String, String> arguments = new HashMap<>();
    if (info != null) {
      arguments.putAll(platform(info.machine(), options.target()));
      // a default of the file's own would be hidden
      file.instructions().stream()
          .filter(Instruction.Arg.class::isInstance)
          .map(Instruction.Arg.class::cast)
          .flatMap(arg -> arg.pairs().stream())
          .filter(pair -> pair.value() != null)
          .forEach(pair -> arguments.remove(pair.name().text()));
    }
    arguments.putAll(options.buildArgs());
    return new BuildSetting(
        options.target(),
        arguments,
        info == null ? "" : platform(info.machine()),
        options.noCache(),
        info != null && info.storage().store() == EngineInfo.ImageStore.CONTAINERD,
        new EngineImages(engine)::find);
  }

  private static String platform(EngineInfo.Machine machine) {
    return machine.osType() + "/" + architecture(machine.architecture());
  }

  /// Go's name of an architecture.
  private static String architecture(String machine) {
    return switch (machine.toLowerCase(Locale.ROOT)) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      case "armv7l", "armv6l" -> "arm";
      case "i386", "i686" -> "386";
      default -> machine;
    };
  }

  private static Map<String, String> platform(EngineInfo.Machine machine, @Nullable String target) {
    Map<String, String> values = new HashMap<>();
    for (String name : Predefined.PLATFORM) {
      values.put(
          name,
          switch (name) {
            case "BUILDPLATFORM", "TARGETPLATFORM" -> platform(machine);
            case "BUILDOS", "TARGETOS" -> machine.osType();
            case "BUILDARCH", "TARGETARCH" -> architecture(machine.architecture());
            case "TARGETSTAGE" -> target == null ? "default" : target;
            default -> "";
          });
    }
    return values;
  }

  /// What is built, whatever its Dockerfile says at the moment.
  private static String name(BuildOptions options) {
    return options.folder().toAbsolutePath().normalize()
        + "\n"
        + options.dockerfile()
        + "\n"
        + (options.target() == null ? "" : options.target());
  }
}
