// SPDX-License-Identifier: Apache-2.0
package drydock.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Measures against something real in the same run and prints ratios: `mvn -Pbench verify`. Arguments name the benchmarks
/// to run; without any, all run.
public final class Benchmarks {
  /// What a benchmark does; it prints its figures itself.
  interface Benchmark {
    void run() throws Exception;
  }

  private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

  static {
    ALL.put("build", BuildBench::run);
    ALL.put("log", LogBench::run);
    ALL.put("start", StartBench::run);
    ALL.put("frame", FrameBench::run);
    ALL.put("flood", LogFlood::run);
    ALL.put("extremes", ExtremesBench::run);
    ALL.put("editor", () -> System.out.println(EditorBench.run()));
    ALL.put("state", StateBench::run);
    ALL.put("pictures", PicturesBench::run);
    ALL.put("idle", IdleBench::run);
    ALL.put("language", LanguageBench::run);
    ALL.put("archive", ArchiveBench::run);
    ALL.put("files", FilesBench::run);
  }

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    List<String> names = args.length == 0 ? List.copyOf(ALL.keySet()) : List.of(args);
    for (String name : names) {
      Benchmark benchmark = ALL.get(name);
      if (benchmark == null) {
        throw new IllegalArgumentException(name + " is none of " + ALL.keySet());
      }
      System.out.println("benchmark " + name);
      benchmark.run();
    }
    System.exit(0); // toolkits leave threads behind
  }
}
