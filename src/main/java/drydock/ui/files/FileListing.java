// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.Filter;
import drydock.archive.Order;
import java.util.List;

/// The files of a layer as a tree. Immutable; may be read on any thread.
interface FileListing {
  /// What lies at the top.
  List<FileItem> top(Order order);

  List<FileItem> in(FileItem folder, Order order);

  /// The same with only what is wanted, and the folders on the way to it.
  FileListing only(Filter filter);

  /// How many paths there are.
  int size();

  /// A remark on what is not in it; empty for none.
  String remark();
}
