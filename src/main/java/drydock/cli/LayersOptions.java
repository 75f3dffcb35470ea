// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// What of an image's layers is drawn beside themselves.
final class LayersOptions {
  @Option(
      names = "--compare",
      paramLabel = "NAME",
      description =
          "For layers: draws this image beside it, on the layers that both have. Can be given"
              + " twice.")
  private List<String> compared = new ArrayList<>();

  @Option(
      names = "--containers",
      description = "For layers: the containers of the image, and what each of them wrote.")
  private boolean containers;

  @Option(
      names = "--waste",
      description =
          "For layers: which bytes nobody sees, and what to do about it. Copies the image from the"
              + " engine into a temporary file.")
  private boolean waste;

  @Option(
      names = "--files",
      description =
          "For layers: what the layer in focus adds, changes and removes, as --focus layer:0"
              + " --files for the lowest. Copies the image as --waste does.")
  private boolean files;

  List<String> compared() {
    return compared;
  }

  boolean containers() {
    return containers;
  }

  boolean waste() {
    return waste;
  }

  boolean files() {
    return files;
  }
}
