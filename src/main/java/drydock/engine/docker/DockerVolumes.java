// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.Ownership;
import drydock.engine.Volume;
import drydock.engine.Volumes;
import java.util.List;

/// Volumes.
final class DockerVolumes implements Volumes {
  @SuppressWarnings("unused")
  private final DockerHttp http;

  DockerVolumes(DockerHttp http) {
    this.http = http;
  }

  @Override
  public List<Volume> list() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Volume inspect(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void create(String name, Ownership ownership) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remove(String name) {
    throw new UnsupportedOperationException();
  }
}
