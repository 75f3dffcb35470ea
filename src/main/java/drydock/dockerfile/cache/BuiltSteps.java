// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The steps that one engine has built, by their keys. Their results have identities: two keys have
/// one when the builder found that their files from elsewhere were the same. Not for several
/// threads at once.
public final class BuiltSteps {
  /// @param key with parent and artifacts
  /// @param base the same without artifacts: others of the same base differ by these alone
  /// @param operation the same without the parent
  /// @param identity of the result, which steps behind it hold in their keys
  /// @param used when it was last built or reused, in seconds since 1970
  public record Built(String key, String base, String operation, String identity, long used) {}

  private final int most;

  /// Oldest use first.
  private final Map<String, Built> byKey = new LinkedHashMap<>();

  private final Map<String, Set<String>> keysByBase = new HashMap<>();
  private final Map<String, Set<String>> keysByOperation = new HashMap<>();

  /// @param most steps that are kept; the ones that were not used for longest go first
  public BuiltSteps(int most) {
    this.most = most;
  }

  /// The identity of the result that a key leads to; null when it was never built.
  @Nullable String identity(String key) {
    Built built = byKey.get(key);
    return built == null ? null : built.identity();
  }

  /// Identities of what differs from a key by its files from elsewhere alone, the last used one
  /// last.
  Set<String> ofBase(String base) {
    return identities(keysByBase.getOrDefault(base, Set.of()));
  }

  /// Identities of what does the same, on whatever.
  Set<String> ofOperation(String operation) {
    return identities(keysByOperation.getOrDefault(operation, Set.of()));
  }

  private Set<String> identities(Collection<String> keys) {
    Set<String> identities = new LinkedHashSet<>();
    for (String key : keys) {
      Built built = byKey.get(key);
      if (built != null) {
        identities.remove(built.identity());
        identities.add(built.identity());
      }
    }
    return identities;
  }

  /// Adds a step, or says that it was used once more.
  public void add(Built built) {
    remove(built.key());
    byKey.put(built.key(), built);
    keysByBase.computeIfAbsent(built.base(), _ -> new LinkedHashSet<>()).add(built.key());
    keysByOperation.computeIfAbsent(built.operation(), _ -> new LinkedHashSet<>()).add(built.key());
    if (byKey.size() > most) {
      remove(byKey.keySet().iterator().next());
    }
  }

  private void remove(String key) {
    Built known = byKey.remove(key);
    if (known != null) {
      forget(keysByBase, known.base(), key);
      forget(keysByOperation, known.operation(), key);
    }
  }

  private static void forget(Map<String, Set<String>> index, String of, String key) {
    Set<String> keys = index.get(of);
    if (keys != null && keys.remove(key) && keys.isEmpty()) {
      index.remove(of);
    }
  }

  /// All of them, the one that was not used for longest first.
  public List<Built> all() {
    return List.copyOf(byKey.values());
  }
}
