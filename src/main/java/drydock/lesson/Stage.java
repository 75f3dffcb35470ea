// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.List;

/// What a step starts from. Declared, so that it can be made again: that is what makes Reset and Jump true.
public record Stage(
    List<StagedImage> images,
    List<StagedNetwork> networks,
    List<StagedVolume> volumes,
    List<StagedContainer> containers) {
  public static final Stage NONE = new Stage(List.of(), List.of(), List.of(), List.of());

  public Stage {
    images = List.copyOf(images);
    networks = List.copyOf(networks);
    volumes = List.copyOf(volumes);
    containers = List.copyOf(containers);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }
}
