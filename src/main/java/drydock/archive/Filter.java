// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

import java.util.EnumSet;
import java.util.Set;

/// Which nodes of a tree are wanted; folders on the way to them come along.
///
/// @param text somewhere in the path, in whatever case; empty for all
public record Filter(String text, Set<Change> changes) {
  /// All that is seen after the layer, without what it removed.
  public static final Filter SEEN =
      new Filter("", EnumSet.complementOf(EnumSet.of(Change.REMOVED)));

  /// Only what the layer itself does.
  public static final Filter LAYER = new Filter("", EnumSet.complementOf(EnumSet.of(Change.NONE)));

  public static final Filter ALL = new Filter("", EnumSet.allOf(Change.class));

  public Filter {
    changes = Set.copyOf(changes);
  }

  public Filter text(String wanted) {
    return new Filter(wanted, changes);
  }
}
