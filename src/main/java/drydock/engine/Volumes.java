// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.List;

/// The volumes of an engine, by name.
public interface Volumes {
  List<Volume> list();

  Volume inspect(String name);

  /// Creates a volume, which must not exist yet.
  void create(String name, Ownership ownership);

  /// Removes a volume of ours, with what is in it.
  void remove(String name);
}
