// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.Locale;

/// Something that not every engine has. The words in packs are these, with hyphens.
public enum Feature {
  BUILDKIT,
  CGROUP_V1,
  CGROUP_V2,
  /// Images are kept by containerd, with packed and unpacked layers.
  CONTAINERD_STORE,
  /// Images are kept by a storage driver, such as overlay2.
  CLASSIC_STORE,
  MEMORY_LIMIT,
  SWAP_LIMIT,
  CPU_LIMIT,
  PIDS_LIMIT,
  /// The engine can reach registries.
  REGISTRY;

  /// As packs write it: "memory-limit".
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
