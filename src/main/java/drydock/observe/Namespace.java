// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import java.util.Locale;
import java.util.OptionalLong;

/// The kinds of Linux namespaces, in the order in which pictures show them.
public enum Namespace {
  PID(4026531836L),
  NET(0),
  MNT(0),
  UTS(4026531838L),
  IPC(4026531839L),
  USER(4026531837L),
  CGROUP(4026531835L),
  TIME(4026531834L);

  private final long initial;

  Namespace(long initial) {
    this.initial = initial;
  }

  /// Its name under `/proc/<pid>/ns`.
  public String file() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The column of `ps` that shows its inode.
  public String column() {
    return file() + "ns";
  }

  /// The inode of the machine's own, which the kernel fixes for most kinds
  /// (`include/uapi/linux/nsfs.h`). Those of NET and MNT are fixed in recent kernels only.
  public OptionalLong initial() {
    return initial == 0 ? OptionalLong.empty() : OptionalLong.of(initial);
  }
}
