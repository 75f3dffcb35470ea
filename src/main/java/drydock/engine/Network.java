// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A network as `GET /networks/{id}` shows it.
///
/// @param driver "bridge", "host", "null", "overlay", …
/// @param scope "local" or "swarm"
/// @param containers who is connected and runs, by the container's id
/// @param options the driver's; "com.docker.network.bridge.name" is the bridge on the engine's machine
public record Network(
    String id,
    String name,
    String driver,
    String scope,
    boolean internal,
    @Nullable Instant created,
    List<Subnet> subnets,
    Map<String, Endpoint> containers,
    Map<String, String> options,
    Map<String, String> labels)
    implements EngineObject {
  public Network {
    subnets = List.copyOf(subnets);
    containers = Map.copyOf(containers);
    options = Map.copyOf(options);
    labels = Map.copyOf(labels);
  }

  @Override
  public boolean ours() {
    return Ownership.isOurs(labels, Ownership.Kind.NETWORK);
  }

  /// @param subnet "172.18.0.0/16"
  /// @param gateway possibly empty
  public record Subnet(String subnet, String gateway) {}

  /// A container's end of the network.
  ///
  /// @param name the container's
  /// @param ipv4Address with the length of the network's prefix: "172.18.0.2/16"
  public record Endpoint(String name, String macAddress, String ipv4Address, String ipv6Address) {}
}
