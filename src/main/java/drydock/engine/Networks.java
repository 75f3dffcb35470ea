// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.util.List;

/// The networks of an engine. A `network` is an id or a name.
public interface Networks {
  List<Network> list();

  Network inspect(String network);

  /// @return the id
  String create(NetworkSpec spec);

  /// Connects a container of ours to a network of ours, or to Docker's own `bridge`.
  ///
  /// @param aliases more names under which the others find it
  void connect(String network, String container, List<String> aliases);

  void disconnect(String network, String container);

  /// Removes a network of ours to which nothing is connected.
  void remove(String network);
}
