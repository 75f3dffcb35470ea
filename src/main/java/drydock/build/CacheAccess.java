// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.dockerfile.cache.CacheRecord;
import drydock.engine.EngineInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The way to what is known of one engine's cache and one Dockerfile. Read anew each time, because
/// the window and the command line may both have built.
record CacheAccess(
    Path folder, String kind, @Nullable EngineInfo engine, String dockerfile, Clock clock) {
  private static final Object WRITING = new Object();

  CacheRecord read() {
    return store().record(dockerfile);
  }

  void change(UnaryOperator<CacheRecord> change) throws IOException {
    synchronized (WRITING) {
      CacheStore store = store();
      store.save(dockerfile, change.apply(store.record(dockerfile)));
    }
  }

  long now() {
    return clock.instant().getEpochSecond();
  }

  private CacheStore store() {
    return CacheStore.open(folder.resolve(kind + "-" + Digests.of(id()) + ".json"), now());
  }

  private String id() {
    if (engine == null) {
      return "";
    }
    return engine.id().isEmpty() ? engine.endpoint().uri() : engine.id();
  }
}
