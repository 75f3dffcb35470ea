// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

import java.util.Map;

/// @param files texts that it holds at the start, by path with `/`
public record StagedVolume(String name, Map<String, String> files) {
  public StagedVolume {
    files = Map.copyOf(files);
  }
}
