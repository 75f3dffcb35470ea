// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import drydock.engine.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads `GET /networks/{id}`.
final class NetworkJson {
  private NetworkJson() {}

  static Network read(JsonNode node) {
    return new Network(
        Json.text(node, "Id"),
        Json.text(node, "Name"),
        Json.text(node, "Driver"),
        Json.text(node, "Scope"),
        Json.flag(node, "Internal"),
        Json.instant(node, "Created"),
        subnets(Json.at(node, "IPAM", "Config")),
        endpoints(node.path("Containers")),
        Json.stringMap(node, "Options"),
        Json.stringMap(node, "Labels"));
  }

  private static List<Network.Subnet> subnets(JsonNode configs) {
    List<Network.Subnet> subnets = new ArrayList<>();
    for (JsonNode config : configs) {
      String subnet = Json.text(config, "Subnet");
      if (!subnet.isEmpty()) {
        subnets.add(new Network.Subnet(subnet, Json.text(config, "Gateway")));
      }
    }
    return subnets;
  }

  private static Map<String, Network.Endpoint> endpoints(JsonNode containers) {
    Map<String, Network.Endpoint> endpoints = new LinkedHashMap<>();
    containers
        .properties()
        .forEach(
            e ->
                endpoints.put(
                    e.getKey(),
                    new Network.Endpoint(
                        Json.text(e.getValue(), "Name"),
                        Json.text(e.getValue(), "MacAddress"),
                        Json.text(e.getValue(), "IPv4Address"),
                        Json.text(e.getValue(), "IPv6Address"))));
    return endpoints;
  }
}
