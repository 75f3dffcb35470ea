// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Network;
import drydock.engine.NetworkSpec;
import drydock.engine.Networks;
import java.util.List;

/// Networks.
final class DockerNetworks implements Networks {
  @SuppressWarnings("unused")
  private final DockerHttp http;

  DockerNetworks(DockerHttp http) {
    this.http = http;
  }

  @Override
  public List<Network> list() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Network inspect(String network) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String create(NetworkSpec spec) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void connect(String network, String container, List<String> aliases) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void disconnect(String network, String container) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remove(String network) {
    throw new UnsupportedOperationException();
  }
}
